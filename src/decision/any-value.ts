import { Budget, defaultLimits, Exhausted, type Limits } from './budget.ts'
import { at } from './indexed.ts'
import { partition } from './partition.ts'
import { setFinder } from './sets.ts'
import type { Dimension } from './table.ts'

type Value = string | readonly string[] | null

type Found = { readonly value: Value } | { readonly exhausted: Exhausted }

/** Values by dimension and limits; what could not be found within them too. */
const byContent = new Map<string, Found>()
const REMEMBERED = 1_000

/** Tables share their dimensions, and few ask for other limits. */
const byIdentity = new WeakMap<Dimension, Found>()

/**
 * The most natural value of a dimension about which nothing is asked. It has a budget of its own, so that the answer
 * is the same whatever was asked before, and is found once for the tables that have such a dimension.
 * Throws `Exhausted`.
 */
export function anyValue(dimension: Dimension, limits: Partial<Limits> = defaultLimits): Value {
  const usual = limits === defaultLimits
  const found = (usual ? byIdentity.get(dimension) : undefined) ?? remembered(dimension, limits)
  if (usual) byIdentity.set(dimension, found)
  if ('exhausted' in found) throw found.exhausted
  return found.value
}

function remembered(dimension: Dimension, limits: Partial<Limits>): Found {
  const budget = new Budget(limits)
  const key = JSON.stringify([dimension, budget.limits])
  const known = byContent.get(key)
  if (known !== undefined) return known
  const found = attempt(dimension, budget)
  if (byContent.size >= REMEMBERED) byContent.clear()
  byContent.set(key, found)
  return found
}

function attempt(dimension: Dimension, budget: Budget): Found {
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
