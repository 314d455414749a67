import type { Message } from './decode/message.ts'
import type { Field } from './field.ts'
import { refusal } from './problem.ts'
import { checkSelector } from './values/selector.ts'

const negative = refusal(
  'invalid-concurrency',
  '{field} is {value}, but must be 0 (as many threads as cores) or more.'
)

/** Source: istio pkg/config/validation/validation.go ValidateProxyConfig. */
export function checkProxyConfig(spec: Message<'ProxyConfig'>, field: Field): void {
  checkSelector(spec.selector, field.at('selector'))
  if ((spec.concurrency ?? 0) < 0) field.at('concurrency').report(negative)
}
