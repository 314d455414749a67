import type { Severity } from '../finding.ts'
import type { Behaviour, Share } from './behaviour.ts'
import { facetWords } from './difference-words.ts'
import type { EffectDirection, EffectKind, FacetChange } from './effect.ts'
import { type Facet, facets } from './facet.ts'
import { upstreamFacets } from './upstream.ts'

/** What kind of difference two behaviours make, and which facets show it. */
export interface Difference {
  readonly kind: Extract<
    EffectKind,
    | 'rerouted'
    | 'traffic-lost'
    | 'traffic-gained'
    | 'weights-changed'
    | 'settings-changed'
    | 'upstream-changed'
    | 'visibility-changed'
  >
  readonly direction: EffectDirection
  readonly severity: Severity
  readonly changes: readonly FacetChange[]
}

/** Null where both treat the request alike. A behaviour that was not understood is no effect: ask before. */
export function difference(before: Behaviour, after: Behaviour): Difference | null {
  if (before.id === after.id || isSameNobody(before, after)) return null
  const changed = changedFacets(before, after)
  if (changed.length === 0) return null
  const changes: FacetChange[] = []
  for (const facet of changed) {
    const words = facetWords(facet, before, after)
    changes.push({ facet, before: words.before, after: words.after })
  }
  return { ...classified(before, after, changed), changes }
}

/**
 * A service that one side's proxy does not see although it is there: the Sidecar, `exportTo` or the outbound policy
 * decides, not a route. Requests go where they were dialled, without the mesh's routes and policies.
 */
export function ofVisibility(
  found: Difference,
  before: Behaviour,
  after: Behaviour,
  isHidden: (side: 'base' | 'head') => boolean
): Difference {
  if (found.kind !== 'rerouted') return found
  const hides = after.fate === 'passthrough' && before.fate === 'served' && isHidden('head')
  const shows = before.fate === 'passthrough' && after.fate === 'served' && isHidden('base')
  if (!hides && !shows) return found
  const direction = hides ? 'narrow' : 'widen'
  return { ...found, kind: 'visibility-changed', direction }
}

function classified(
  before: Behaviour,
  after: Behaviour,
  changed: readonly Facet[]
): Omit<Difference, 'changes'> {
  if (after.lost > before.lost) {
    return { kind: 'traffic-lost', direction: 'break', severity: 'error' }
  }
  if (after.lost < before.lost) {
    return { kind: 'traffic-gained', direction: 'repair', severity: 'info' }
  }
  if (changed.includes('pods')) {
    const [loses, gains] = [losesAllPods(before, after), losesAllPods(after, before)]
    if (loses && !gains) return { kind: 'traffic-lost', direction: 'break', severity: 'error' }
    if (gains && !loses) return { kind: 'traffic-gained', direction: 'repair', severity: 'info' }
  }
  if (!changed.includes('destinations')) {
    const severity = settingSeverity(before, after, changed)
    return changed.every(isUpstream)
      ? { kind: 'upstream-changed', direction: 'move', severity }
      : { kind: 'settings-changed', direction: 'neutral', severity }
  }
  if (before.fate === 'served' && after.fate === 'served' && sameClusters(before, after)) {
    return { kind: 'weights-changed', direction: 'move', severity: 'info' }
  }
  // From one failure to another: worth a line, not a warning.
  return { kind: 'rerouted', direction: 'move', severity: before.lost === 1 ? 'info' : 'warning' }
}

function changedFacets(before: Behaviour, after: Behaviour): Facet[] {
  if (before.fate !== after.fate) return ['destinations']
  const nowhere = isNowhere(before) && isNowhere(after)
  const changed = facets.filter(
    facet =>
      before.facets[facet].key !== after.facets[facet].key &&
      (!nowhere || answered.has(facet)) &&
      // Other destinations have other pods and policies: that is said already.
      (!isUpstream(facet) || sameClusters(before, after))
  )
  // Of requests of which one side loses more, or both lose all, only that matters.
  const failing = before.lost !== after.lost || before.lost === 1
  return failing && changed.includes('destinations') ? ['destinations'] : changed
}

/**
 * The same labels that no pod in git carries. Whether pods that git does not hold are assumed to carry them is asked of
 * the Service: one that takes the subset's label into its selector still has those pods, or none.
 */
function isSameNobody(before: Behaviour, after: Behaviour): boolean {
  if (before.lost === after.lost || !sameClusters(before, after)) return false
  const isAlike = before.destinations.every((one, index) => {
    const other = after.destinations[index]
    if (other === undefined || weightOf(one) !== weightOf(other)) return false
    if (one.tail === other.tail) return true
    return isNobody(one) && isNobody(other) && one.pods?.key === other.pods?.key
  })
  // What is passed on, refused or answered by the proxy itself has no cluster of nobody.
  const isOfNobody = before.destinations.some(isNobody)
  const isSame = (facet: Facet) => before.facets[facet].key === after.facets[facet].key
  return (
    isOfNobody &&
    isAlike &&
    facets.every(one => one === 'destinations' || isUpstream(one) || isSame(one))
  )
}

/** A cluster whose labels no pod in git carries. */
function isNobody({ upstream, pods }: Share): boolean {
  return upstream !== null && pods !== null && pods.names.length === 0 && pods.labels !== ''
}

function weightOf({ tail }: Share): string {
  return tail.replace(/ \(no pods: .*\)$/, '')
}

/** Forwarded, and to nobody: the proxy itself answers 503. */
function isNowhere({ fate, lost }: Behaviour): boolean {
  return fate === 'served' && lost === 1
}

/** Facets that show in an answer of the proxy itself; all others are of requests that arrive somewhere. */
const answered: ReadonlySet<Facet> = new Set(['destinations', 'fault', 'headers', 'cors'])

const upstream: ReadonlySet<Facet> = new Set(['pods', ...upstreamFacets])

/** Facets of the chosen clusters, not of the route. */
function isUpstream(facet: Facet): boolean {
  return upstream.has(facet)
}

function sameClusters(before: Behaviour, after: Behaviour): boolean {
  return (
    before.destinations.length === after.destinations.length &&
    before.destinations.every((one, index) => one.cluster === after.destinations[index]?.cluster)
  )
}

/** Faults, copies of live traffic and pods that go are high in the risk order; timeouts, retries and headers medium. */
function settingSeverity(before: Behaviour, after: Behaviour, changed: readonly Facet[]): Severity {
  for (const facet of ['fault', 'mirrors', 'rewrite'] as const) {
    if (changed.includes(facet) && after.facets[facet].text !== 'none') return 'warning'
  }
  if (changed.includes('client TLS')) return 'warning'
  return changed.includes('pods') && losesPods(before, after) ? 'warning' : 'info'
}

/** A share of the requests went to pods that git holds, and its Service selects none that it holds. */
function losesAllPods(before: Behaviour, after: Behaviour): boolean {
  return before.destinations.some((share, index) => {
    const left = after.destinations[index]?.pods
    // Without a selector it is written elsewhere which addresses serve.
    const isSelected = left !== undefined && left !== null && left.namespaces.length > 0
    return (share.pods?.names.length ?? 0) > 0 && isSelected && left.names.length === 0
  })
}

function losesPods(before: Behaviour, after: Behaviour): boolean {
  return before.destinations.some((share, index) => {
    const names = after.destinations[index]?.pods?.names ?? []
    const known = share.pods?.names ?? []
    return known.length === 0 || known.some(name => !names.includes(name))
  })
}
