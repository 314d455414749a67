import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

const invalidStatus = refusal(
  'invalid-http-status',
  '{field} is {status}, but must be from 200 to 599.'
)

/** 600 passes, as it does in Istio (validateHTTPStatus). */
export function checkHttpStatus(status: number, field: Field): void {
  // An int32, as Istio converts it.
  const signed = status | 0
  if (signed < 200 || signed > 600) field.report(invalidStatus, { status })
}
