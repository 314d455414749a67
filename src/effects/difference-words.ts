import { canonical } from '../fingerprint.ts'
import { type Behaviour, type Share, shareWords } from './behaviour.ts'
import type { Facet, FacetValue } from './facet.ts'
import { type UpstreamFacet, upstreamFacets, upstreamValue, upstreamWords } from './upstream.ts'
import { listWords } from './words.ts'

/** One facet on both sides, each said with a view to the other. */
export function facetWords(
  facet: Facet,
  before: Behaviour,
  after: Behaviour
): { readonly before: string; readonly after: string } {
  if (facet === 'destinations') {
    return { before: destinationWords(before, after), after: destinationWords(after, before) }
  }
  if (facet === 'pods') return { before: podWords(before, after), after: podWords(after, before) }
  const upstream = upstreamFacets.find(one => one === facet)
  if (upstream !== undefined) {
    return {
      before: policyWords(upstream, before, after),
      after: policyWords(upstream, after, before)
    }
  }
  const [was, is] = [before.facets[facet], after.facets[facet]]
  if (facet === 'rewrite' && was.text === is.text) {
    return { before: lengthWords(was), after: lengthWords(is) }
  }
  return { before: was.text, after: is.text }
}

/** `/api` and `/api/` are both a matched prefix: how much of the path is replaced tells them apart. */
function lengthWords({ key, text }: FacetValue): string {
  const length = /,(\d+)\]$/.exec(key)?.[1]
  return length === undefined ? text : text.replace('matched prefix', `first ${length} characters`)
}

/** A host without a subset stands for all of its pods where the other side names one. */
function destinationWords(own: Behaviour, other: Behaviour): string {
  if (own.destinations.length === 0) return own.facets.destinations.text
  const split = new Set(other.destinations.filter(one => one.subset !== '').map(one => one.host))
  return shareWords(own.destinations, split)
}

/** The pods of those destinations alone that changed. */
function podWords(own: Behaviour, other: Behaviour): string {
  const parts: string[] = []
  for (const [index, share] of own.destinations.entries()) {
    const there = other.destinations[index]
    if (share.pods?.key === there?.pods?.key) continue
    const name = own.destinations.length === 1 ? '' : `${nameOf(share)}: `
    parts.push(`${name}${podsOf(share, there)}`)
  }
  return parts.join('; ')
}

/** Names where they tell the sides apart, else the labels that the pods must carry. */
function podsOf({ pods }: Share, other: Share | undefined): string {
  if (pods === null) return 'none'
  if (pods.namespaces.length === 0) return 'addresses that are written down'
  const namesDiffer = listWords(pods.names) !== listWords(other?.pods?.names ?? [])
  if (namesDiffer)
    return pods.names.length === 0 ? 'no known pods' : `pods of ${listWords(pods.names)}`
  return pods.labels === '' ? 'all pods' : `pods with ${pods.labels}`
}

/** What differs in one facet of the clusters that differ. */
function policyWords(facet: UpstreamFacet, own: Behaviour, other: Behaviour): string {
  const said = new Set<string>()
  for (const [index, share] of own.destinations.entries()) {
    const there = other.destinations[index]?.upstream ?? null
    if (share.upstream === null || there === null) continue
    const value = upstreamValue(share.upstream, facet)
    const otherValue = upstreamValue(there, facet)
    if (canonical(value ?? null) !== canonical(otherValue ?? null)) {
      said.add(upstreamWords(value, otherValue))
    }
  }
  return [...said].join('; ')
}

function nameOf({ host, subset }: Share): string {
  return subset === '' ? host : `${host} ${subset}`
}
