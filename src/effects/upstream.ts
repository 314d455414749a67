import type { Cluster } from '../dataplane/config.ts'
import { canonical } from '../fingerprint.ts'
import { durationWords } from './words.ts'

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
      return policy.loadBalancer
    case 'connection pool':
      return bytes ? ofConnections(policy.connectionPool) : policy.connectionPool
    case 'outlier detection':
      return policy.outlierDetection
    case 'locality':
      return policy.locality
    case 'proxy protocol':
      return policy.proxyProtocol
    case 'tunnel':
      return policy.tunnel
    case 'retry budget':
      return bytes ? undefined : policy.retryBudget
    case 'client TLS':
      return { ...tls, ...(unmarked.length > 0 && { 'plaintext to': unmarked.join(' and ') }) }
    case 'discovery':
      return { by: type }
    case 'endpoints':
      return targets.length === 0 ? undefined : { at: targets.join(' and ') }
  }
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

/** Equal treatment of endpoints, equal key. */
export function upstreamKey(cluster: Cluster): string {
  let key = keys.get(cluster)
  if (key === undefined) {
    key = canonical(upstreamFacets.map(facet => upstreamValue(cluster, facet) ?? null))
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
  for (const name of [...new Set([...own.keys(), ...there.keys()])].sort()) {
    const text = own.get(name)
    if (text === there.get(name)) continue
    // Nothing that is left out is meant by it.
    if (text === undefined && name === 'plaintext to') continue
    if (text === undefined) said.push(`${name} default`)
    else said.push(name === 'mode' || name === 'simple' ? text : `${name} ${text}`)
  }
  return said.length === 0 ? 'default' : said.join(', ')
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
