import type { Edge, Node } from './diagram.ts'
import { at } from './indexed.ts'
import { type Line, nextAxis, type Residual, reachable, split } from './lines.ts'
import type { Literal } from './sets.ts'
import type { LiteralAxis, Space } from './space.ts'

/** Points that a pair of rows decides, one row of each table. */
export interface Pair {
  readonly base: Line
  readonly head: Line
  readonly points: Node
}

/** The answers given so far on the dimension that is being asked on demand. */
interface Open {
  readonly axis: LiteralAxis
  readonly literals: readonly Literal[]
}

type Found = ReadonlyMap<number, Pair>
const nothing: Found = new Map()

/**
 * Every point whose two rows differ in action, by pair of rows. Both lists are split along the axes together; a
 * branch ends where the residual lists agree, where one action is all that is left, or where no axis is left.
 * Throws `Exhausted`.
 */
export function differing(space: Space, base: Residual, head: Residual): readonly Pair[] {
  const known = new Map<string, Found>()
  let depth = 0

  function go(from: number, left: Residual, right: Residual, open: Open | null): Found {
    if (agree(left, right) || oneAction(left, right)) return nothing
    const axis = nextAxis([left, right], from)
    if (axis === Number.POSITIVE_INFINITY) {
      const pair = { base: at(left, 0), head: at(right, 0), points: space.diagrams.everything }
      return new Map([[pairNumber(pair), pair]])
    }
    const question = at(space.axes, axis)
    const here =
      question.is === 'literal'
        ? { axis: question, literals: open?.axis.demand === question.demand ? open.literals : [] }
        : null
    const key = `${axis}|${numbers(left)}|${numbers(right)}|${here === null ? '' : literalsKey(here)}`
    const before = known.get(key)
    if (before !== undefined) return before
    depth += 1
    space.budget.descend(depth, question.dimension.name)
    const found = ask(axis, left, right, here)
    depth -= 1
    known.set(key, found)
    return found
  }

  function ask(axis: number, left: Residual, right: Residual, open: Open | null): Found {
    const branches = split(space, axis, [left, right])
    space.budget.spend(branches.length, at(space.axes, axis).dimension.name)
    const edges = new Map<number, { pair: Pair; edges: Edge[] }>()
    for (const branch of branches) {
      let inside = open
      if (open !== null && branch.holds !== null) {
        const literal = { matcher: open.axis.matcher, holds: branch.holds }
        inside = { axis: open.axis, literals: [...open.literals, literal] }
        if (open.axis.demand.find(inside.literals) === undefined) continue
      }
      const found = go(axis + 1, at(branch.lists, 0), at(branch.lists, 1), inside)
      if (found.size === 0) continue
      const classes = branch.classes()
      for (const [number, pair] of found) {
        const list = edges.get(number)
        const edge = { classes, to: pair.points }
        if (list === undefined) edges.set(number, { pair, edges: [edge] })
        else list.edges.push(edge)
      }
    }
    const made = new Map<number, Pair>()
    for (const [number, { pair, edges: list }] of edges) {
      const points = space.diagrams.node(axis, list)
      if (points !== null) made.set(number, { ...pair, points })
    }
    space.budget.spend(made.size, at(space.axes, axis).dimension.name)
    return made
  }

  return [...go(0, reachable(base), reachable(head), null).values()].sort(
    (a, b) => a.base.number - b.base.number || a.head.number - b.head.number
  )
}

function pairNumber({ base, head }: Pair): number {
  return base.number * 0x4000000 + head.number
}

function agree(left: Residual, right: Residual): boolean {
  if (left.length !== right.length) return false
  for (let place = 0; place < left.length; place += 1) {
    if (at(left, place).identity !== at(right, place).identity) return false
  }
  return true
}

function oneAction(left: Residual, right: Residual): boolean {
  const { action } = at(left, 0)
  for (const line of left) if (line.action !== action) return false
  for (const line of right) if (line.action !== action) return false
  return true
}

function numbers(list: Residual): string {
  let text = ''
  for (const line of list) text += `${line.number},`
  return text
}

function literalsKey({ literals }: Open): string {
  return literals.map(({ matcher, holds }) => (holds ? matcher : ~matcher)).join()
}
