import type { CheckTable } from './check-table.ts'
import type { SchemaNode } from './table.ts'

/** Answers, for one property of nodes, whether a node or anything below it on the structural spine has it. */
export function below(
  has: (node: SchemaNode) => boolean
): (checks: CheckTable, index: number) => boolean {
  const known = new WeakMap<CheckTable, Uint8Array>()
  return (checks, index) => {
    let marks = known.get(checks)
    if (marks === undefined) {
      marks = markNodes(checks.nodes, has)
      known.set(checks, marks)
    }
    return marks[index] === 1
  }
}

/** Children stand before their parents, so one pass will do. */
function markNodes(nodes: readonly SchemaNode[], has: (node: SchemaNode) => boolean): Uint8Array {
  const marks = new Uint8Array(nodes.length)
  for (const [index, node] of nodes.entries()) {
    if (has(node) || childrenOf(node).some(child => marks[child] === 1)) marks[index] = 1
  }
  return marks
}

function childrenOf({ properties, items, additionalProperties }: SchemaNode): number[] {
  const children = Object.values(properties ?? {})
  if (items !== undefined) children.push(items)
  if (typeof additionalProperties === 'number') children.push(additionalProperties)
  return children
}
