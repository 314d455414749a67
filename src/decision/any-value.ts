import type { Budget } from './budget.ts'
import { at } from './indexed.ts'
import { partition } from './partition.ts'
import { setFinder } from './sets.ts'
import type { Dimension } from './table.ts'

/** The most natural value of a dimension about which nothing is asked. */
export function anyValue(dimension: Dimension, budget: Budget): string | readonly string[] | null {
  if (dimension.multiple) return setFinder(dimension, [], budget)([]) ?? null
  const { values, ranks } = partition(dimension, [], null, budget)
  let best = 0
  values.forEach((_, one) => {
    if (at(ranks, one) < at(ranks, best)) best = one
  })
  return values[best] ?? null
}
