import type { Program } from './program.ts'
import { type Subsets, subsets } from './subset.ts'

interface Shared {
  readonly inner: Subsets
  /** What the start, and each state's moves and verdict, were charged when they were found. */
  readonly start: number
  readonly moves: Map<number, number>
  readonly accepts: Map<number, number>
  /** What was charged since this was read last. */
  spent(): number
}

const known = new WeakMap<Program, Shared>()

/**
 * The subset construction over all symbols, found out once for all who ask. Each of them is charged what it would have
 * been had it found out for itself, so that what a budget allows does not hang on who asked before.
 */
export function sharedSubsets(program: Program, charge: (threads: number) => void): Subsets {
  const shared = known.get(program) ?? share(program)
  const { inner, moves, accepts, spent } = shared
  const moved = new Set<number>()
  const judged = new Set<number>()
  const once = <Value>(
    state: number,
    asked: Set<number>,
    costs: Map<number, number>,
    find: (state: number) => Value
  ): Value => {
    const value = find(state)
    if (asked.has(state)) return value
    asked.add(state)
    let cost = costs.get(state)
    if (cost === undefined) {
      cost = spent()
      costs.set(state, cost)
    }
    if (cost > 0) charge(cost)
    return value
  }
  charge(shared.start)
  return {
    start: inner.start,
    moves: state => once(state, moved, moves, inner.moves),
    accepts: state => once(state, judged, accepts, inner.accepts)
  }
}

function share(program: Program): Shared {
  let total = 0
  const inner = subsets(program, null, threads => {
    total += threads
  })
  const spent = (): number => {
    const now = total
    total = 0
    return now
  }
  const made = { inner, start: spent(), moves: new Map(), accepts: new Map(), spent }
  known.set(program, made)
  return made
}
