import type { ForwardAction, WeightedCluster } from '../dataplane/config.ts'
import type { Certainty } from '../finding.ts'
import { worst } from '../finding.ts'
import { canonical } from '../fingerprint.ts'
import {
  type Behaviour,
  type BehaviourContext,
  clusterWords,
  finish,
  type Share,
  shareWords
} from './behaviour.ts'
import { type FacetValue, plainFacets, settingFacets } from './facet.ts'
import { headerWords } from './setting-words.ts'
import { type UpstreamFacet, upstreamFacetKey } from './upstream.ts'
import { hostWords, percentWords } from './words.ts'

/** A route that forwards, seen with the clusters of its proxy: a share to a missing or empty cluster is lost. */
export function forwarded(action: ForwardAction, context: BehaviourContext): Behaviour {
  const { config } = context
  const shares = new Map<string, { to: WeightedCluster; weight: number }>()
  let total = 0
  let lost = 0
  let certainty: Certainty = context.certainty
  const assumptions = [...context.assumptions]
  for (const to of action.destinations) {
    total += to.weight
    const cluster = config.clusters.get(to.cluster)
    if (cluster === undefined || cluster.endpoints === 0) lost += to.weight
    if (cluster !== undefined) {
      certainty = worst(certainty, cluster.certainty)
      assumptions.push(...cluster.assumptions)
    }
    // The same cluster may stand twice, apart only in its header operations.
    const share = shares.get(to.cluster)
    shares.set(to.cluster, { to, weight: (share?.weight ?? 0) + to.weight })
  }
  const divisor = [...shares.values()].reduce((gcd, { weight }) => greatest(gcd, weight), 0)
  const ordered = [...shares.keys()].sort()
  const facetsHere = settingFacets(action.settings, name => clusterWords(name, context))
  const parts = ordered.flatMap(name => shareOf(name, shares, total, action, context) ?? [])
  const keys = ordered.map(name => {
    const cluster = config.clusters.get(name)
    const state = cluster === undefined ? 'missing' : cluster.endpoints === 0 ? 'empty' : ''
    return [name, (shares.get(name)?.weight ?? 0) / (divisor === 0 ? 1 : divisor), state]
  })
  // Of clusters that do not exist no request can tell which one it was.
  const isNowhere = keys.length > 0 && keys.every(([, , state]) => state === 'missing')
  const settled = {
    ...facetsHere,
    ...upstreamFacetsOf(parts, context.bytes === true),
    destinations: {
      key: canonical(
        isNowhere
          ? ['missing', action.clusterNotFound]
          : [keys, lost > 0 ? action.clusterNotFound : null]
      ),
      text: shareWords(parts, noSubsets)
    },
    pods: { key: canonical(parts.map(one => one.pods?.key ?? null)), text: '' },
    rewrite: rewriteFacet(action, context),
    authority: authorityFacet(action, ordered),
    'destination headers': destinationHeaders(action)
  }
  const lostShare = total === 0 ? 1 : lost / total
  return finish('served', lostShare, parts, settled, { ...context, certainty, assumptions })
}

/** Keys alone: their words depend on the other side. */
function upstreamFacetsOf(
  shares: readonly Share[],
  bytes: boolean
): Record<UpstreamFacet, FacetValue> {
  const value = (facet: UpstreamFacet): FacetValue => ({
    key: shares
      .map(({ upstream }) => (upstream === null ? '' : upstreamFacetKey(upstream, facet, bytes)))
      .join('\n'),
    text: ''
  })
  return {
    'load balancing': value('load balancing'),
    'connection pool': value('connection pool'),
    'outlier detection': value('outlier detection'),
    locality: value('locality'),
    'proxy protocol': value('proxy protocol'),
    tunnel: value('tunnel'),
    'retry budget': value('retry budget'),
    'client TLS': value('client TLS'),
    discovery: value('discovery'),
    endpoints: value('endpoints')
  }
}

const noSubsets: ReadonlySet<string> = new Set()

function shareOf(
  name: string,
  shares: ReadonlyMap<string, { to: WeightedCluster; weight: number }>,
  total: number,
  action: ForwardAction,
  { config, namespace, pods, bytes }: BehaviourContext
): Share | null {
  const share = shares.get(name)
  if (share === undefined) return null
  const { to, weight } = share
  const part = shares.size > 1 ? ` ${percentWords(weight, total)}` : ''
  const cluster = config.clusters.get(name)
  const what = to.subset === '' ? 'no such service or port' : 'no such subset'
  const failure = bytes === true ? 'closed' : null
  const why =
    cluster === undefined
      ? ` (${what}: ${failure ?? action.clusterNotFound})`
      : cluster.endpoints === 0
        ? ` (no pods: ${failure ?? 503})`
        : ''
  return {
    cluster: name,
    host: hostWords(to.host, namespace),
    subset: to.subset,
    pods: cluster === undefined ? null : pods(cluster),
    upstream: cluster ?? null,
    tail: part + why
  }
}

function rewriteFacet({ pathRewrite }: ForwardAction, { matched }: BehaviourContext): FacetValue {
  if (pathRewrite === undefined) return plainFacets.rewrite
  if (pathRewrite.kind === 'regex') {
    const { pattern, substitution } = pathRewrite
    return { key: canonical(pathRewrite), text: `${pattern} → ${substitution}` }
  }
  // Every path begins with the one prefix of one byte: / for / changes nothing.
  if (matched === 1 && pathRewrite.value === '/') return plainFacets.rewrite
  const part = matched === null ? 'whole path' : 'matched prefix'
  return { key: canonical([pathRewrite.value, matched]), text: `${part} → ${pathRewrite.value}` }
}

function authorityFacet(action: ForwardAction, clusters: readonly string[]): FacetValue {
  if (action.authorityRewrite !== undefined) {
    return { key: action.authorityRewrite, text: action.authorityRewrite }
  }
  const byCluster: [string, string][] = []
  for (const to of action.destinations) {
    if (to.authorityRewrite !== undefined) byCluster.push([to.cluster, to.authorityRewrite])
  }
  if (byCluster.length === 0) return plainFacets.authority
  if (clusters.length === 1) return { key: byCluster[0]?.[1] ?? '', text: byCluster[0]?.[1] ?? '' }
  return { key: canonical(byCluster.sort()), text: byCluster.map(([, host]) => host).join(', ') }
}

/** What happens to headers on the way to each cluster, and to which part of its requests: one cluster may stand twice. */
function destinationHeaders({ destinations }: ForwardAction): FacetValue {
  const words = new Set<string>()
  const byCluster = new Map<string, Map<string, number>>()
  for (const { cluster, weight, headers } of destinations) {
    const said = headers === undefined ? '' : headerWords(headers)
    if (said !== '') words.add(said)
    const own = byCluster.get(cluster) ?? new Map<string, number>()
    own.set(said, (own.get(said) ?? 0) + weight)
    byCluster.set(cluster, own)
  }
  if (words.size === 0) return plainFacets['destination headers']
  const operations = [...byCluster].map(([cluster, own]) => {
    const divisor = [...own.values()].reduce(greatest, 0) || 1
    const parts = [...own].map(([said, weight]) => [said, weight / divisor] as const)
    return { cluster: byCluster.size === 1 ? '' : cluster, parts: parts.sort() }
  })
  return {
    key: canonical(operations.sort((a, b) => (a.cluster < b.cluster ? -1 : 1))),
    text: [...words].join(' | ')
  }
}

function greatest(a: number, b: number): number {
  return b === 0 ? a : greatest(b, a % b)
}
