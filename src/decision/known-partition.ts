import type { Budget } from './budget.ts'
import { type Partition, partition } from './partition.ts'
import type { Dimension, Matcher } from './table.ts'

/** Larger questions are seldom asked twice, and their keys cost. */
const SMALL = 32
const REMEMBERED = 2_000

interface Known {
  readonly made: Partition
  readonly states: number
  readonly steps: number
}

const known = new Map<string, Known>()

/**
 * `partition`, made once for equal questions: hundreds of tables ask about the same few paths. What it cost is spent
 * again each time, so that what a budget allows does not hang on who asked before. Throws `Exhausted`.
 */
export function knownPartition(
  dimension: Dimension,
  matchers: readonly Matcher[],
  universe: readonly Matcher[] | null,
  budget: Budget
): Partition {
  if (matchers.length > SMALL || (universe?.length ?? 0) > SMALL) {
    return partition(dimension, matchers, universe, budget)
  }
  const key = JSON.stringify([budget.limits.states, dimension, matchers, universe])
  const found = known.get(key)
  if (found !== undefined) {
    budget.states += found.states
    budget.spend(found.steps, dimension.name)
    return { ...found.made, dimension, matchers }
  }
  const before = { states: budget.states, steps: budget.steps }
  const made = partition(dimension, matchers, universe, budget)
  if (known.size >= REMEMBERED) known.clear()
  known.set(key, {
    made,
    states: budget.states - before.states,
    steps: budget.steps - before.steps
  })
  return made
}
