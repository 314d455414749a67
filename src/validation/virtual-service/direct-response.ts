import { byteLength } from '../../go/text.ts'
import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { checkHttpStatus } from './http-status.ts'

const KILOBYTE = 1024

const hugeBody = refusal(
  'invalid-body-size',
  '{field} has {size} bytes, but every proxy receives it: at most 1 MiB is allowed.'
)

const largeBody = warning(
  'ineffective-body-size',
  '{field} has {size} bytes, and every proxy receives it: keep it below 100 KiB, or serve it from a workload.'
)

export function checkDirectResponse(
  response: Message<'HTTPDirectResponse'> | undefined,
  field: Field
): void {
  if (response === undefined) return
  const { body, status } = response
  const size = body?.bytes ?? byteLength(body?.string ?? '')
  if (size > 1024 * KILOBYTE) field.at('body').report(hugeBody, { size })
  else if (size > 100 * KILOBYTE) field.at('body').report(largeBody, { size })
  checkHttpStatus(status, field.at('status'))
}
