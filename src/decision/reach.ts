import { at } from './indexed.ts'
import { type Line, nextAxis, type Residual, reachable, split } from './lines.ts'
import type { Literal } from './sets.ts'
import type { Space } from './space.ts'

/**
 * Calls `taken` with every row that some point takes, given the residual list; `pruned` says that a list holds
 * nothing new. Throws `Exhausted`.
 */
export function reachedRows(
  space: Space,
  rows: Residual,
  pruned: (list: Residual) => boolean,
  taken: (line: Line) => void
): void {
  const seen = new Set<string>()
  let depth = 0

  function go(from: number, list: Residual, literals: readonly Literal[], demand: unknown): void {
    if (pruned(list)) return
    const axis = nextAxis([list], from)
    if (axis === Number.POSITIVE_INFINITY) {
      taken(at(list, 0))
      return
    }
    const question = at(space.axes, axis)
    const own = question.is === 'literal' ? question.demand : null
    const known = own !== null && own === demand ? literals : []
    const answers = known.map(({ matcher, holds }) => (holds ? matcher : ~matcher)).join()
    const key = `${axis}|${answers}|${list.map(line => line.number).join()}`
    if (seen.has(key)) return
    seen.add(key)
    depth += 1
    space.budget.descend(depth, question.dimension.name)
    const branches = split(space, axis, [list])
    space.budget.spend(branches.length, question.dimension.name)
    for (const branch of branches) {
      let more = known
      if (question.is === 'literal' && branch.holds !== null) {
        more = [...known, { matcher: question.matcher, holds: branch.holds }]
        if (question.demand.find(more) === undefined) continue
      }
      go(axis + 1, at(branch.lists, 0), more, own)
    }
    depth -= 1
  }

  go(0, reachable(rows), [], null)
}
