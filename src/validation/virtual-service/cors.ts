import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkDuration } from '../values/duration.ts'
import { checkCorsHeaderName } from '../values/header.ts'
import { checkMatchPattern } from '../values/pattern.ts'

const emptyOrigin = refusal(
  'missing-cors-origin',
  '{field} matches no origin: set one of exact, prefix and regex.'
)

const unknownMethod = refusal(
  'invalid-cors-method',
  '{field} is {value}, which is no HTTP method. Write one in capitals, such as GET.'
)

const fineAge = refusal(
  'invalid-cors-max-age',
  '{field} is {value}, but browsers keep the answer for whole seconds: round it.'
)

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE']

export function checkCors(policy: Message<'CorsPolicy'> | undefined, field: Field): void {
  if (policy === undefined) return
  for (const [index, origin] of policy.allowOrigins.entries()) {
    const place = field.at('allowOrigins', index)
    if ((origin.exact ?? origin.prefix ?? origin.regex ?? '') === '') place.report(emptyOrigin)
    else checkMatchPattern(origin, place)
  }
  // `*` came with 1.23.
  const methods = field.recorder.minor < 23 ? METHODS : [...METHODS, '*']
  for (const [index, method] of policy.allowMethods.entries()) {
    if (!methods.includes(method)) field.at('allowMethods', index).report(unknownMethod)
  }
  for (const list of ['allowHeaders', 'exposeHeaders'] as const) {
    for (const [index, name] of policy[list].entries()) {
      checkCorsHeaderName(name, field.at(list, index))
    }
  }
  if (policy.maxAge === undefined) return
  checkDuration(policy.maxAge, field.at('maxAge'))
  if (policy.maxAge % 1_000_000_000n > 0n) field.at('maxAge').report(fineAge)
}
