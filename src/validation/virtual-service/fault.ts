import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { lostWarning, refusal } from '../problem.ts'
import { checkDuration } from '../values/duration.ts'
import { checkHttpStatus } from './http-status.ts'

const noFault = refusal(
  'missing-fault',
  '{field} has neither abort nor delay, so that it does nothing.'
)

const invalidPercentage = refusal(
  'invalid-percentage',
  '{field} is {percentage}, but must be 0 or from 0.0001 to 100.'
)

const unknownStatus = refusal(
  'unknown-grpc-status',
  '{field} is {value}, which is no status of gRPC. Write its name in capitals, such as NOT_FOUND.'
)

const http2Error = refusal(
  'unsupported-http2-error',
  '{field} is set, but errors of HTTP/2 cannot be injected: use httpStatus or grpcStatus.'
)

const noStatus = lostWarning(
  'ineffective-abort',
  '{field} says how many requests to abort and not with which status, so that it does nothing: set httpStatus or grpcStatus.'
)

const exponentialDelay = refusal(
  'unsupported-exponential-delay',
  '{field} is set, but is not supported: use fixedDelay.'
)

export function checkFault(fault: Message<'HTTPFaultInjection'> | undefined, field: Field): void {
  if (fault === undefined) return
  if (fault.abort === undefined && fault.delay === undefined) field.report(noFault)
  if (fault.abort !== undefined) checkAbort(fault.abort, field.at('abort'))
  if (fault.delay !== undefined) checkDelay(fault.delay, field.at('delay'))
}

function checkAbort(abort: Message<'HTTPFaultInjection.Abort'>, field: Field): void {
  checkPercentage(abort.percentage, field.at('percentage'))
  if (abort.grpcStatus !== undefined) {
    if (!STATUSES.has(abort.grpcStatus)) field.at('grpcStatus').report(unknownStatus)
  } else if (abort.http2Error !== undefined) field.at('http2Error').report(http2Error)
  else if (abort.httpStatus !== undefined) {
    checkHttpStatus(abort.httpStatus, field.at('httpStatus'))
  } else field.report(noStatus)
}

function checkDelay(delay: Message<'HTTPFaultInjection.Delay'>, field: Field): void {
  checkPercentage(delay.percentage, field.at('percentage'))
  checkDuration(delay.fixedDelay, field.at('fixedDelay'))
  if (delay.exponentialDelay === undefined) return
  checkDuration(delay.exponentialDelay, field.at('exponentialDelay'))
  field.at('exponentialDelay').report(exponentialDelay)
}

function checkPercentage(percentage: Message<'Percent'> | undefined, field: Field): void {
  const value = percentage?.value ?? 0
  if (value < 0 || value > 100 || (value > 0 && value < 0.0001)) {
    field.at('value').report(invalidPercentage, { percentage: value })
  }
}

/** Source: istio pkg/util/grpc SupportedGRPCStatus. */
const STATUSES = new Set([
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED'
])
