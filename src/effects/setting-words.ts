import type { HeaderOperations, RetryPolicy, RouteSettings } from '../dataplane/config.ts'
import { DEFAULT_RETRY_ON } from '../dataplane/retry.ts'
import { durationWords, listWords } from './words.ts'

/** The facets of a route that do not decide where a request goes. */
export type SettingFacet = 'timeout' | 'retries' | 'fault' | 'mirrors' | 'headers' | 'cors' | 'hash'

/** Every setting in words; total, so that a new setting cannot be compared and not named. */
export function settingWords(
  settings: RouteSettings,
  hostOfCluster: (cluster: string) => string
): Readonly<Record<SettingFacet, string>> {
  return {
    timeout: settings.timeout === undefined ? 'none' : durationWords(settings.timeout),
    retries: retryWords(settings.retries),
    fault: faultWords(settings.fault),
    mirrors: mirrorWords(settings.mirrors, hostOfCluster),
    headers: headerWords(settings.headers),
    cors: corsWords(settings.cors),
    hash: hashWords(settings.hashPolicy)
  }
}

function retryWords(retries: RouteSettings['retries']): string {
  if (retries === undefined) return `2 retries on ${DEFAULT_RETRY_ON} (default)`
  if (retries === 'off') return 'off'
  return `${attemptWords(retries)} on ${[retries.retryOn, ...retries.statusCodes].join(',')}${[
    retries.perTryTimeout === undefined ? '' : `, ${durationWords(retries.perTryTimeout)} per try`,
    retries.backoff === undefined ? '' : `, ${durationWords(retries.backoff)} back-off`,
    retries.retryRemoteLocalities === true ? ', also in other localities' : '',
    retries.ignorePreviousHosts === false ? ', also on hosts tried before' : ''
  ].join('')}`
}

function attemptWords({ attempts }: RetryPolicy): string {
  return attempts === 1 ? '1 retry' : `${attempts} retries`
}

function faultWords(fault: RouteSettings['fault']): string {
  const parts: string[] = []
  if (fault?.delay !== undefined) {
    parts.push(
      `delay ${durationWords(fault.delay.milliseconds)} for ${fault.delay.percent} % of requests`
    )
  }
  if (fault?.abort !== undefined) {
    const { httpStatus, grpcStatus, percent } = fault.abort
    const status = httpStatus ?? (grpcStatus === undefined ? 'error' : `gRPC ${grpcStatus}`)
    parts.push(`abort with ${status} for ${percent} % of requests`)
  }
  return parts.length === 0 ? 'none' : listWords(parts)
}

function mirrorWords(
  mirrors: RouteSettings['mirrors'],
  hostOfCluster: (cluster: string) => string
): string {
  if (mirrors === undefined || mirrors.length === 0) return 'none'
  return listWords(
    mirrors.map(({ cluster, percent, shadowSuffix }) => {
      const notes = [
        ...(percent === 100 ? [] : [`${percent} %`]),
        ...(shadowSuffix === true ? ['Host with -shadow'] : [])
      ]
      return `${hostOfCluster(cluster)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
    })
  )
}

/** `request: set x-a "1", remove x-b; response: …`. */
export function headerWords(headers: HeaderOperations | undefined): string {
  const sides: string[] = []
  for (const side of ['request', 'response'] as const) {
    const operation = headers?.[side]
    const parts: string[] = []
    for (const [name, value] of Object.entries(operation?.set ?? {})) {
      parts.push(`set ${name} "${value}"`)
    }
    for (const [name, value] of Object.entries(operation?.add ?? {})) {
      parts.push(`add ${name} "${value}"`)
    }
    for (const name of operation?.remove ?? []) parts.push(`remove ${name}`)
    if (parts.length > 0) sides.push(`${side}: ${parts.join(', ')}`)
  }
  return sides.length === 0 ? 'unchanged' : sides.join('; ')
}

function corsWords(cors: RouteSettings['cors']): string {
  if (cors === undefined) return 'none'
  const parts: string[] = []
  for (const key of Object.keys(cors).sort()) {
    const value = cors[key]
    parts.push(`${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  }
  return parts.join(', ')
}

function hashWords(policies: RouteSettings['hashPolicy']): string {
  if (policies === undefined || policies.length === 0) return 'none'
  return listWords(policies.map(keyWords))
}

/** What requests are hashed by: those with the same go to the same pod. */
function keyWords(policy: Readonly<Record<string, unknown>>): string {
  const { header, cookie, sourceIp, queryParameter, ...rest } = policy
  const said: string[] = []
  if (header !== undefined) said.push(`header ${header}`)
  if (queryParameter !== undefined) said.push(`query parameter ${queryParameter}`)
  if (sourceIp !== undefined) said.push(sourceIp === true ? 'source address' : 'nothing')
  if (isRecord(cookie)) said.push(cookieWords(cookie))
  if (Object.keys(rest).length > 0) said.push(JSON.stringify(rest))
  return said.join(', ')
}

function cookieWords({ name, ttl, path, attributes }: Readonly<Record<string, unknown>>): string {
  const made =
    ttl === undefined
      ? ''
      : ttl === 0
        ? ' (made for the session)'
        : ` (made for ${durationWords(Number(ttl))})`
  const at = path === undefined ? '' : `, path ${path}`
  return `cookie ${name}${made}${at}${attributes === undefined ? '' : `, attributes ${JSON.stringify(attributes)}`}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
