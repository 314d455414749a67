/** What a comparison may spend. Counted in steps, never in time, so that a result does not depend on the machine. */
export interface Limits {
  /**
   * Joint automaton states of one dimension, as far as they are not a word of the input: those are few where
   * matchers are nested or disjoint and double with each regular expression that overlaps all others.
   */
  readonly states: number
  /** Work of one call: automaton moves, residual lists, regions. */
  readonly steps: number
  /** Questions asked one after the other: matchers of dimensions on demand that one point may have to answer. */
  readonly depth: number
}

export const defaultLimits: Limits = { states: 20_000, steps: 3_000_000, depth: 1_000 }

/** A limit was reached. Thrown inside this room only; public functions turn it into a typed result. */
export class Exhausted extends Error {
  readonly dimension: string | null
  readonly limit: keyof Limits
  readonly allowed: number

  constructor(dimension: string | null, limit: keyof Limits, allowed: number) {
    super(`more than ${allowed} ${limit}`)
    this.name = 'Exhausted'
    this.dimension = dimension
    this.limit = limit
    this.allowed = allowed
  }
}

/** Counts what one call spends. */
export class Budget {
  readonly limits: Limits
  /** All states of all automata that were explored. */
  states = 0
  steps = 0

  constructor(limits: Partial<Limits> | undefined) {
    this.limits = { ...defaultLimits, ...limits }
  }

  /** A new phase may spend as much again: what follows a comparison must not fail because of it. */
  renew(): void {
    this.steps = 0
  }

  descend(depth: number, dimension: string): void {
    if (depth > this.limits.depth) throw new Exhausted(dimension, 'depth', this.limits.depth)
  }

  spend(steps: number, dimension: string | null): void {
    this.steps += steps
    if (this.steps > this.limits.steps) throw new Exhausted(dimension, 'steps', this.limits.steps)
  }
}
