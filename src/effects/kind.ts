import type { Severity } from '../finding.ts'
import { type Behaviour, shareWords } from './behaviour.ts'
import type { EffectDirection, EffectKind, FacetChange } from './effect.ts'
import { type Facet, facets } from './facet.ts'

/** What kind of difference two behaviours make, and which facets show it. */
export interface Difference {
  readonly kind: Extract<
    EffectKind,
    'rerouted' | 'traffic-lost' | 'traffic-gained' | 'weights-changed' | 'settings-changed'
  >
  readonly direction: EffectDirection
  readonly severity: Severity
  readonly changes: readonly FacetChange[]
}

/** Null where both treat the request alike. A behaviour that was not understood is no effect: ask before. */
export function difference(before: Behaviour, after: Behaviour): Difference | null {
  if (before.id === after.id) return null
  const changes: FacetChange[] = []
  for (const facet of changedFacets(before, after)) {
    changes.push({
      facet,
      before: facetWords(facet, before, after),
      after: facetWords(facet, after, before)
    })
  }
  if (after.lost > before.lost) {
    return { kind: 'traffic-lost', direction: 'break', severity: 'error', changes }
  }
  if (after.lost < before.lost) {
    return { kind: 'traffic-gained', direction: 'repair', severity: 'info', changes }
  }
  if (
    before.lost < 1 &&
    before.facets.destinations.key === after.facets.destinations.key &&
    before.fate === after.fate
  ) {
    return {
      kind: 'settings-changed',
      direction: 'neutral',
      severity: settingSeverity(before, after),
      changes
    }
  }
  if (before.fate === 'served' && after.fate === 'served' && sameDestinations(before, after)) {
    return { kind: 'weights-changed', direction: 'move', severity: 'info', changes }
  }
  // From one failure to another: worth a line, not a warning.
  const severity = before.lost === 1 ? 'info' : 'warning'
  return { kind: 'rerouted', direction: 'move', severity, changes }
}

/** A host without a subset stands for all of its pods where the other side names one. */
function facetWords(facet: Facet, own: Behaviour, other: Behaviour): string {
  if (facet !== 'destinations' || own.destinations.length === 0) return own.facets[facet].text
  const split = new Set(other.destinations.filter(one => one.subset !== '').map(one => one.host))
  return shareWords(own.destinations, split)
}

function changedFacets(before: Behaviour, after: Behaviour): Facet[] {
  // Of requests that nobody serves only that matters.
  if (before.lost === 1 || after.lost === 1) return ['destinations']
  const changed = facets.filter(facet => before.facets[facet].key !== after.facets[facet].key)
  if (before.fate === after.fate) return changed
  // Where the request ends differently, the settings of the side that has none say nothing.
  return ['destinations', ...changed.filter(facet => meaningful(facet, before, after))]
}

function meaningful(facet: Facet, before: Behaviour, after: Behaviour): boolean {
  return facet !== 'destinations' && before.fate === 'served' && after.fate === 'served'
}

function sameDestinations(before: Behaviour, after: Behaviour): boolean {
  return (
    before.destinations.length === after.destinations.length &&
    before.destinations.every((one, index) => one.cluster === after.destinations[index]?.cluster)
  )
}

/** Faults and copies of live traffic are high in the risk order; timeouts, retries and headers are medium. */
function settingSeverity(before: Behaviour, after: Behaviour): Severity {
  const added = (facet: Facet) =>
    before.facets[facet].key !== after.facets[facet].key && after.facets[facet].text !== 'none'
  return added('fault') || added('mirrors') || added('rewrite') ? 'warning' : 'info'
}
