import type { JsonMap } from '../../manifest/manifest.ts'
import { filled, flag, mapOrEmpty, text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { MESH_DEFAULT, type Providers, providerNames } from './providers.ts'
import { type Blocks, type Side, type Signal, signal } from './signal.ts'

/** Kinds of providers that take access logs; stackdriver does by a filter of its own. */
const LOGGING: ReadonlySet<string> = new Set([
  '',
  'envoyFileAccessLog',
  'envoyHttpAls',
  'envoyTcpAls',
  'envoyOtelAls'
])

/**
 * Where access logs go at both ends. Where no provider is left, what the mesh configuration says without
 * Telemetry holds. Source: pilot model/telemetry.go AccessLogging, mergeLogs; networking/core/accesslog.go.
 */
export function accessLogs(
  levels: Blocks,
  mesh: Mesh,
  providers: Providers
): Readonly<Record<Side, Signal>> {
  return {
    client: at('client', levels, mesh, providers),
    server: at('server', levels, mesh, providers)
  }
}

function at(side: Side, levels: Blocks, { config }: Mesh, providers: Providers): Signal {
  const merged = merge(side, levels, providers)
  const used = [...merged].flatMap(([name, one]) => {
    const provider = providers.get(name)
    return provider !== null && LOGGING.has(provider.kind) ? [{ provider, one }] : []
  })
  if (used.length === 0) return legacy(config.raw)
  const on = used.filter(({ one }) => !one.disabled)
  const format = on.some(({ provider }) => provider.name === 'envoy')
    ? [config.raw.accessLogFormat, config.raw.accessLogEncoding]
    : []
  const parts = on.map(({ provider, one }) => {
    const to =
      provider.name === MESH_DEFAULT ? 'as the mesh configuration says' : `to ${provider.name}`
    return one.filter === '' ? to : `${to} where ${one.filter}`
  })
  return signal(parts.sort(), [on.map(({ provider }) => provider.settings), format])
}

function legacy(raw: JsonMap): Signal {
  const file = filled(raw.accessLogFile)
  const parts = [
    ...(file === undefined ? [] : [`to ${file} (accessLogFile)`]),
    ...(flag(raw.enableEnvoyAccessLogService) === true ? ['to the access log service'] : [])
  ]
  return signal(parts, file === undefined ? null : [raw.accessLogFormat, raw.accessLogEncoding])
}

interface Logging {
  readonly disabled: boolean
  readonly filter: string
}

function merge(side: Side, levels: Blocks, { defaults }: Providers): Map<string, Logging> {
  const result = new Map<string, Logging>()
  if (levels.length === 0) {
    for (const name of defaults.logs) result.set(name, { disabled: false, filter: '' })
    return result
  }
  let scope: readonly string[] = defaults.logs
  const filters = new Map<string, string>()
  for (const level of levels) {
    const names = new Set<string>()
    for (const block of level) {
      if (!holdsAt(block, side)) continue
      for (const name of providerNames(block)) {
        names.add(name)
        filters.set(name, text(mapOrEmpty(block.filter).expression) ?? '')
      }
    }
    if (names.size > 0) scope = [...names]
  }
  let parents: readonly string[] = defaults.logs
  for (const block of levels.flat()) {
    const own = providerNames(block)
    if (own.length > 0) parents = own
    for (const name of parents) {
      if (!scope.includes(name) || !holdsAt(block, side)) continue
      const disabled = flag(block.disabled) === true
      result.set(name, { disabled, filter: disabled ? '' : (filters.get(name) ?? '') })
    }
  }
  return result
}

function holdsAt(block: JsonMap, side: Side): boolean {
  const mode = text(mapOrEmpty(block.match).mode)
  return mode === undefined || mode === 'CLIENT_AND_SERVER' || mode === side.toUpperCase()
}
