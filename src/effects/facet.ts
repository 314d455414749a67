import type { RouteSettings } from '../dataplane/config.ts'
import { canonical } from '../fingerprint.ts'
import { type SettingFacet, settingWords } from './setting-words.ts'
import { upstreamFacets } from './upstream.ts'

/** The facets in which one request's treatment is compared, in the order in which people read them. */
export const facets = [
  'destinations',
  'pods',
  'rewrite',
  'authority',
  'destination headers',
  'timeout',
  'retries',
  'fault',
  'mirrors',
  'headers',
  'cors',
  'hash',
  'server TLS',
  ...upstreamFacets
] as const

export type Facet = (typeof facets)[number]

export interface FacetValue {
  /** Equal behaviour, equal key. */
  readonly key: string
  /** As people read it. */
  readonly text: string
}

export type Facets = Readonly<Record<Facet, FacetValue>>

const none: FacetValue = { key: '', text: 'none' }

/** Every facet at rest: what an action without settings does. */
export const plainFacets: Facets = {
  destinations: none,
  pods: none,
  rewrite: none,
  authority: { key: '', text: 'as sent' },
  'destination headers': { key: '', text: 'unchanged' },
  timeout: none,
  retries: none,
  fault: none,
  mirrors: none,
  headers: { key: '', text: 'unchanged' },
  cors: none,
  hash: none,
  'server TLS': none,
  'load balancing': none,
  'connection pool': none,
  'outlier detection': none,
  locality: none,
  'proxy protocol': none,
  tunnel: none,
  'retry budget': none,
  'client TLS': none,
  discovery: none,
  endpoints: none
}

/** `clusterWords` names a mirror's cluster, and says so where it does not exist. */
export function settingFacets(
  settings: RouteSettings,
  clusterWords: (cluster: string) => string
): Facets {
  const words = settingWords(settings, clusterWords)
  const facet = (name: SettingFacet, setting: unknown): FacetValue => ({
    key: canonical(setting ?? null),
    text: words[name]
  })
  return {
    ...plainFacets,
    timeout: facet('timeout', settings.timeout),
    retries: facet('retries', settings.retries),
    fault: facet('fault', settings.fault),
    // Whether a mirror's cluster exists is behaviour too, and only the words know.
    mirrors: { key: canonical([settings.mirrors ?? null, words.mirrors]), text: words.mirrors },
    headers: facet('headers', settings.headers),
    cors: facet('cors', settings.cors),
    hash: facet('hash', settings.hashPolicy)
  }
}
