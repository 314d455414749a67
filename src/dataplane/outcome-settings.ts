import type { RouteSettings } from './config.ts'
import type { RouteSettings as OutcomeSettings } from './request.ts'

/** Milliseconds as a Go duration: `3s`, `1m30s`, `250ms`. */
export function goDuration(milliseconds: number): string {
  if (milliseconds < 1000) return milliseconds === 0 ? '0s' : `${milliseconds}ms`
  const hours = Math.floor(milliseconds / 3_600_000)
  const minutes = Math.floor((milliseconds % 3_600_000) / 60_000)
  const seconds = (milliseconds % 60_000) / 1000
  const large = `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}`
  return large === '' ? `${seconds}s` : `${large}${seconds}s`
}

/** Settings of a route as an outcome carries them. */
export function outcomeSettings(settings: RouteSettings): OutcomeSettings {
  const { timeout, retries, fault, mirrors, headers, cors, hashPolicy } = settings
  return {
    ...(timeout === undefined ? {} : { timeout: goDuration(timeout) }),
    ...(retries === undefined ? {} : { retries: retriesOf(retries) }),
    ...(fault === undefined ? {} : { fault: { ...fault } }),
    ...(mirrors === undefined ? {} : { mirrors: mirrors.map(mirror => ({ ...mirror })) }),
    ...(headers === undefined ? {} : { headers: { ...headers } }),
    ...(cors === undefined ? {} : { cors }),
    ...(hashPolicy === undefined ? {} : { hashPolicy })
  }
}

function retriesOf(
  retries: NonNullable<RouteSettings['retries']>
): NonNullable<OutcomeSettings['retries']> {
  if (retries === 'off') return 'off'
  const { perTryTimeout, backoff, ...rest } = retries
  return {
    ...rest,
    ...(perTryTimeout === undefined ? {} : { perTryTimeout: goDuration(perTryTimeout) }),
    ...(backoff === undefined ? {} : { backoff: goDuration(backoff) })
  }
}
