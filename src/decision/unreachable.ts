import { Budget, Exhausted, type Limits } from './budget.ts'
import { Guesses } from './guess.ts'
import { Hiding } from './hiding.ts'
import { type Malformed, malformed } from './malformed.ts'
import { rowImplies, rowsMayMeet } from './overlap.ts'
import type { Row, Table } from './table.ts'

export interface ReachOptions<Action> {
  /** Equal keys are equal behaviour. */
  keyOf(action: Action): string
  /** For each row that needs a proof. */
  readonly limits?: Partial<Limits>
}

export type Reachability<Action> =
  | {
      readonly kind: 'analysed'
      /** In row order. */
      readonly unreached: readonly Unreached<Action>[]
      /** Rows of which nothing is known, because a limit was reached. */
      readonly undecided: readonly Undecided<Action>[]
    }
  | { readonly kind: 'malformed'; readonly matchers: readonly Malformed[] }

export type Unreached<Action> =
  /** No point satisfies the row's own matchers. */
  | { readonly why: 'empty'; readonly index: number; readonly row: Row<Action> }
  /**
   * Earlier rows take all its points. `by` covers them and none of it can be left out, except that a row with
   * another action is added where one takes some of the points and the cover has none. Most overlap first.
   */
  | {
      readonly why: 'hidden'
      readonly index: number
      readonly row: Row<Action>
      readonly by: readonly { readonly index: number; readonly row: Row<Action> }[]
    }

export interface Undecided<Action> {
  readonly index: number
  readonly row: Row<Action>
  readonly dimension: string | null
  readonly limit: keyof Limits
  readonly allowed: number
}

/** Rows that no point takes. Exact. */
export function unreachable<Action>(
  table: Table<Action>,
  options: ReachOptions<Action>
): Reachability<Action> {
  const faults = malformed(table)
  if (faults.length > 0) return { kind: 'malformed', matchers: faults }
  const dimensions = new Map(table.dimensions.map(dimension => [dimension.name, dimension]))
  const guesses = new Guesses(
    table.dimensions,
    table.rows.map(row => row.when),
    table.impossible ?? [],
    options.limits
  )
  const unreached: Unreached<Action>[] = []
  const undecided: Undecided<Action>[] = []
  for (const [index, row] of table.rows.entries()) {
    const taker = guesses.takenBy(index, row.when)
    if (taker === index) continue
    const before = table.rows.slice(0, index)
    const rivals = [...before.entries()]
      .filter(([, other]) => rowsMayMeet(row.when, other.when, dimensions))
      .map(([place, other]) => ({ index: place, row: other }))
    const [first] = rivals
    const shortcut =
      first !== undefined &&
      taker === first.index &&
      rowImplies(row.when, first.row.when, dimensions)
    if (shortcut) {
      unreached.push({ why: 'hidden', index, row, by: [first] })
      continue
    }
    try {
      const budget = new Budget(options.limits)
      const answer = new Hiding(table, row, rivals, options, budget).answer()
      if (answer === 'empty') unreached.push({ why: 'empty', index, row })
      else if (answer !== 'taken') unreached.push({ why: 'hidden', index, row, by: answer })
    } catch (error) {
      if (!(error instanceof Exhausted)) throw error
      const { dimension, limit, allowed } = error
      undecided.push({ index, row, dimension, limit, allowed })
    }
  }
  return { kind: 'analysed', unreached, undecided }
}
