import { at } from './indexed.ts'

/**
 * Which rows of two lists are not part of one longest common subsequence of identities. A point that matches
 * none of them is decided by the common rows alone, so both lists decide it alike.
 * Equal identities are paired in order of occurrence, then the longest increasing run is kept: O(n log n).
 */
export function changedRows(
  base: readonly number[],
  head: readonly number[]
): { readonly base: readonly number[]; readonly head: readonly number[] } {
  const places = new Map<number, number[]>()
  base.forEach((id, index) => {
    const list = places.get(id)
    if (list === undefined) places.set(id, [index])
    else list.push(index)
  })
  const used = new Map<number, number>()
  const pairs: { readonly base: number; readonly head: number }[] = []
  head.forEach((id, index) => {
    const occurrence = used.get(id) ?? 0
    const partner = places.get(id)?.[occurrence]
    if (partner === undefined) return
    used.set(id, occurrence + 1)
    pairs.push({ base: partner, head: index })
  })
  const kept = longestIncreasing(pairs.map(pair => pair.base)).map(index => at(pairs, index))
  const keptBase = new Set(kept.map(pair => pair.base))
  const keptHead = new Set(kept.map(pair => pair.head))
  return {
    base: base.map((_, index) => index).filter(index => !keptBase.has(index)),
    head: head.map((_, index) => index).filter(index => !keptHead.has(index))
  }
}

/** Indexes of one longest strictly increasing subsequence. */
function longestIncreasing(values: readonly number[]): readonly number[] {
  /** For each length, the index that ends the run with the least last value. */
  const ends: number[] = []
  const previous: number[] = []
  values.forEach((value, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (at(values, at(ends, middle)) < value) low = middle + 1
      else high = middle
    }
    previous.push(low === 0 ? -1 : at(ends, low - 1))
    ends[low] = index
  })
  const run: number[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = at(previous, index)) run.push(index)
  return run.reverse()
}
