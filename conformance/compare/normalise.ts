import type {
  CanonicalListener,
  CanonicalMatch,
  CanonicalRouteConfig,
  CanonicalSettings,
  CanonicalUpstream
} from './canonical.ts'

/**
 * Brings both sides to one form: defaults and empty lists left out, lists sorted whose order Envoy does
 * not read, settings that no request can observe left out.
 */
export function normaliseRouteConfig(config: CanonicalRouteConfig): CanonicalRouteConfig {
  const hosts = config.virtualHosts.map(host => ({
    ...host,
    domains: [...host.domains].sort(),
    routes: host.routes.map(route => ({
      name: route.name,
      match: matchOf(route.match),
      // Envoy refuses a route without action, so its settings are never in force.
      action:
        route.action.kind === 'none'
          ? { kind: 'none', settings: {} }
          : { ...route.action, settings: settingsOf(route.action.settings) }
    }))
  }))
  hosts.sort((a, b) => compareText(a.name, b.name))
  // `tidy` only leaves members out that are optional in the type.
  return tidy({ ...config, virtualHosts: hosts }) as CanonicalRouteConfig
}

/**
 * Listeners by name, chains by their match: Envoy chooses by the most specific one. That of the server side
 * is compared with the policies that it carries, not here.
 */
export function normaliseListeners(
  listeners: readonly CanonicalListener[]
): Readonly<Record<string, unknown>> {
  const out: Record<string, unknown> = {}
  for (const { name, address, port, chains } of listeners) {
    if (name === 'virtualInbound') continue
    // A connection to the proxy's own port is a loop: its chain is the same in every mesh.
    const own = chains.filter(({ match }) => match.port !== 15001)
    const expressed = own.map(({ match, tcp, filters: _, ...chain }) => ({
      ...chain,
      match: {
        ...match,
        sni: [...(match.sni ?? [])].sort(),
        alpn: [...(match.alpn ?? [])].sort(),
        destinations: (match.destinations ?? []).map(block).sort()
      },
      ...(tcp === undefined ? {} : { tcp: tcp.map(({ cluster, weight }) => ({ cluster, weight })) })
    }))
    out[name] = { address, port, chains: sortedByText(expressed).map(tidy) }
  }
  return out
}

/** An address is the block of it alone. */
function block(text: string): string {
  if (text.includes('/')) return text
  return `${text}/${text.includes(':') ? 128 : 32}`
}

/**
 * Without what the engine does not hold: the names that Istio's own mutual TLS expects of a server (service
 * accounts of its pods), the ALPN, which follows from mode and protocol, and the panic threshold of 0 that
 * istiod 1.31 gives every cluster without outlier detection. A port that carries no HTTP has no use for
 * settings of it.
 */
export function normaliseUpstream(
  { tls, panicThreshold, ...all }: CanonicalUpstream,
  speaksHttp: boolean
): unknown {
  const { alpn: _, names, ...kept } = tls
  const { protocol, maxConcurrentStreams, http2Keepalive, ...rest } = all
  const isIstios = tls.mode === 'auto-mtls' || tls.mode === 'ISTIO_MUTUAL'
  return tidy({
    ...rest,
    ...(speaksHttp ? { protocol, maxConcurrentStreams, http2Keepalive } : {}),
    ...(rest.outlierDetection === undefined ? {} : { panicThreshold }),
    tls: { ...kept, ...(isIstios || !Array.isArray(names) ? {} : { names: [...names].sort() }) }
  })
}

function matchOf(match: CanonicalMatch): CanonicalMatch {
  return {
    path: match.path,
    headers: sortedByText(match.headers),
    queryParams: sortedByText(match.queryParams),
    claims: sortedByText(match.claims)
  }
}

/** A fault of zero percent never acts. */
function settingsOf(settings: CanonicalSettings): CanonicalSettings {
  const { fault, hashPolicy, ...others } = settings
  // Envoy reads names of headers without case.
  const keys = hashPolicy?.map(key =>
    key.kind === 'header' ? { ...key, name: String(key.name).toLowerCase() } : key
  )
  const rest = keys === undefined ? others : { ...others, hashPolicy: keys }
  const acting = Object.entries(fault ?? {}).filter(([, part]) => percentOf(part) > 0)
  return acting.length === 0 ? rest : { ...rest, fault: Object.fromEntries(acting) }
}

function percentOf(part: unknown): number {
  if (typeof part !== 'object' || part === null || !('percent' in part)) return 0
  return typeof part.percent === 'number' ? part.percent : 0
}

function sortedByText<T>(list: readonly T[] | undefined): readonly T[] {
  return [...(list ?? [])]
    .map(entry => [JSON.stringify(tidy(entry)), entry] as const)
    .sort(([a], [b]) => compareText(a, b))
    .map(([, entry]) => entry)
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Without members that say nothing: undefined, false, empty lists and maps; keys sorted. */
export function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy)
  if (typeof value !== 'object' || value === null) return value
  const out: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value).sort(([a], [b]) => compareText(a, b))) {
    const kept = tidy(member)
    if (kept === undefined || kept === false || isEmpty(kept)) continue
    out[key] = kept
  }
  return out
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
