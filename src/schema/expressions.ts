import type { CheckTable } from './checks.ts'
import type { SchemaNode } from './table.ts'

const known = new WeakMap<CheckTable, Uint8Array>()

/** Whether the node or anything below it carries validation rules: where not, there is nothing to walk. */
export function hasExpressions(checks: CheckTable, index: number): boolean {
  let marks = known.get(checks)
  if (marks === undefined) {
    marks = markNodes(checks.nodes)
    known.set(checks, marks)
  }
  return marks[index] === 1
}

/** Children stand before their parents, so one pass will do. */
function markNodes(nodes: readonly SchemaNode[]): Uint8Array {
  const marks = new Uint8Array(nodes.length)
  for (const [index, node] of nodes.entries()) {
    const { items, additionalProperties } = node
    const below = [
      ...Object.values(node.properties ?? {}),
      ...(items === undefined ? [] : [items]),
      ...(typeof additionalProperties === 'number' ? [additionalProperties] : [])
    ]
    if (node.validations || below.some(child => marks[child] === 1)) marks[index] = 1
  }
  return marks
}
