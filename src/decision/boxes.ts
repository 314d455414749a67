import { addAll, type Bits, isAll, members } from './bits.ts'
import { Exhausted } from './budget.ts'
import type { Node, Points } from './diagram.ts'
import { at } from './indexed.ts'
import { askedAxes, project, type Region } from './region.ts'
import type { Literal } from './sets.ts'
import { type LiteralAxis, type Space, sizeOf } from './space.ts'

/** The classes allowed on each axis that is named; other axes do not matter. */
export type Box = ReadonlyMap<number, Bits>

/** Beyond this many boxes, or sides of one, they are left as they are cut: making them wide is quadratic. */
const WIDENED = 64

/**
 * A region as a union of few boxes, in the order of the tables' dimensions. They are made wider where that says
 * less (`cost` counts the matchers it takes to say a set of classes), over points of the region or points that
 * do not exist, so boxes may overlap.
 */
export function boxesOf(
  region: Region,
  cost: (axis: number, classes: Bits) => number,
  most: number
): readonly Box[] {
  const { space, points } = region
  if (points === null) return []
  const asked = askedAxes(points)
  const order = axesInOrder(space).filter(axis => asked.has(axis))
  const boxes = cut(space, points, order, 0, most)
  if (boxes.length > WIDENED || boxes.some(box => box.size > WIDENED)) return boxes
  const allowed = space.diagrams.union(points, space.impossible)
  const wide = boxes.map(box => {
    let widened = box
    for (const axis of [...order].reverse()) {
      const less = new Map(widened)
      if (!less.delete(axis)) continue
      if (space.diagrams.covers(allowed, less) || implied(space, widened, axis)) widened = less
    }
    for (const axis of order) widened = widen(space, allowed, widened, axis, cost)
    return widened
  })
  return withoutRedundant(space, points, wide)
}

function axesInOrder(space: Space): readonly number[] {
  return space.dimensions.flatMap(dimension =>
    space.axes.flatMap((axis, number) => (axis.dimension === dimension ? [number] : []))
  )
}

/** Disjoint boxes, axis by axis. Throws `Exhausted` where there are more than `most`. */
function cut(
  space: Space,
  points: Node,
  order: readonly number[],
  place: number,
  most: number
): Box[] {
  const axis = order[place]
  if (axis === undefined) return [new Map()]
  const size = sizeOf(at(space.axes, axis))
  const slices = [...space.diagrams.slices(points, axis)].sort(
    (a, b) => at(members(a.classes), 0) - at(members(b.classes), 0)
  )
  const { name } = at(space.axes, axis).dimension
  const boxes: Box[] = []
  for (const { classes, to } of slices) {
    const rest = cut(space, to, order, place + 1, most)
    space.budget.spend(rest.length, name)
    for (const box of rest) {
      boxes.push(isAll(classes, size) ? box : new Map([[axis, classes] as const, ...box]))
    }
    if (boxes.length > most) throw new Exhausted(name, 'steps', most)
  }
  return boxes
}

/** On a dimension asked on demand: whether the other answers of the box leave no other answer on this axis. */
function implied(space: Space, box: Box, axis: number): boolean {
  const question = at(space.axes, axis)
  if (question.is !== 'literal') return false
  const literals: Literal[] = literalsOf(space, box, question).map(literal =>
    literal.matcher === question.matcher ? { ...literal, holds: !literal.holds } : literal
  )
  return question.demand.find(literals) === undefined
}

/** The answers of a box on the dimension of an axis. */
export function literalsOf(space: Space, box: Box, axis: LiteralAxis): readonly Literal[] {
  return [...box].flatMap(([number, classes]) => {
    const other = at(space.axes, number)
    return other.is === 'literal' && other.demand === axis.demand
      ? [{ matcher: other.matcher, holds: at(classes, 0) === 2 }]
      : []
  })
}

/** The smallest box that holds a region. */
export function hullOf(space: Space, points: Node): Box {
  return new Map([...askedAxes(points)].map(axis => [axis, project(space, points, axis)]))
}

/** Adds the classes of one axis that the box may have as well, where that is said with less. */
function widen(
  space: Space,
  allowed: Points,
  box: Box,
  axis: number,
  cost: (axis: number, classes: Bits) => number
): Box {
  const classes = box.get(axis)
  if (classes === undefined || allowed === null) return box
  const others = new Map(box)
  others.delete(axis)
  const wide = classes.slice()
  for (const slice of space.diagrams.slices(allowed, axis)) {
    if (space.diagrams.covers(slice.to, others)) addAll(wide, slice.classes)
  }
  return cost(axis, wide) < cost(axis, classes) ? new Map(box).set(axis, wide) : box
}

/** Drops boxes whose points are in the others. */
function withoutRedundant(space: Space, points: Node, boxes: readonly Box[]): readonly Box[] {
  const { diagrams } = space
  const kept = [...boxes]
  for (const box of [...boxes].reverse()) {
    if (kept.length === 1) break
    let union = space.impossible
    for (const other of kept) if (other !== box) union = diagrams.union(union, diagrams.box(other))
    if (diagrams.union(union, points) === union) kept.splice(kept.indexOf(box), 1)
  }
  return kept
}
