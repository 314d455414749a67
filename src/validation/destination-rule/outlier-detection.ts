import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { lostWarning, refusal, warning } from '../problem.ts'
import { checkDuration } from '../values/duration.ts'
import type { PolicyOptions } from './policy-options.ts'

const DEPRECATED =
  '{field} is deprecated and does nothing any more: use consecutiveGatewayErrors or consecutive5xxErrors.'

const deprecatedErrors = warning('deprecated-consecutive-errors', DEPRECATED)
const lostDeprecatedErrors = lostWarning('deprecated-consecutive-errors', DEPRECATED)

const localWithoutSplit = refusal(
  'conflicting-local-origin-failures',
  '{field} is set, but failures of the connection are only counted apart where splitExternalLocalOriginErrors is true. Set that, or leave it out.'
)

const invalidPercent = refusal(
  'invalid-percent',
  '{field} is {percent}, but must be from 0 to 100.'
)

export function checkOutlierDetection(
  outlier: Message<'OutlierDetection'> | undefined,
  field: Field,
  { losesWarnings = false }: PolicyOptions
): void {
  if (outlier === undefined) return
  checkDuration(outlier.baseEjectionTime, field.at('baseEjectionTime'))
  if (outlier.consecutiveErrors !== 0) {
    field.at('consecutiveErrors').report(losesWarnings ? lostDeprecatedErrors : deprecatedErrors)
  }
  const failures = outlier.consecutiveLocalOriginFailures ?? 0
  if (!outlier.splitExternalLocalOriginErrors && failures > 0) {
    field.at('consecutiveLocalOriginFailures').report(localWithoutSplit)
  }
  checkDuration(outlier.interval, field.at('interval'))
  for (const name of ['maxEjectionPercent', 'minHealthPercent'] as const) {
    const percent = outlier[name]
    if (percent < 0 || percent > 100) field.at(name).report(invalidPercent, { percent })
  }
}
