import { type Fault, fault, refusal } from '../problem.ts'

const wildcard = refusal(
  'invalid-locality-wildcard',
  '{field} has the locality {locality}, but * may only stand once and at the end.'
)

const emptyPart = refusal(
  'missing-locality-part',
  '{field} has the locality {locality}, one part of which is empty. Write region, region/zone or region/zone/subzone.'
)

const overlap = refusal(
  'overlapping-localities',
  '{field} has the locality {locality}, which overlaps another one of the list, so that it is not clear which holds.'
)

/** Zones of a region, subzones of a zone; `*` among them stands for all. */
type Places = Map<string, Map<string, Set<string>>>

/** Istio reads localities in their order, and order matters: `a/*` after `a/b` passes (validateLocalities). */
export function localitiesFault(localities: readonly string[]): Fault | null {
  const seen: Places = new Map()
  for (const locality of localities) {
    const stars = locality.split('*').length - 1
    if (stars > 1 || (stars === 1 && !locality.endsWith('*'))) return fault(wildcard, { locality })
    if (seen.has('*')) return fault(overlap, { locality })
    const parts = split(locality)
    if (parts.includes('')) return fault(emptyPart, { locality })
    if (isSeen(seen, parts)) return fault(overlap, { locality })
    note(seen, parts)
  }
  return null
}

/** At most three parts: the last keeps its slashes. */
function split(locality: string): string[] {
  const [region = '', zone, ...rest] = locality.split('/')
  if (zone === undefined) return [region]
  return rest.length === 0 ? [region, zone] : [region, zone, rest.join('/')]
}

function isSeen(seen: Places, [region = '', zone, subzone]: readonly string[]): boolean {
  const zones = seen.get(region)
  if (zones === undefined) return false
  if (zone === undefined || zones.has('*')) return true
  const subzones = zones.get(zone)
  if (subzones === undefined) return false
  return subzone === undefined || subzones.has('*') || subzones.has(subzone)
}

function note(seen: Places, [region = '', zone = '*', subzone = '*']: readonly string[]): void {
  const zones = seen.get(region) ?? new Map<string, Set<string>>()
  const subzones = zones.get(zone) ?? new Set<string>()
  seen.set(region, zones.set(zone, subzones.add(subzone)))
}
