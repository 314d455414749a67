import { addAll, type Bits, both, isAll, isNone, noBits, without } from './bits.ts'
import type { Diagrams, Edge, Node, Points } from './diagram.ts'
import { askedAxes, type Region } from './region.ts'
import { sizeOf } from './space.ts'

/** A region cut in two, by dimensions of which the values are not known. */
export interface Settled {
  /** Points that are in the region whatever values those dimensions have. */
  readonly certain: Region
  readonly open: Region
}

/** @param isOpen names dimensions that nobody can say the values of */
export function settled(region: Region, isOpen: (dimension: string) => boolean): Settled {
  const { space, points } = region
  if (points === null) return { certain: region, open: region }
  const asked = askedAxes(points)
  const sets = new Sets(space.diagrams)
  let certain: Points = points
  for (const [number, axis] of space.axes.entries()) {
    if (!isOpen(axis.dimension.name)) continue
    // Values outside of what the tables ask for are in no region.
    if (axis.is === 'classes' && axis.partition.outside !== null) certain = null
    else if (asked.has(number)) certain = sets.always(certain, number, sizeOf(axis))
  }
  if (certain === points) return { certain: region, open: { space, points: null } }
  return {
    certain: { space, points: certain },
    open: { space, points: sets.minus(points, certain) }
  }
}

class Sets {
  readonly #diagrams: Diagrams
  readonly #known = new Map<string, Points>()

  constructor(diagrams: Diagrams) {
    this.#diagrams = diagrams
  }

  minus(a: Points, b: Points): Points {
    if (a === null || a === b || b === this.#diagrams.everything) return null
    if (b === null) return a
    const key = `${a.id},${b.id}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const axis = Math.min(a.axis, b.axis)
    const edges: Edge[] = []
    const others = this.#diagrams.edges(b, axis)
    for (const { classes, to } of this.#diagrams.edges(a, axis)) {
      let rest: Bits = classes
      for (const other of others) {
        const shared = both(classes, other.classes)
        if (isNone(shared)) continue
        rest = without(rest, other.classes)
        const left = this.minus(to, other.to)
        if (left !== null) edges.push({ classes: shared, to: left })
      }
      if (!isNone(rest)) edges.push({ classes: rest, to })
    }
    const made = this.#diagrams.node(axis, edges)
    this.#known.set(key, made)
    return made
  }

  /** The points that lie in a set with each class of one axis. */
  always(points: Points, axis: number, size: number, known = new Map<Node, Points>()): Points {
    if (points === null || points.axis > axis) return points
    const before = known.get(points)
    if (before !== undefined) return before
    let result: Points
    if (points.axis === axis) {
      const covered = noBits(size)
      for (const { classes } of points.edges) addAll(covered, classes)
      result = isAll(covered, size) ? this.#diagrams.everything : null
      for (const { to } of points.edges) {
        if (result !== null) result = this.minus(result, this.minus(result, to))
      }
    } else {
      const edges: Edge[] = []
      for (const { classes, to } of points.edges) {
        const kept = this.always(to, axis, size, known)
        if (kept !== null) edges.push({ classes, to: kept })
      }
      result = this.#diagrams.node(points.axis, edges)
    }
    known.set(points, result)
    return result
  }
}
