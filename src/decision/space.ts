import { type Bits, bitsOf } from './bits.ts'
import { type Budget, Exhausted } from './budget.ts'
import { conjuncts, joinLiterals, Matchers, type OnDemand, onDemand } from './demand.ts'
import { Diagrams, type Points } from './diagram.ts'
import { at } from './indexed.ts'
import { knownPartition } from './known-partition.ts'
import type { Partition } from './partition.ts'
import type { Dimension, Matcher } from './table.ts'

export type When = Readonly<Record<string, Matcher>>

/**
 * One question about a point with finitely many answers ("classes"). A dimension that is partitioned is one axis;
 * one that is asked on demand has an axis of two classes (0 no, 1 yes) for each of its matchers, side by side.
 */
export type Axis = ClassAxis | LiteralAxis

export interface ClassAxis {
  readonly is: 'classes'
  readonly dimension: Dimension
  readonly partition: Partition
}

export interface LiteralAxis {
  readonly is: 'literal'
  readonly dimension: Dimension
  readonly demand: OnDemand
  readonly matcher: number
}

/** What a row asks of one axis: a matcher's number on a class axis, 1 or 0 on a literal axis. */
export interface Condition {
  readonly axis: number
  readonly asks: number
}

/** The finite space in which two tables are compared. */
export interface Space {
  /** All dimensions of the tables, as they declare them; dimensions that no row names have no axis. */
  readonly dimensions: readonly Dimension[]
  readonly axes: readonly Axis[]
  readonly diagrams: Diagrams
  readonly budget: Budget
  /** Points that do not exist. Regions hold none of them, descriptions may. */
  readonly impossible: Points
  /** By ascending axis; `null` where the row contradicts itself on a dimension asked on demand. */
  conditions(when: When): readonly Condition[] | null
}

/**
 * `universe` may name, for a dimension, matchers outside of whose union nothing is asked.
 * Throws `Exhausted`.
 */
export function makeSpace(
  dimensions: readonly Dimension[],
  rows: readonly When[],
  impossible: readonly When[],
  universe: (dimension: string) => readonly Matcher[] | null,
  budget: Budget
): Space {
  const named = new Map(dimensions.map(dimension => [dimension.name, dimension]))
  const used = new Map<string, Matchers>()
  for (const row of [...impossible, ...rows]) {
    for (const [name, matcher] of Object.entries(row)) {
      if (!named.has(name)) throw new Error(`the table has no dimension ${name}`)
      let matchers = used.get(name)
      if (matchers === undefined) {
        matchers = new Matchers()
        used.set(name, matchers)
      }
      matchers.number(matcher)
    }
  }
  for (const matchers of used.values()) {
    for (const matcher of matchers.list.flatMap(partsOf)) matchers.number(matcher)
  }
  const places = new Map<string, Place>()
  const axes: Axis[] = []
  for (const dimension of byDiscrimination(dimensions, used)) {
    const matchers = used.get(dimension.name) ?? new Matchers()
    const first = axes.length
    const cut = dimension.multiple
      ? null
      : tryPartition(dimension, matchers.list, universe(dimension.name), budget)
    if (cut !== null) {
      axes.push({ is: 'classes', dimension, partition: cut })
      places.set(dimension.name, { first, matchers, cut: true })
      continue
    }
    const literals = new Matchers()
    for (const matcher of matchers.list) {
      for (const part of conjuncts(matcher)) literals.number(part.matcher)
    }
    const demand = onDemand(dimension, literals.list, budget)
    literals.list.forEach((_, matcher) => {
      axes.push({ is: 'literal', dimension, demand, matcher })
    })
    places.set(dimension.name, { first, matchers: literals, cut: false })
  }
  const diagrams = new Diagrams(axes.map(sizeOf))
  let nowhere: Points = null
  for (const when of impossible) {
    const conditions = conditionsOf(when, places)
    if (conditions === null) continue
    nowhere = diagrams.union(nowhere, diagrams.box(boxOf(conditions, axes)))
  }
  return {
    dimensions,
    axes,
    diagrams,
    budget,
    impossible: nowhere,
    conditions: when => conditionsOf(when, places)
  }
}

/** What a matcher is made of: no row asks for these alone, but descriptions are better said with them. */
function partsOf(matcher: Matcher): readonly Matcher[] {
  if (matcher.is === 'not') return [matcher.of, ...partsOf(matcher.of)]
  if (matcher.is === 'all' || matcher.is === 'any') {
    return matcher.of.flatMap(part => [part, ...partsOf(part)])
  }
  return []
}

interface Place {
  readonly first: number
  readonly matchers: Matchers
  readonly cut: boolean
}

export function sizeOf(axis: Axis): number {
  return axis.is === 'classes' ? axis.partition.values.length : 2
}

/** Dimensions with most distinct matchers first: their classes leave the shortest lists. */
function byDiscrimination(
  dimensions: readonly Dimension[],
  used: ReadonlyMap<string, Matchers>
): readonly Dimension[] {
  const count = (dimension: Dimension) => used.get(dimension.name)?.list.length ?? 0
  return dimensions
    .filter(dimension => count(dimension) > 0)
    .sort((a, b) => Number(a.multiple) - Number(b.multiple) || count(b) - count(a))
}

function tryPartition(
  dimension: Dimension,
  matchers: readonly Matcher[],
  universe: readonly Matcher[] | null,
  budget: Budget
): Partition | null {
  try {
    return knownPartition(dimension, matchers, universe, budget)
  } catch (error) {
    if (error instanceof Exhausted && error.limit === 'states') return null
    throw error
  }
}

/** The classes that meet conditions, axis by axis. */
export function boxOf(
  conditions: readonly Condition[],
  axes: readonly Axis[]
): ReadonlyMap<number, Bits> {
  const box = new Map<number, Bits>()
  for (const { axis: number, asks } of conditions) {
    const axis = at(axes, number)
    const classes = axis.is === 'literal' ? [asks] : at(axis.partition.holds, asks)
    box.set(number, bitsOf(sizeOf(axis), classes))
  }
  return box
}

function conditionsOf(when: When, places: ReadonlyMap<string, Place>): readonly Condition[] | null {
  const conditions: Condition[] = []
  for (const [name, matcher] of Object.entries(when)) {
    const place = places.get(name)
    if (place === undefined) throw new Error(`no axis for dimension ${name}`)
    if (place.cut) {
      conditions.push({ axis: place.first, asks: place.matchers.number(matcher) })
      continue
    }
    const literals = joinLiterals(
      conjuncts(matcher).map(part => ({
        matcher: place.matchers.number(part.matcher),
        holds: part.holds
      }))
    )
    if (literals === null) return null
    for (const literal of literals) {
      conditions.push({ axis: place.first + literal.matcher, asks: literal.holds ? 1 : 0 })
    }
  }
  return conditions.sort((a, b) => a.axis - b.axis)
}
