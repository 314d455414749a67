import type { Json, JsonMap } from '../manifest/manifest.ts'
import type { Features } from '../mesh/features.ts'
import {
  duration,
  filled,
  isMap,
  list,
  map,
  mapOrEmpty,
  number,
  text,
  texts
} from '../mesh/json.ts'
import type { RouteSettings } from './config.ts'
import { stringMatch } from './route-match.ts'

export const settingReads = [
  ['VirtualService', 'spec.http[].timeout'],
  ['VirtualService', 'spec.http[].fault.delay.{percentage.value,percent,fixedDelay}'],
  ['VirtualService', 'spec.http[].fault.abort.{percentage.value,httpStatus,grpcStatus}'],
  [
    'VirtualService',
    'spec.http[].corsPolicy.{allowOrigins[].{exact,prefix,regex},allowOrigin[],allowMethods[],allowHeaders[],exposeHeaders[],maxAge,allowCredentials,unmatchedPreflights}'
  ]
] as const

/**
 * A fault that hits no request is none: percentages default to zero. Source: route.go TranslateFault.
 */
export function fault(value: Json | undefined): RouteSettings['fault'] {
  const fields = map(value)
  if (fields === undefined) return undefined
  const delay = delayOf(map(fields.delay))
  const abort = abortOf(map(fields.abort))
  if (delay === undefined && abort === undefined) return undefined
  return {
    ...(delay === undefined ? {} : { delay }),
    ...(abort === undefined ? {} : { abort })
  }
}

type Fault = NonNullable<RouteSettings['fault']>

function delayOf(fields: JsonMap | undefined): Fault['delay'] {
  const milliseconds = duration(fields?.fixedDelay)
  if (fields === undefined || milliseconds === undefined) return undefined
  const percent = isMap(fields.percentage)
    ? millionths(fields.percentage.value)
    : (number(fields.percent) ?? 0)
  return percent <= 0 || milliseconds <= 0 ? undefined : { percent, milliseconds }
}

function abortOf(fields: JsonMap | undefined): Fault['abort'] {
  if (fields === undefined) return undefined
  const percent = isMap(fields.percentage) ? millionths(fields.percentage.value) : 0
  const httpStatus = number(fields.httpStatus)
  const grpcStatus = filled(fields.grpcStatus)
  if (percent <= 0 || (httpStatus === undefined && grpcStatus === undefined)) return undefined
  return {
    percent,
    ...(httpStatus === undefined ? {} : { httpStatus }),
    ...(grpcStatus === undefined ? {} : { grpcStatus })
  }
}

/** Percentages are cut to whole millionths. Source: route.go translatePercentToFractionalPercent. */
export function millionths(value: Json | undefined): number {
  return Math.trunc((number(value) ?? 0) * 10_000) / 10_000
}

/** Source: route.go TranslateCORSPolicy. */
export function cors(value: Json | undefined, features: Features): RouteSettings['cors'] {
  const fields = map(value)
  if (fields === undefined) return undefined
  const origins = list(fields.allowOrigins)
  const maxAge = duration(fields.maxAge)
  const ignore =
    text(fields.unmatchedPreflights) === 'IGNORE' && features.has('unmatched-preflights')
  return {
    allowOrigins:
      origins.length > 0
        ? origins.map(stringMatch)
        : texts(fields.allowOrigin).map(origin => ({ kind: 'exact', value: origin })),
    ...texted('allowMethods', fields),
    ...texted('allowHeaders', fields),
    ...texted('exposeHeaders', fields),
    ...(maxAge === undefined ? {} : { maxAge: Math.trunc(maxAge / 1000) }),
    ...(typeof fields.allowCredentials === 'boolean'
      ? { allowCredentials: fields.allowCredentials }
      : {}),
    ...(ignore ? { unmatchedPreflights: 'IGNORE' } : {})
  }
}

function texted(field: string, fields: JsonMap): Record<string, readonly string[]> {
  const values = texts(fields[field])
  return values.length === 0 ? {} : { [field]: values }
}

/** How a hash key is taken from a request; `undefined`: no hashing. Source: route.go ConsistentHashToHashPolicy. */
export function hashPolicy(
  value: JsonMap | undefined
): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined) return undefined
  const header = filled(value.httpHeaderName)
  if (header !== undefined) return { header: header.toLowerCase() }
  const cookie = map(value.httpCookie)
  if (cookie !== undefined) {
    const ttl = duration(cookie.ttl)
    const path = filled(cookie.path)
    const attributes = list(cookie.attributes).map(entry => ({
      name: text(mapOrEmpty(entry).name) ?? '',
      value: text(mapOrEmpty(entry).value) ?? ''
    }))
    return {
      cookie: {
        name: text(cookie.name) ?? '',
        ...(ttl === undefined ? {} : { ttl }),
        ...(path === undefined ? {} : { path }),
        ...(attributes.length === 0 ? {} : { attributes })
      }
    }
  }
  if (typeof value.useSourceIp === 'boolean') return { sourceIp: value.useSourceIp }
  const query = filled(value.httpQueryParameterName)
  return query === undefined ? undefined : { queryParameter: query }
}
