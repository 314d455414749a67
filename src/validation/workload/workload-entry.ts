import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { checkEndpoint } from './endpoint.ts'

/** Source: istio pkg/config/validation/validation.go ValidateWorkloadEntry. */
export function checkWorkloadEntry(spec: Message<'WorkloadEntry'>, field: Field): void {
  checkEndpoint(spec, field, null)
}
