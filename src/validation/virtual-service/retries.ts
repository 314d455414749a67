import { parseInteger } from '../../go/text.ts'
import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkDuration } from '../values/duration.ts'

const negativeAttempts = refusal(
  'invalid-attempts',
  '{field} is {attempts}, but must be 0 or more.'
)

const unusedRetries = refusal(
  'conflicting-retries',
  '{field} sets {names}, but attempts is 0, which turns retries off. Set attempts, or leave the others out.'
)

const unknownCondition = refusal(
  'unknown-retry-condition',
  '{field} lists {condition}, which is neither a condition that Envoy knows nor a status of HTTP. Conditions stand between commas without spaces.'
)

/** Source: istio pkg/config/validation/validation.go validateHTTPRetry. */
export function checkRetries(retries: Message<'HTTPRetry'> | undefined, field: Field): void {
  if (retries === undefined) return
  const { attempts, retryOn } = retries
  if (attempts < 0) field.at('attempts').report(negativeAttempts, { attempts })
  const names: string[] = []
  if (retries.perTryTimeout !== undefined) names.push('perTryTimeout')
  if (retryOn !== '') names.push('retryOn')
  if (retries.retryRemoteLocalities !== undefined) names.push('retryRemoteLocalities')
  if (attempts === 0 && names.length > 0) {
    field.report(unusedRetries, { names: names.join(', ') })
  }
  checkDuration(retries.perTryTimeout, field.at('perTryTimeout'))
  if (retryOn !== '') {
    for (const condition of retryOn.split(',')) {
      if (!CONDITIONS.has(condition) && !isStatus(condition)) {
        field.at('retryOn').report(unknownCondition, { condition })
      }
    }
  }
  checkDuration(retries.backoff, field.at('backoff'))
}

const CONDITIONS = new Set([
  '5xx',
  'gateway-error',
  'reset',
  'reset-before-request',
  'connect-failure',
  'retriable-4xx',
  'refused-stream',
  'retriable-status-codes',
  'retriable-headers',
  'envoy-ratelimited',
  'http3-post-connect-failure',
  'cancelled',
  'deadline-exceeded',
  'internal',
  'resource-exhausted',
  'unavailable'
])

/** Statuses that Go's net/http has a text for. */
const STATUSES: readonly (readonly [first: number, last: number])[] = [
  [100, 103],
  [200, 208],
  [226, 226],
  [300, 305],
  [307, 308],
  [400, 418],
  [421, 426],
  [428, 429],
  [431, 431],
  [451, 451],
  [500, 508],
  [510, 511]
]

function isStatus(text: string): boolean {
  const status = Number(parseInteger(text) ?? 0n)
  return STATUSES.some(([first, last]) => status >= first && status <= last)
}
