import { anyValue } from './any-value.ts'
import { addAll, allBits, type Bits, bitsOf, members, noBits } from './bits.ts'
import { Exhausted } from './budget.ts'
import { matches, valueAt } from './decide.ts'
import type { Node, Points } from './diagram.ts'
import { at } from './indexed.ts'
import type { Literal } from './sets.ts'
import { type LiteralAxis, type Space, sizeOf } from './space.ts'
import type { Point } from './table.ts'

/** A set of points of one comparison. Plain data to look through; made and read by this room. */
export interface Region {
  readonly space: Space
  readonly points: Points
  /** Some point, where one is known. */
  readonly known?: Point
}

type Value = string | readonly string[] | null

export function isEmpty(region: Region): boolean {
  return region.points === null
}

/** Of regions of one comparison. */
export function union(regions: readonly [Region, ...Region[]]): Region {
  const [{ space, points: first }, ...rest] = regions
  let points = first
  for (const region of rest) {
    if (region.space !== space) throw new Error('regions of different comparisons have no union')
    points = space.diagrams.union(points, region.points)
  }
  const known = regions.find(region => region.known !== undefined)?.known
  return known === undefined ? { space, points } : { space, points, known }
}

/** Asks the configured matchers, not the automata. */
export function contains(region: Region, point: Point): boolean {
  const { space, points } = region
  const answers = new Map<number, number>()
  const answerOn = (number: number) => {
    const axis = at(space.axes, number)
    const value = valueAt(point, axis.dimension.name)
    if (axis.is === 'literal') {
      return matches(at(axis.demand.matchers, axis.matcher), value, axis.dimension) ? 1 : 0
    }
    if (value !== null && typeof value !== 'string') {
      throw new Error(`dimension ${axis.dimension.name} takes one value, not a list`)
    }
    return axis.partition.classOf(value)
  }
  const classOf = (number: number) => {
    let known = answers.get(number)
    if (known === undefined) {
      known = answerOn(number)
      answers.set(number, known)
    }
    return known
  }
  for (const [number, axis] of space.axes.entries()) {
    if (axis.is === 'classes' && axis.partition.outside !== null && classOf(number) < 0)
      return false
  }
  return space.diagrams.contains(points, classOf)
}

/**
 * The most natural point: dimension by dimension in the tables' order, the best value that leaves the region a
 * point. So it depends on the region alone. Of a union that is too large to look for it: a point of its first part.
 * Throws on the empty region.
 */
export function sample(region: Region): Point {
  region.space.budget.renew()
  try {
    return bestPoint(region)
  } catch (error) {
    if (error instanceof Exhausted && region.known !== undefined) return region.known
    throw error
  }
}

/** Throws `Exhausted`. */
export function bestPoint(region: Region): Point {
  const { space } = region
  let points = region.points
  if (points === null) throw new Error('an empty region has no point')
  const point: [dimension: string, value: Value][] = []
  for (const dimension of space.dimensions) {
    const first = space.axes.findIndex(axis => axis.dimension === dimension)
    const axis = space.axes[first]
    if (axis === undefined) {
      point.push([dimension.name, anyValue(dimension, space.budget.limits)])
    } else if (axis.is === 'classes') {
      const { ranks, values } = axis.partition
      const possible = members(project(space, points, first))
      let best = at(possible, 0)
      for (const one of possible) if (at(ranks, one) < at(ranks, best)) best = one
      point.push([dimension.name, at(values, best)])
      points = space.diagrams.restrict(points, first, bitsOf(sizeOf(axis), [best]))
    } else {
      const chosen = answer(space, points, first, axis, [])
      if (chosen === undefined) throw new Error('a region holds a point on every dimension')
      point.push([dimension.name, chosen.value])
      points = chosen.points
    }
    if (points === null) throw new Error('a region holds a point on every dimension')
  }
  return Object.fromEntries(point)
}

/** Answers the matchers of one dimension one after the other, "no" where that is possible. */
function answer(
  space: Space,
  points: Node,
  number: number,
  first: LiteralAxis,
  literals: readonly Literal[]
): { readonly value: Value; readonly points: Node } | undefined {
  let next = number
  let axis = space.axes[next]
  const asked = askedAxes(points)
  while (axis !== undefined && axis.dimension === first.dimension && !asked.has(next)) {
    next += 1
    axis = space.axes[next]
  }
  if (axis === undefined || axis.is !== 'literal' || axis.demand !== first.demand) {
    const value = first.demand.find(literals)
    return value === undefined ? undefined : { value, points }
  }
  for (const holds of [false, true]) {
    const rest = space.diagrams.restrict(points, next, bitsOf(2, [holds ? 1 : 0]))
    if (rest === null) continue
    const more = [...literals, { matcher: axis.matcher, holds }]
    if (first.demand.find(more) === undefined) continue
    const chosen = answer(space, rest, next + 1, first, more)
    if (chosen !== undefined) return chosen
  }
  return undefined
}

/** The axes that matter to a set. */
export function askedAxes(points: Node): ReadonlySet<number> {
  const asked = new Set<number>()
  const seen = new Set([points])
  for (const node of seen) {
    if (node.edges.length > 0) asked.add(node.axis)
    for (const edge of node.edges) seen.add(edge.to)
  }
  return asked
}

/** The dimensions that matter to a region, by name. */
export function askedDimensions({ space, points }: Region): readonly string[] {
  if (points === null) return []
  const names = [...askedAxes(points)].map(number => at(space.axes, number).dimension.name)
  return [...new Set(names)]
}

/** The classes of an axis that occur in a set. */
export function project(space: Space, points: Node, axis: number): Bits {
  const size = sizeOf(at(space.axes, axis))
  const found = noBits(size)
  const seen = new Set<Node>()
  const open = [points]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    if (node.axis > axis) return allBits(size)
    for (const edge of node.edges) {
      if (node.axis === axis) addAll(found, edge.classes)
      else open.push(edge.to)
    }
  }
  return found
}
