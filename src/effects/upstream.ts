import type { Cluster } from '../dataplane/config.ts'
import { canonical } from '../fingerprint.ts'
import { durationWords, listWords } from './words.ts'

/** How a cluster treats its endpoints, facet by facet. */
export const upstreamFacets = [
  'load balancing',
  'connection pool',
  'outlier detection',
  'locality',
  'proxy protocol',
  'tunnel',
  'retry budget',
  'client TLS',
  'discovery',
  'endpoints'
] as const

export type UpstreamFacet = (typeof upstreamFacets)[number]

/** One facet of one cluster: as a value that is compared, and in words. */
export function upstreamValue(
  cluster: Cluster,
  facet: UpstreamFacet,
  bytes = false
): Readonly<Record<string, unknown>> | undefined {
  const { policy, tls, targets, type, unmarked } = cluster
  switch (facet) {
    case 'load balancing':
      return withoutKey(policy.loadBalancer)
    case 'connection pool':
      return bytes ? ofConnections(policy.connectionPool) : policy.connectionPool
    case 'outlier detection':
      return policy.outlierDetection
    case 'locality':
      return localityOf(policy.locality)
    case 'proxy protocol':
      return policy.proxyProtocol
    case 'tunnel':
      return policy.tunnel
    case 'retry budget':
      return bytes ? undefined : policy.retryBudget
    case 'client TLS':
      return { ...tls, ...(unmarked.length > 0 && { 'plaintext to': plaintextWords(unmarked) }) }
    case 'discovery':
      return { by: discoveryWords[type] }
    case 'endpoints':
      if (type === 'dynamic-forward-proxy') return { at: 'what DNS gives for the name' }
      return targets.length === 0
        ? undefined
        : { at: listWords(targets.map(target => targetWords(target, type))) }
  }
}

/** What is hashed stands at the route, and for bytes at the filter chain: a cluster holds the ring alone. */
function withoutKey({
  key: _,
  ...ring
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return ring
}

function localityOf(
  locality: Readonly<Record<string, unknown>> | undefined
): Readonly<Record<string, unknown>> | undefined {
  if (locality?.failover !== true) return locality
  const { failover: _, ...rest } = locality
  return { mode: 'failover to other localities', ...rest }
}

const discoveryWords: Readonly<Record<Cluster['type'], string>> = {
  eds: 'the control plane (EDS)',
  'strict-dns': 'DNS, every address (STRICT_DNS)',
  'logical-dns': 'DNS, one address (LOGICAL_DNS)',
  'original-dst': 'the address that the client dialled (ORIGINAL_DST)',
  'dynamic-forward-proxy': 'DNS, by the name in the request (dynamic forward proxy)'
}

/** `:8080`: of endpoints whose address git does not hold, or the port that takes the place of the dialled one. */
function targetWords(target: string, type: Cluster['type']): string {
  if (!target.startsWith(':')) return target
  const port = `port ${target.slice(1)}`
  return type === 'original-dst' ? `the dialled address, ${port}` : port
}

/** Endpoints that are not in the mesh, or not by what the rule says. */
function plaintextWords(unmarked: readonly string[]): string {
  return listWords(unmarked.map(target => targetWords(target, 'eds')))
}

/** What of a pool counts where bytes are forwarded; the rest is of requests. */
function ofConnections(
  pool: Readonly<Record<string, unknown>> | undefined
): Readonly<Record<string, unknown>> | undefined {
  const kept = Object.entries(pool ?? {}).filter(([name]) => connectionFields.has(name))
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

const connectionFields: ReadonlySet<string> = new Set([
  'maxConnections',
  'connectTimeout',
  'maxConnectionDuration',
  'idleTimeout',
  'tcpKeepalive'
])

const facetKeys = new WeakMap<Cluster, Map<string, string>>()

/** Equal values of a facet, equal key; read once for each cluster. */
export function upstreamFacetKey(cluster: Cluster, facet: UpstreamFacet, bytes: boolean): string {
  let known = facetKeys.get(cluster)
  if (known === undefined) {
    known = new Map()
    facetKeys.set(cluster, known)
  }
  const name = bytes ? `${facet} of bytes` : facet
  let key = known.get(name)
  if (key === undefined) {
    key = canonical(upstreamValue(cluster, facet, bytes) ?? null)
    known.set(name, key)
  }
  return key
}

const keys = new WeakMap<Cluster, string>()

/** Equal treatment of endpoints, equal key; what is hashed, which is compared at the route, counts too. */
export function upstreamKey(cluster: Cluster): string {
  let key = keys.get(cluster)
  if (key === undefined) {
    const values = upstreamFacets.map(facet => upstreamValue(cluster, facet) ?? null)
    key = canonical([...values, cluster.policy.loadBalancer.key ?? null])
    keys.set(cluster, key)
  }
  return key
}

/**
 * `maxConnections 100, maxRetries 3`: what differs from the same facet on the other side. What only the other side
 * sets is at its default here.
 */
export function upstreamWords(
  value: Readonly<Record<string, unknown>> | undefined,
  other: Readonly<Record<string, unknown>> | undefined
): string {
  if (value === undefined) return 'default'
  const own = new Map(flat(value, ''))
  const there = new Map(other === undefined ? [] : flat(other, ''))
  const said: string[] = []
  const isOther =
    other !== undefined && ['policy', 'mode'].some(name => own.get(name) !== there.get(name))
  const names = [...new Set([...own.keys(), ...there.keys()])]
  for (const name of [...names.filter(isMode), ...names.filter(one => !isMode(one)).sort()]) {
    const text = own.get(name)
    if (text === there.get(name)) continue
    // Nothing that is left out is meant by it; and a policy of another kind has no such setting.
    if (text === undefined && (name === 'plaintext to' || isOther)) continue
    // The server name that istiod makes up says the host once more.
    if (name === 'sni' && isOther && text?.startsWith('outbound_') === true) continue
    if (text === undefined) said.push(`${name} default`)
    else said.push(isMode(name) ? (modes[text] ?? text) : `${name} ${text}`)
  }
  return said.length === 0 ? 'default' : said.join(', ')
}

const modes: Readonly<Record<string, string>> = { 'auto-mtls': 'automatic mutual TLS' }

/** Names of which the value says enough. */
function isMode(name: string): boolean {
  return name === 'mode' || name === 'simple' || name === 'policy'
}

function flat(value: Readonly<Record<string, unknown>>, prefix: string): [string, string][] {
  const found: [string, string][] = []
  for (const key of Object.keys(value).sort()) {
    const item = value[key]
    if (item === undefined) continue
    if (isRecord(item)) found.push(...flat(item, `${prefix}${key}.`))
    else found.push([`${prefix}${key}`, scalarWords(key, item)])
  }
  return found
}

/** Durations are milliseconds in a normalised policy; their names say that they are durations. */
function scalarWords(key: string, value: unknown): string {
  if (typeof value === 'number' && /(?:time|timeout|interval|duration|ttl|window)$/i.test(key)) {
    return durationWords(value)
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
