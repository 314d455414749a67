import type { Place } from '../finding.ts'
import type { Json, JsonMap } from '../manifest/manifest.ts'
import { duration, filled, isMap, list, map, mapOrEmpty, number, text } from '../mesh/json.ts'
import type { Service } from '../mesh/service.ts'
import type {
  ForwardAction,
  Mirror,
  RouteAction,
  RouteSettings,
  WeightedCluster
} from './config.ts'
import { combined, headerOperations } from './headers.ts'
import { redirectAction } from './redirect.ts'
import { retryPolicy } from './retry.ts'
import type { RouteEnvironment } from './route-environment.ts'
import type { HttpRule } from './rules.ts'
import { cors, fault, hashPolicy, millionths } from './settings.ts'
import { refusedWeights, weightOf } from './weights.ts'

export const routeActionReads = [
  ['VirtualService', 'spec.http[].route[].{weight,destination.{host,subset,port.number}}'],
  ['VirtualService', 'spec.http[].rewrite.{uri,authority,uriRegexRewrite.{match,rewrite}}'],
  ['VirtualService', 'spec.http[].{mirror,mirrors[].destination}.{host,subset,port.number}'],
  [
    'VirtualService',
    'spec.http[].{mirrorPercent,mirrorPercentage.value,mirrors[].percentage.value}'
  ],
  ['VirtualService', 'spec.http[].directResponse.{status,body.{string,bytes}}']
] as const

/** Redirect before direct response before destinations. Source: route.go TranslateRoute. */
export function routeAction(
  rule: HttpRule,
  environment: RouteEnvironment,
  semantics: 'istio' | 'gateway-api' | 'ingress'
): RouteAction {
  const { fields } = rule
  const headers = headerOperations(fields.headers)
  const common = withoutUndefined({
    headers: headers.operations,
    fault: fault(fields.fault),
    cors: cors(fields.corsPolicy, environment.features)
  })
  const redirect = map(fields.redirect)
  if (redirect !== undefined) return redirectAction(redirect, rule.at, environment, common)
  const response = map(fields.directResponse)
  if (response !== undefined) {
    const body = mapOrEmpty(response.body)
    const content = text(body.string) ?? decoded(text(body.bytes))
    return {
      kind: 'direct-response',
      status: number(response.status) ?? 0,
      ...(content === undefined ? {} : { body: content }),
      settings: common
    }
  }
  return forward(rule, environment, semantics, headers.authority, common)
}

