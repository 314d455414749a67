import { allBits, type Bits } from './bits.ts'
import { type Box, boxesOf, hullOf, literalsOf } from './boxes.ts'
import { Exhausted } from './budget.ts'
import { matches, valueAt } from './decide.ts'
import { type Expression, expressionsOf } from './express.ts'
import { at } from './indexed.ts'
import type { Region } from './region.ts'
import type { LiteralAxis, Space } from './space.ts'
import type { Dimension, Matcher, Point } from './table.ts'

/** What a clause says of one dimension. */
export interface Term extends Expression {
  readonly dimension: string
}

/** All terms hold; without terms: every point. Terms stand in the tables' order of dimensions. */
export interface Clause {
  readonly terms: readonly Term[]
  /** The region is a part of the clause: it was too intricate to be said exactly within the budget. */
  readonly partly?: true
}

const remembered = new WeakMap<Space, (axis: number) => (classes: Bits) => Expression>()

/**
 * The region as a union of clauses in the configured matchers, as Campion does it. Of all points that exist, exactly
 * those of the region lie in a clause. Few clauses and few matchers, not provably the fewest. Where that is more
 * than the budget (or `LONGEST`) allows, one clause that holds the region, marked `partly`.
 */
export function describe(region: Region): readonly Clause[] {
  const { space, points } = region
  if (points === null) return []
  const express = expressionsIn(space)
  const cost = (axis: number, classes: Bits) => {
    if (at(space.axes, axis).is === 'literal') return 1
    const { within, except } = express(axis)(classes)
    let sum = 0
    for (const matcher of [...within, ...except]) sum += weight(matcher)
    return sum
  }
  space.budget.renew()
  try {
    return boxesOf(region, cost, LONGEST).map(box => ({ terms: termsOf(space, box, express) }))
  } catch (error) {
    if (!(error instanceof Exhausted)) throw error
    return [{ terms: termsOf(space, hullOf(space, points), express), partly: true }]
  }
}

/** Nobody reads more clauses than this. */
const LONGEST = 1_000

function weight(matcher: Matcher): number {
  return matcher.is === 'all' || matcher.is === 'any' ? 1 + matcher.of.length : 1
}

function expressionsIn(space: Space): (axis: number) => (classes: Bits) => Expression {
  const before = remembered.get(space)
  if (before !== undefined) return before
  const known = new Map<number, (classes: Bits) => Expression>()
  const express = (number: number) => {
    let made = known.get(number)
    if (made === undefined) {
      const axis = at(space.axes, number)
      if (axis.is !== 'classes') throw new Error('only classes are said as sets')
      made = expressionsOf(axis.partition)
      known.set(number, made)
    }
    return made
  }
  remembered.set(space, express)
  return express
}

function termsOf(
  space: Space,
  box: Box,
  express: (axis: number) => (classes: Bits) => Expression
): readonly Term[] {
  const terms: Term[] = []
  for (const dimension of space.dimensions) {
    const number = space.axes.findIndex(axis => axis.dimension === dimension)
    const axis = space.axes[number]
    if (axis === undefined) continue
    const expression =
      axis.is === 'classes'
        ? classTerm(axis.partition, box.get(number), express(number))
        : literalTerm(space, box, axis)
    if (expression.within.length + expression.except.length > 0) {
      terms.push({ dimension: dimension.name, ...expression })
    }
  }
  return terms
}

/** An axis that the box does not name is still bounded by the universe of its partition. */
function classTerm(
  partition: { readonly values: readonly unknown[]; readonly outside: readonly boolean[] | null },
  classes: Bits | undefined,
  express: (classes: Bits) => Expression
): Expression {
  if (classes !== undefined) return express(classes)
  return partition.outside === null
    ? { within: [], except: [] }
    : express(allBits(partition.values.length))
}

function literalTerm(space: Space, box: Box, axis: LiteralAxis): Expression {
  const literals = literalsOf(space, box, axis)
  const said = (holds: boolean) =>
    literals
      .filter(literal => literal.holds === holds)
      .map(literal => at(axis.demand.matchers, literal.matcher))
  const positive = said(true)
  return {
    within: positive.length > 1 ? [{ is: 'all', of: positive }] : positive,
    except: said(false)
  }
}

/** Whether a point lies in a clause, by plain matching. */
export function satisfiesClause(
  clause: Clause,
  point: Point,
  dimensions: readonly Dimension[]
): boolean {
  return clause.terms.every(term => {
    const dimension = dimensions.find(one => one.name === term.dimension)
    if (dimension === undefined) throw new Error(`no dimension ${term.dimension}`)
    const value = valueAt(point, term.dimension)
    const holds = (matcher: Matcher) => matches(matcher, value, dimension)
    return (term.within.length === 0 || term.within.some(holds)) && !term.except.some(holds)
  })
}
