import { parseCluster } from '../dataplane/cluster-name.ts'
import type { Cluster, ProxyConfig } from '../dataplane/config.ts'
import type { Assumption, Certainty, Place } from '../finding.ts'
import { canonical } from '../fingerprint.ts'
import { type Facets, facets } from './facet.ts'
import type { Pods, PodsOf } from './pods.ts'
import { hostWords } from './words.ts'

/** What becomes of a request. */
export type Fate =
  | 'served'
  /** Read as HTTP: its routes say what becomes of it. */
  | 'http'
  | 'redirect'
  | 'direct-response'
  | 'passthrough'
  | 'blackhole'
  | 'no-route'
  | 'no-listener'
  | 'no-service'
  | 'refused'
  | 'unknown'

/** How one proxy treats one class of requests: a route's action, seen with the clusters of the same proxy. */
export interface Behaviour {
  /** Names the whole of it: equal ids, equal behaviour. */
  readonly id: string
  readonly fate: Fate
  /** The share of requests that nobody serves, as a fraction. */
  readonly lost: number
  /** The clusters that receive a share, by name. */
  readonly destinations: readonly Share[]
  readonly facets: Facets
  readonly certainty: Certainty
  readonly assumptions: readonly Assumption[]
  /** Why it could not be understood; only with fate `unknown`. */
  readonly reason?: string
  readonly unknownAt?: readonly Place[]
}

/** What one cluster receives, in words. */
export interface Share {
  readonly cluster: string
  /** `reviews`, `reviews.shop`, `api.example.com`. */
  readonly host: string
  readonly subset: string
  /** Null where there is no such cluster. */
  readonly pods: Pods | null
  readonly upstream: Cluster | null
  /** ` 90 %` where there are several, and why requests fail there. */
  readonly tail: string
}

export interface BehaviourContext {
  readonly config: ProxyConfig
  readonly pods: PodsOf
  /** What part of the path the route matched, since a prefix rewrite replaces just that. */
  readonly matched: MatchedPath
  /** Bytes are forwarded, not requests: who fails sees a closed connection, and what is HTTP's does not count. */
  readonly bytes?: true
  /** Hosts of this namespace are named without it. */
  readonly namespace: string
  readonly certainty: Certainty
  readonly assumptions: readonly Assumption[]
}

/** Names a behaviour by its facets. */
export function finish(
  fate: Fate,
  lost: number,
  destinations: readonly Share[],
  values: Facets,
  { certainty, assumptions }: BehaviourContext
): Behaviour {
  const id = canonical([fate, facets.map(facet => values[facet].key)])
  return { id, fate, lost, destinations, facets: values, certainty, assumptions }
}

/** The length of the matched prefix; `null`: the whole path. */
export type MatchedPath = number | null

/** `reviews v1 90 %, reviews v2 10 %`; hosts of `split` are told apart from their own subsets. */
export function shareWords(shares: readonly Share[], split: ReadonlySet<string>): string {
  return shares
    .map(({ host, subset, tail }) => {
      if (subset !== '') return `${host} ${subset}${tail}`
      return split.has(host) ? `${host} (all pods)${tail}` : `${host}${tail}`
    })
    .join(', ')
}

/** A mirror's cluster for people. */
export function clusterWords(name: string, { config, namespace }: BehaviourContext): string {
  const cluster = config.clusters.get(name)
  if (cluster === undefined) {
    const meant = parseCluster(name)
    if (meant === null) return `${name} (no such cluster)`
    const subset = meant.subset === '' ? '' : ` ${meant.subset}`
    return `${hostWords(meant.host, namespace)}${subset}, port ${meant.port} (no such cluster)`
  }
  return `${hostWords(cluster.host, namespace)}${cluster.subset === '' ? '' : ` ${cluster.subset}`}`
}
