import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkTargets } from '../values/target-ref.ts'
import { expressionFault } from './expression.ts'
import { checkMetrics } from './metrics.ts'
import { checkProviders } from './providers.ts'
import { checkTracing } from './tracing.ts'

const invalidFilter = refusal(
  'invalid-filter-expression',
  '{field} is {value}, which is no expression of CEL: {why}.'
)

/** Source: istio pkg/config/validation/validation.go ValidateTelemetry. */
export function checkTelemetry(spec: Message<'Telemetry'>, field: Field): void {
  checkTargets(spec, field)
  for (const [index, metrics] of spec.metrics.entries()) {
    checkMetrics(metrics, field.at('metrics', index))
  }
  checkTracing(spec.tracing, field.at('tracing'))
  for (const [index, logging] of spec.accessLogging.entries()) {
    const place = field.at('accessLogging', index)
    checkFilter(logging.filter, place.at('filter', 'expression'))
    checkProviders(logging.providers, place.at('providers'))
  }
}

export function checkFilter(
  filter: Message<'AccessLogging.Filter'> | undefined,
  field: Field
): void {
  if (filter === undefined) return
  const why = expressionFault(filter.expression)
  if (why !== null) field.report(invalidFilter, { why })
}
