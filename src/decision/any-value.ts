import { Budget, defaultLimits, Exhausted, type Limits } from './budget.ts'
import { at } from './indexed.ts'
import { partition } from './partition.ts'
import { setFinder } from './sets.ts'
import type { Dimension } from './table.ts'

type Value = string | readonly string[] | null

/** Values by dimension and limits; what could not be found within them too. */
const known = new Map<string, { readonly value: Value } | { readonly exhausted: Exhausted }>()
const REMEMBERED = 1_000

/**
 * The most natural value of a dimension about which nothing is asked. It has a budget of its own, so that the answer
 * is the same whatever was asked before, and is found once for the tables that have such a dimension.
 * Throws `Exhausted`.
 */
export function anyValue(dimension: Dimension, limits: Partial<Limits> = defaultLimits): Value {
  const budget = new Budget(limits)
  const key = JSON.stringify([dimension, budget.limits])
  let found = known.get(key)
  if (found === undefined) {
    found = attempt(dimension, budget)
    if (known.size >= REMEMBERED) known.clear()
    known.set(key, found)
  }
  if ('exhausted' in found) throw found.exhausted
  return found.value
}

function attempt(
  dimension: Dimension,
  budget: Budget
): { readonly value: Value } | { readonly exhausted: Exhausted } {
  try {
    return { value: findAny(dimension, budget) }
  } catch (error) {
    if (error instanceof Exhausted) return { exhausted: error }
    throw error
  }
}

function findAny(dimension: Dimension, budget: Budget): Value {
  if (dimension.multiple) return setFinder(dimension, [], budget)([]) ?? null
  const { values, ranks } = partition(dimension, [], null, budget)
  let best = 0
  values.forEach((_, one) => {
    if (at(ranks, one) < at(ranks, best)) best = one
  })
  return values[best] ?? null
}
