import {
  addAll,
  allBits,
  type Bits,
  both,
  hasBit,
  isAll,
  isNone,
  meet,
  noBits,
  without
} from './bits.ts'
import { at } from './indexed.ts'

/**
 * A set of points as a reduced, ordered, multi-valued decision diagram: a node asks for the class on one axis and
 * goes on by it; a class in no edge is outside the set; an axis that is not asked does not matter. Within one
 * `Diagrams`, equal sets are the same node. `null` is the empty set.
 */
export interface Node {
  readonly id: number
  /** Infinity for `everything`. */
  readonly axis: number
  readonly edges: readonly Edge[]
}

export interface Edge {
  readonly classes: Bits
  readonly to: Node
}

export type Points = Node | null

/** Makes and remembers the nodes over axes of the given sizes. */
export class Diagrams {
  readonly everything: Node = { id: 0, axis: Number.POSITIVE_INFINITY, edges: [] }
  readonly #sizes: readonly number[]
  readonly #nodes = new Map<string, Node>()
  readonly #unions = new Map<string, Node>()

  constructor(sizes: readonly number[]) {
    this.#sizes = sizes
  }

  /** Edges with one target are merged; classes of different edges must be disjoint. */
  node(axis: number, edges: Iterable<Edge>): Points {
    const merged = new Map<Node, Bits>()
    for (const { classes, to } of edges) {
      const known = merged.get(to)
      if (known === undefined) merged.set(to, classes.slice())
      else addAll(known, classes)
    }
    const list = [...merged]
      .map(([to, classes]) => ({ classes, to }))
      .filter(({ classes }) => !isNone(classes))
      .sort((a, b) => a.to.id - b.to.id)
    const first = list[0]
    if (first === undefined) return null
    const size = at(this.#sizes, axis)
    if (list.length === 1 && isAll(first.classes, size)) {
      return first.to
    }
    const key = `${axis};${list.map(({ classes, to }) => `${to.id}:${classes.join()}`).join(';')}`
    let node = this.#nodes.get(key)
    if (node === undefined) {
      node = { id: this.#nodes.size + 1, axis, edges: list }
      this.#nodes.set(key, node)
    }
    return node
  }

  union(a: Points, b: Points): Points {
    if (a === null || a === b) return b
    if (b === null) return a
    if (a === this.everything || b === this.everything) return this.everything
    const key = a.id < b.id ? `${a.id},${b.id}` : `${b.id},${a.id}`
    const known = this.#unions.get(key)
    if (known !== undefined) return known
    const axis = Math.min(a.axis, b.axis)
    const size = at(this.#sizes, axis)
    const made = this.node(axis, this.#joined(this.edges(a, axis), this.edges(b, axis), size))
    if (made === null) throw new Error('the union of two sets that hold points is not empty')
    this.#unions.set(key, made)
    return made
  }

  /** The edges of a node on an axis at or above its own. */
  edges(node: Node, axis: number): readonly Edge[] {
    return node.axis === axis ? node.edges : [{ classes: allBits(at(this.#sizes, axis)), to: node }]
  }

  #joined(left: readonly Edge[], right: readonly Edge[], size: number): Edge[] {
    const edges: Edge[] = []
    for (const [mine, others] of [
      [left, right],
      [right, left]
    ] as const) {
      const covered = noBits(size)
      for (const { classes } of others) addAll(covered, classes)
      for (const { classes, to } of mine) {
        edges.push({ classes: without(classes, covered), to })
      }
    }
    for (const a of left) {
      for (const b of right) {
        const classes = both(a.classes, b.classes)
        if (isNone(classes)) continue
        const to = this.union(a.to, b.to)
        if (to !== null) edges.push({ classes, to })
      }
    }
    return edges
  }

  /** The points of a set that lie in the classes of one axis. */
  restrict(points: Points, axis: number, classes: Bits): Points {
    if (points === null) return null
    if (points.axis > axis) return this.node(axis, [{ classes, to: points }])
    if (points.axis === axis) {
      return this.node(
        axis,
        points.edges.map(edge => ({ classes: both(edge.classes, classes), to: edge.to }))
      )
    }
    const edges: Edge[] = []
    for (const edge of points.edges) {
      const to = this.restrict(edge.to, axis, classes)
      if (to !== null) edges.push({ classes: edge.classes, to })
    }
    return this.node(points.axis, edges)
  }

  /** A set cut along one axis: classes that leave the same points go together; those that leave none are left out. */
  slices(points: Node, axis: number, known = new Map<Node, readonly Edge[]>()): readonly Edge[] {
    if (points.axis >= axis) return this.edges(points, axis)
    const before = known.get(points)
    if (before !== undefined) return before
    let blocks = [{ classes: allBits(at(this.#sizes, axis)), edges: [] as readonly Edge[] }]
    for (const edge of points.edges) {
      const parts = this.slices(edge.to, axis, known)
      blocks = blocks.flatMap(block => {
        let rest = block.classes
        const made = parts.map(part => {
          rest = without(rest, part.classes)
          const here = { classes: edge.classes, to: part.to }
          return { classes: both(block.classes, part.classes), edges: [...block.edges, here] }
        })
        return [...made, { classes: rest, edges: block.edges }].filter(one => !isNone(one.classes))
      })
    }
    const found = new Map<Node, Bits>()
    for (const { classes, edges } of blocks) {
      const to = this.node(points.axis, edges)
      if (to === null) continue
      const known = found.get(to)
      if (known === undefined) found.set(to, classes.slice())
      else addAll(known, classes)
    }
    const edges = [...found].map(([to, classes]) => ({ classes, to }))
    known.set(points, edges)
    return edges
  }

  /** Whether a box (the classes allowed on each axis that it names) lies in a set. */
  covers(
    points: Points,
    box: ReadonlyMap<number, Bits>,
    known = new Map<Node, boolean>()
  ): boolean {
    if (points === null) return false
    if (points === this.everything) return true
    const before = known.get(points)
    if (before !== undefined) return before
    let rest = box.get(points.axis) ?? allBits(at(this.#sizes, points.axis))
    let inside = true
    for (const edge of points.edges) {
      if (!meet(rest, edge.classes)) continue
      rest = without(rest, edge.classes)
      if (!this.covers(edge.to, box, known)) inside = false
    }
    const result = inside && isNone(rest)
    known.set(points, result)
    return result
  }

  /** The points of a box; empty where one of its sets is. */
  box(sides: ReadonlyMap<number, Bits>): Points {
    let points: Points = this.everything
    for (const [axis, classes] of [...sides].sort((a, b) => b[0] - a[0])) {
      if (points !== null) points = this.node(axis, [{ classes, to: points }])
    }
    return points
  }

  /** `classOf` is asked for the axes that matter alone; -1 is no class. */
  contains(points: Points, classOf: (axis: number) => number): boolean {
    let node = points
    while (node !== null && node !== this.everything) {
      const one = classOf(node.axis)
      node = node.edges.find(edge => one >= 0 && hasBit(edge.classes, one))?.to ?? null
    }
    return node !== null
  }
}
