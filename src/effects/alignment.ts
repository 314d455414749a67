import { canonical } from '../fingerprint.ts'
import type { Json } from '../manifest/manifest.ts'
import { aligned } from './field-diff.ts'

type List = readonly Json[]
type Pairs = readonly (readonly [number, number])[]

/** Each effect of an object asks again how its two lists are aligned, and there can be one for each element. */
const known = new WeakMap<List, WeakMap<List, Pairs>>()
const places = new WeakMap<List, ReadonlyMap<string, number>>()

/**
 * Index pairs of equal elements of a list and its counterpart, aligned from base to head whichever side `own` is: of
 * two that changed places the same one is said to have moved.
 */
export function alignment(own: List, other: List, side: 'base' | 'head'): Pairs {
  const of = known.get(own) ?? new WeakMap<List, Pairs>()
  known.set(own, of)
  let pairs = of.get(other)
  if (pairs === undefined) {
    pairs =
      side === 'base'
        ? aligned(own, other)
        : aligned(other, own).map(([one, two]) => [two, one] as const)
    of.set(other, pairs)
  }
  return pairs
}

/** The first place in a list where an equal element stands; -1 for nowhere. */
export function placeOf(element: Json | undefined, list: List): number {
  if (element === undefined) return -1
  let found = places.get(list)
  if (found === undefined) {
    const firsts = new Map<string, number>()
    for (const [index, one] of list.entries()) {
      const key = canonical(one)
      if (!firsts.has(key)) firsts.set(key, index)
    }
    found = firsts
    places.set(list, found)
  }
  return found.get(canonical(element)) ?? -1
}
