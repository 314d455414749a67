import type { CanonicalMatch, CanonicalRouteConfig, CanonicalSettings } from './canonical.ts'

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
  const { fault, ...rest } = settings
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
