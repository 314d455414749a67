import { changedRows } from './align.ts'
import { Budget, Exhausted, type Limits } from './budget.ts'
import { Identities, impossibleCombinations } from './identity.ts'
import { at } from './indexed.ts'
import type { Line } from './lines.ts'
import { type Malformed, malformed } from './malformed.ts'
import { mergeDimensions } from './merge-dimensions.ts'
import { bestPoint, type Region } from './region.ts'
import { reachOf } from './relevant.ts'
import { makeSpace, type Space, sizeOf, type When } from './space.ts'
import type { Point, Row, Table } from './table.ts'
import { differing, type Pair } from './walk.ts'

export interface CompareOptions<Action> {
  /** Equal keys are equal behaviour. */
  keyOf(action: Action): string
  /** One difference for each pair of rows (default) or for each pair of actions. */
  readonly mergeBy?: 'rows' | 'actions'
  readonly limits?: Partial<Limits>
}

export type Comparison<Action> =
  | {
      readonly kind: 'compared'
      /** By base row, then head row; `otherwise` comes last. Empty: the tables decide every point alike. */
      readonly differences: readonly Difference<Action>[]
      readonly counts: ComparisonCounts
    }
  | OutOfBudget
  | { readonly kind: 'malformed'; readonly matchers: readonly Malformed[] }

/** Nothing is known of the tables. */
export interface OutOfBudget {
  readonly kind: 'exhausted'
  /** Where the work grew too large. */
  readonly dimension: string | null
  readonly limit: keyof Limits
  readonly allowed: number
}

/** What was looked at. Rows that no difference can involve are not cut into classes. */
export interface ComparisonCounts {
  readonly rows: { readonly base: number; readonly head: number }
  readonly dimensions: number
  readonly classes: number
  readonly states: number
  readonly steps: number
}

export interface Difference<Action> {
  readonly before: Action
  readonly after: Action
  /** `null`: no row matched; the action is the table's `otherwise`. */
  readonly base: Row<Action> | null
  readonly head: Row<Action> | null
  /** All pairs of rows that were merged into this one; the first is `base` and `head`. */
  readonly pairs: readonly {
    readonly base: Row<Action> | null
    readonly head: Row<Action> | null
  }[]
  readonly region: Region
  /** A point of the region, the most natural one. */
  readonly sample: Point
}

/** Every point on which two tables differ. Exact, or a typed reason why not. */
export function compare<Action>(
  base: Table<Action>,
  head: Table<Action>,
  options: CompareOptions<Action>
): Comparison<Action> {
  const faults = [...malformed(base), ...malformed(head)]
  if (faults.length > 0) return { kind: 'malformed', matchers: faults }
  const budget = new Budget(options.limits)
  try {
    return compareWithin(base, head, options, budget)
  } catch (error) {
    if (!(error instanceof Exhausted)) throw error
    const { dimension, limit, allowed } = error
    return { kind: 'exhausted', dimension, limit, allowed }
  }
}

function compareWithin<Action>(
  base: Table<Action>,
  head: Table<Action>,
  options: CompareOptions<Action>,
  budget: Budget
): Comparison<Action> {
  const identities = new Identities<Action>(action => options.keyOf(action))
  const baseIds = base.rows.map(row => identities.row(row))
  const headIds = head.rows.map(row => identities.row(row))
  const changed = changedRows(baseIds, headIds)
  const otherwiseDiffers = identities.action(base.otherwise) !== identities.action(head.otherwise)
  const dimensions = mergeDimensions(base.dimensions, head.dimensions)
  const counts = {
    rows: { base: base.rows.length, head: head.rows.length },
    dimensions: dimensions.length
  }
  if (changed.base.length + changed.head.length === 0 && !otherwiseDiffers) {
    const none = { classes: 0, states: budget.states, steps: budget.steps }
    return { kind: 'compared', differences: [], counts: { ...counts, ...none } }
  }
  const changedWhens = [
    ...changed.base.map(index => at(base.rows, index).when),
    ...changed.head.map(index => at(head.rows, index).when)
  ]
  const reach = reachOf(
    otherwiseDiffers ? null : changedWhens,
    base.rows.length + head.rows.length,
    dimensions
  )
  const impossible = impossibleCombinations([base, head]).filter(reach.touches)
  const touched = [base, head].map(table => table.rows.map(row => reach.touches(row.when)))
  const space = makeSpace(
    dimensions,
    [base, head].flatMap((table, side) =>
      table.rows.filter((_, index) => touched[side]?.[index]).map(row => row.when)
    ),
    impossible,
    reach.universe,
    budget
  )
  const number = impossible.length
  const shared = impossible.map((when, index) => lineOf(space, when, index, -1 - index, -1))
  const lists = [base, head].map((table, side) => {
    const first = number + side * (base.rows.length + 1)
    const ids = side === 0 ? baseIds : headIds
    const lines = table.rows.map((row, index) =>
      touched[side]?.[index] === true
        ? lineOf(space, row.when, first + index, at(ids, index), identities.action(row.action))
        : null
    )
    const action = identities.action(table.otherwise)
    const last = lineOf(space, {}, first + lines.length, Number.MIN_SAFE_INTEGER + action, action)
    return [...shared, ...lines, last].filter(line => line !== null)
  })
  const pairs = differing(space, at(lists, 0), at(lists, 1))
  const rowOf = (line: Line) => {
    const index = line.number - number
    return {
      base: base.rows[index] ?? null,
      head: head.rows[index - base.rows.length - 1] ?? null
    }
  }
  const differences = merged(pairs, options.mergeBy ?? 'rows', space).map(
    ({ members, points }): Difference<Action> => {
      const rows = members.map(pair => ({
        base: rowOf(pair.base).base,
        head: rowOf(pair.head).head
      }))
      const { base: left, head: right } = at(rows, 0)
      const known = bestPoint({ space, points })
      return {
        before: left === null ? base.otherwise : left.action,
        after: right === null ? head.otherwise : right.action,
        base: left,
        head: right,
        pairs: rows,
        region: { space, points, known },
        sample: known
      }
    }
  )
  let classes = 0
  for (const axis of space.axes) classes += sizeOf(axis)
  const spent = { classes, states: budget.states, steps: budget.steps }
  return { kind: 'compared', differences, counts: { ...counts, ...spent } }
}

function lineOf(
  space: Space,
  when: When,
  number: number,
  identity: number,
  action: number
): Line | null {
  const conditions = space.conditions(when)
  return conditions === null
    ? null
    : { number, identity, action, conditions, last: conditions.at(-1)?.axis ?? -1 }
}

interface Merged {
  readonly members: readonly Pair[]
  readonly points: Pair['points']
}

function merged(pairs: readonly Pair[], by: 'rows' | 'actions', space: Space): readonly Merged[] {
  if (by === 'rows') return pairs.map(pair => ({ members: [pair], points: pair.points }))
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const key = `${pair.base.action},${pair.head.action}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [pair])
    else group.push(pair)
  }
  return [...groups.values()].map(members => {
    let points = at(members, 0).points
    for (const member of members) points = space.diagrams.union(points, member.points) ?? points
    return { members, points }
  })
}
