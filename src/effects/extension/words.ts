import type { Json, Manifest } from '../../manifest/manifest.ts'
import { filled, isMap, list, map, mapOrEmpty, number, text } from '../../mesh/json.ts'
import { listWords } from '../words.ts'
import { placedBy } from './meets.ts'
import { type Patch, priorityOf } from './patch.ts'

/** Filters of Envoy by a word in their name or type, the first that fits. */
const FILTERS: readonly (readonly [RegExp, string])[] = [
  [/ext_authz|extauthz/i, 'external authorization (ext_authz)'],
  [/local_?rate_?limit/i, 'a local rate limit'],
  [/rate_?limit/i, 'a rate limit'],
  [/jwt_?authn/i, 'JWT authentication'],
  [/\brbac|\.rbac/i, 'RBAC'],
  [/lua/i, 'Lua'],
  [/wasm/i, 'a Wasm module'],
  [/ext_proc|externalprocessor/i, 'external processing (ext_proc)'],
  [/header_?mutation|header_to_metadata/i, 'a header filter'],
  [/oauth2/i, 'OAuth2'],
  [/csrf/i, 'CSRF protection'],
  [/\bcors/i, 'CORS'],
  [/fault/i, 'fault injection'],
  [/compressor|gzip|decompressor/i, 'compression'],
  [/buffer/i, 'buffering'],
  [/grpc_?web|grpc_json|grpc_stats/i, 'a gRPC filter'],
  [/tap\b/i, 'a tap'],
  [/\bstats|istio\.stats/i, 'metrics'],
  [/health_?check/i, 'a health check filter'],
  [/http_connection_manager|httpconnectionmanager/i, 'the HTTP connection manager'],
  [/tcp_proxy|tcpproxy/i, 'the TCP proxy'],
  [/router/i, 'the router'],
  [/proxy_?protocol/i, 'PROXY protocol'],
  [/original_?(?:src|dst)/i, 'original addresses']
]

/** Filters that decide who may call: without them, everybody may. */
const GUARDS = /RBAC|JWT|authorization|Wasm|OAuth2|CSRF/

const OBJECTS: Readonly<Record<string, string>> = {
  LISTENER: 'a listener',
  FILTER_CHAIN: 'a filter chain',
  NETWORK_FILTER: 'a network filter',
  HTTP_FILTER: 'an HTTP filter',
  LISTENER_FILTER: 'a listener filter',
  ROUTE_CONFIGURATION: 'a route configuration',
  VIRTUAL_HOST: 'a virtual host',
  HTTP_ROUTE: 'a route',
  CLUSTER: 'a cluster',
  EXTENSION_CONFIG: 'an extension configuration',
  BOOTSTRAP: "the proxies' bootstrap"
}

const VERBS: Readonly<Record<string, string>> = {
  ADD: 'adds',
  INSERT_BEFORE: 'adds',
  INSERT_AFTER: 'adds',
  INSERT_FIRST: 'adds',
  REMOVE: 'removes',
  REPLACE: 'replaces',
  MERGE: 'merges into'
}

/** What a patch does, in a few words: `adds Lua`, `merges into a route: timeout`. */
export function patchWords(patch: Patch): string {
  const verb = VERBS[patch.operation] ?? 'patches'
  const object = OBJECTS[patch.applyTo] ?? 'configuration'
  const isFilter = patch.applyTo.endsWith('FILTER') || patch.applyTo === 'EXTENSION_CONFIG'
  if (!isFilter) return `${verb} ${object}${memberWords(patch.value)}`
  const isAdded = verb === 'adds'
  const named = filterWords(isAdded || patch.operation === 'REPLACE' ? patch.value : null)
  const placed = placedBy(patch)
  const existing = placed === null ? null : filterName(placed)
  if (isAdded) return `adds ${named ?? object}`
  if (patch.operation === 'REPLACE') {
    return `replaces ${existing ?? object}${named === null ? '' : ` by ${named}`}`
  }
  const target = existing ?? filterWords(patch.value) ?? object
  return `${verb} ${target}${patch.operation === 'MERGE' ? memberWords(typedOf(patch.value)) : ''}`
}

/** A patch that takes away or changes what decides who may call. */
export function touchesGuards(patch: Patch): boolean {
  return (
    GUARDS.test(patchWords(patch)) ||
    JSON.stringify(patch.value).includes('typed_per_filter_config')
  )
}

function filterWords(value: Json): string | null {
  const fields = map(value)
  if (fields === undefined) return null
  const type = text(mapOrEmpty(fields.typed_config ?? fields.typedConfig)['@type'])
  const url = text(mapOrEmpty(fields.typed_config ?? fields.typedConfig).type_url)
  for (const written of [url, type, text(fields.name)]) {
    if (written === undefined || written.endsWith('udpa.type.v1.TypedStruct')) continue
    const known = FILTERS.find(([pattern]) => pattern.test(written))?.[1]
    if (known !== undefined) return known
  }
  const name = filled(fields.name)
  return name === undefined ? null : `the filter ${name}`
}

function filterName(name: string): string {
  return FILTERS.find(([pattern]) => pattern.test(name))?.[1] ?? `the filter ${name}`
}

function typedOf(value: Json): Json {
  const fields = mapOrEmpty(value)
  return fields.typed_config ?? fields.typedConfig ?? value
}

/** The fields that a value sets, those that a reader knows by name. */
function memberWords(value: Json): string {
  if (!isMap(value)) return ''
  const paths: string[] = []
  const walk = (one: Json, path: string): void => {
    if (!isMap(one) || paths.length > 3) return
    for (const [key, member] of Object.entries(one)) {
      if (key === '@type' || member === undefined) continue
      const here = path === '' ? key : `${path}.${key}`
      if (isMap(member) && path.split('.').length < 2) walk(member, here)
      else paths.push(here)
    }
  }
  walk(value, '')
  const shown = paths.slice(0, 3)
  if (shown.length === 0) return ''
  return `: ${listWords(shown)}${paths.length > 3 ? ' and more' : ''}`
}

/** What a Wasm plugin or another extension runs, and where among the filters. */
export function moduleWords({ ref, spec }: Manifest): string {
  const url = filled(spec.url) ?? filled(mapOrEmpty(spec.wasm).url)
  const lua = map(spec.lua) !== undefined
  const phase = text(spec.phase) ?? 'UNSPECIFIED_PHASE'
  const where =
    { AUTHN: ' before authentication', AUTHZ: ' before authorization', STATS: ' before metrics' }[
      phase
    ] ?? ''
  if (lua) return `runs Lua${where}`
  if (ref.kind === 'TrafficExtension' && url === undefined) return `runs an extension${where}`
  return `runs the Wasm module ${url ?? 'of no address'}${where}`
}

/** Ports and direction that a Wasm plugin names. */
export function trafficWords({ spec }: Manifest): string {
  const said = list(spec.match).map(entry => {
    const { mode, ports } = mapOrEmpty(entry)
    const numbers = list(ports).flatMap(one => number(map(one)?.number) ?? [])
    const direction = { CLIENT: 'sent', SERVER: 'received' }[text(mode) ?? ''] ?? ''
    return [direction, numbers.length === 0 ? '' : `port ${listWords(numbers.map(String))}`]
      .filter(word => word !== '')
      .join(', ')
  })
  return listWords(said.filter(word => word !== ''))
}

export function priorityWords(manifest: Manifest): string {
  return `is applied at priority ${priorityOf(manifest)}`
}