/** `bytes` are base64 in JSON; bytes that are no text stay as they are written. */
function decoded(bytes: string | undefined): string | undefined {
  if (bytes === undefined) return undefined
  try {
    const raw = Uint8Array.from(atob(bytes), character => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return bytes
  }
}

function forward(
  rule: HttpRule,
  environment: RouteEnvironment,
  semantics: 'istio' | 'gateway-api' | 'ingress',
  headerAuthority: string | undefined,
  common: RouteSettings
): RouteAction {
  const { fields, at } = rule
  const routes = list(fields.route)
  const only = routes.length === 1
  const destinations: WeightedCluster[] = []
  const hashes: Readonly<Record<string, unknown>>[] = []
  let hashed = false
  let { headers } = common
  let authority = filled(mapOrEmpty(fields.rewrite).authority) ?? headerAuthority
  for (const [index, entry] of routes.entries()) {
    const route = mapOrEmpty(entry)
    const weight = weightOf(entry)
    if (!only && weight === 0) continue
    const place = { manifest: at.manifest, path: [...at.path, 'route', index] }
    const own = headerOperations(route.headers)
    const hash = environment.hash(mapOrEmpty(route.destination))
    if (hash !== undefined) hashed = true
    const policy = hashPolicy(hash)
    if (policy !== undefined) hashes.push(policy)
    if (only) {
      headers = combined(headers, own.operations)
      authority ??= own.authority
    }
    destinations.push({
      ...destinationCluster(mapOrEmpty(route.destination), environment, place),
      weight: only ? 1 : weight,
      ...(only
        ? {}
        : withoutUndefined({ headers: own.operations, authorityRewrite: own.authority }))
    })
  }
  const reason = refusedWeights(routes)
  if (reason !== null) return { kind: 'refused', reason, at: [at] }
  const timeout = duration(fields.timeout)
  const pathRewrite = rewriteOf(map(fields.rewrite), environment)
  const action: ForwardAction = {
    kind: 'forward',
    destinations,
    clusterNotFound: semantics === 'gateway-api' ? 500 : 503,
    ...withoutUndefined({ pathRewrite, authorityRewrite: authority }),
    settings: withoutUndefined({
      ...common,
      headers,
      timeout: timeout === undefined || timeout === 0 ? undefined : timeout,
      retries: retryPolicy(
        map(fields.retries) ?? environment.config.defaultHttpRetryPolicy ?? undefined,
        only && hashed,
        environment.features
      ),
      mirrors: mirrorsOf(fields, environment, at),
      hashPolicy: hashes.length === 0 ? undefined : hashes
    })
  }
  return action
}

type Properties<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The object without its undefined members, as exactOptionalPropertyTypes wants it. */
export function withoutUndefined<T extends object>(value: T): Properties<T> {
  const result: Properties<T> = {}
  for (const key of Object.keys(value) as (keyof T)[]) {
    // Object.keys of a T gives keys of T; undefined is what the line leaves out.
    if (value[key] !== undefined) result[key] = value[key] as Exclude<T[keyof T], undefined>
  }
  return result
}

function rewriteOf(
  rewrite: JsonMap | undefined,
  environment: RouteEnvironment
): ForwardAction['pathRewrite'] {
  if (rewrite === undefined) return undefined
  const regex = map(rewrite.uriRegexRewrite)
  if (regex !== undefined && environment.features.has('regex-rewrite')) {
    return {
      kind: 'regex',
      pattern: text(regex.match) ?? '',
      substitution: text(regex.rewrite) ?? ''
    }
  }
  const uri = filled(rewrite.uri)
  return uri === undefined ? undefined : { kind: 'prefix', value: uri }
}

/**
 * The cluster of a destination: the port that is given, else the service's only port, else the port of
 * the listener. An ExternalName stands for its target. Source: route.go GetDestinationCluster.
 */
export function destinationCluster(
  destination: JsonMap,
  environment: Pick<RouteEnvironment, 'service' | 'port'>,
  at: Place | null
): Omit<WeightedCluster, 'weight'> {
  const named = text(destination.host) ?? ''
  if (named === '') {
    return { cluster: 'UnknownService', host: '', subset: '', port: 0, at }
  }
  const service = environment.service(named)
  const host = service?.externalName ?? named
  const given = isMap(destination.port) ? (number(destination.port.number) ?? 0) : undefined
  const port = given ?? onlyPort(service) ?? environment.port
  const subset = text(destination.subset) ?? ''
  return { cluster: `outbound|${port}|${subset}|${host}`, host, subset, port, at }
}

function onlyPort(service: Service | undefined): number | undefined {
  return service?.ports.length === 1 ? service.ports[0]?.number : undefined
}

/** A mirror of zero percent is none; without a percentage every request is mirrored. */
function mirrorsOf(
  fields: JsonMap,
  environment: RouteEnvironment,
  at: Place
): Mirror[] | undefined {
  const mirrors: Mirror[] = []
  const add = (destination: Json | undefined, percent: number, path: (string | number)[]): void => {
    const target = map(destination)
    if (target === undefined || percent <= 0) return
    const place = { manifest: at.manifest, path: [...at.path, ...path] }
    mirrors.push({
      cluster: destinationCluster(target, environment, place).cluster,
      percent,
      ...(environment.features.has('shadow-suffix') ? { shadowSuffix: true } : {})
    })
  }
  add(fields.mirror, rulePercent(fields), ['mirror'])
  if (environment.features.has('mirrors-list')) {
    for (const [index, entry] of list(fields.mirrors).entries()) {
      const mirror = mapOrEmpty(entry)
      const percent = isMap(mirror.percentage) ? millionths(mirror.percentage.value) : 100
      add(mirror.destination, percent, ['mirrors', index])
    }
  }
  return mirrors.length === 0 ? undefined : mirrors
}

function rulePercent(fields: JsonMap): number {
  if (isMap(fields.mirrorPercentage)) return millionths(fields.mirrorPercentage.value)
  return number(fields.mirrorPercent) ?? number(fields.mirror_percent) ?? 100
}
