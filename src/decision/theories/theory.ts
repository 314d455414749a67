import type { Budget } from '../budget.ts'
import type { Atom } from '../decide.ts'
import type { Formula } from '../formula.ts'
import type { Dimension } from '../table.ts'

/** What a theory is asked: cut the present values of a dimension by its atoms. */
export interface Question {
  readonly dimension: Dimension
  readonly atoms: readonly Atom[]
  /** What every value satisfies; values elsewhere do not exist. */
  readonly domain: Formula | null
  /** What the caller cares about; values elsewhere exist but need not be cut. `null`: everything. */
  readonly universe: Formula | null
  readonly budget: Budget
}

export interface Answer {
  /** Distinct by their atoms, inside domain and universe, never empty. */
  readonly classes: readonly ValueClass[]
  /** Atoms that may hold of a value outside the universe. Empty where the universe is everything. */
  readonly outside: ReadonlySet<number>
}

/** All values of which the same atoms hold. */
export interface ValueClass {
  /** Ascending. */
  readonly atoms: readonly number[]
  /** The shortest natural member. */
  readonly value: string
  /** Smaller is more natural. A property of the value alone, whatever the values are cut into. */
  readonly order: number
}
