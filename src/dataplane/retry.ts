import type { JsonMap } from '../manifest/manifest.ts'
import type { Features } from '../mesh/features.ts'
import { duration, filled, flag, number } from '../mesh/json.ts'
import type { RetryPolicy } from './config.ts'

export const retryReads = [
  [
    'VirtualService',
    'spec.http[].retries.{attempts,perTryTimeout,retryOn,retryRemoteLocalities,retryIgnorePreviousHosts,backoff}'
  ]
] as const

export const DEFAULT_RETRY_ON =
  'connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes'

/**
 * The policy of a route; `undefined` is the default of current minors (two retries), `off` is none.
 * Any `attempts` of zero or below switches retries off. Where a hash chooses the only destination, hosts
 * that were tried before stay eligible. Source: pilot route/retry/retry.go ConvertPolicy.
 */
export function retryPolicy(
  given: JsonMap | undefined,
  hashed: boolean,
  features: Features
): RetryPolicy | 'off' | undefined {
  const codes = features.has('retry-503') ? [503] : []
  if (given === undefined) {
    if (!hashed && codes.length === 0) return undefined
    return {
      attempts: 2,
      retryOn: DEFAULT_RETRY_ON,
      statusCodes: codes,
      ...(hashed ? { ignorePreviousHosts: false } : {})
    }
  }
  const attempts = number(given.attempts) ?? 0
  if (attempts <= 0) return 'off'
  const on = filled(given.retryOn)
  const parsed =
    on === undefined ? { retryOn: DEFAULT_RETRY_ON, statusCodes: codes } : conditions(on)
  const perTryTimeout = duration(given.perTryTimeout)
  const backoff = features.has('retry-remote-backoff') ? duration(given.backoff) : undefined
  const ignore = features.has('retry-remote-backoff')
    ? flag(given.retryIgnorePreviousHosts)
    : undefined
  const policy: RetryPolicy = {
    attempts,
    ...parsed,
    ...(perTryTimeout === undefined ? {} : { perTryTimeout }),
    ...(flag(given.retryRemoteLocalities) === true ? { retryRemoteLocalities: true } : {}),
    ...((ignore ?? !hashed) ? {} : { ignorePreviousHosts: false }),
    ...(backoff === undefined ? {} : { backoff })
  }
  return isDefault(policy) ? undefined : policy
}

function isDefault(policy: RetryPolicy): boolean {
  return (
    policy.attempts === 2 &&
    policy.retryOn === DEFAULT_RETRY_ON &&
    policy.statusCodes.length === 0 &&
    policy.perTryTimeout === undefined &&
    policy.retryRemoteLocalities === undefined &&
    policy.ignorePreviousHosts === undefined &&
    policy.backoff === undefined
  )
}

/** HTTP status codes among the conditions become retriable status codes and imply that condition. */
function conditions(on: string): { retryOn: string; statusCodes: number[] } {
  const statusCodes: number[] = []
  const names: string[] = []
  for (const part of on.split(',')) {
    const word = part.trim()
    if (word === '') continue
    const code = /^[+-]?\d+$/.test(word) ? Number(word) : Number.NaN
    if (STATUS_CODES.has(code)) statusCodes.push(code)
    else names.push(word)
  }
  let retryOn = names.join(',')
  if (statusCodes.length > 0 && !retryOn.includes('retriable-status-codes')) {
    retryOn += ',retriable-status-codes'
  }
  return { retryOn, statusCodes }
}

/** The codes that Go's net/http knows a text for. */
const STATUS_CODES: ReadonlySet<number> = new Set([
  100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304,
  305, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415,
  416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505,
  506, 507, 508, 510, 511
])
