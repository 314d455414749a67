import type { Json } from '../manifest/manifest.ts'
import { type CheckTable, nodeOf } from './checks.ts'
import type { Check } from './problem.ts'
import type { SchemaNode } from './table.ts'

/** allOf, anyOf, oneOf, not: value validations that apply beside the node's own. */
export function alternativeChecks(table: CheckTable, node: SchemaNode): readonly Check[] {
  const checks: Check[] = []
  for (const index of node.allOf ?? [])
    checks.push((value, walk) => table.check(index)(value, walk))
  if (node.anyOf) checks.push(choiceCheck(table, node.anyOf, count => count > 0))
  if (node.oneOf) checks.push(choiceCheck(table, node.oneOf, count => count === 1))
  const { not } = node
  if (not !== undefined) {
    checks.push((value, walk) => {
      if (table.accepts(not, value)) {
        walk.report({ id: 'no-alternative', fields: [...requiredBelow(table, [not])] })
      }
    })
  }
  return checks
}

/**
 * A protobuf oneof is written as oneOf: [not anyOf [required a, required b], required a, required b]:
 * at most one of the fields. Said in those words where it is that, since the branches explain nothing.
 */
function choiceCheck(
  table: CheckTable,
  branches: readonly number[],
  isEnough: (count: number) => boolean
): Check {
  let fields: readonly string[] | undefined

  return (value, walk) => {
    const count = branches.filter(branch => table.accepts(branch, value)).length
    if (isEnough(count)) return
    fields ??= [...requiredBelow(table, branches)]
    const present = presentFields(value, fields)
    const [, second] = present
    if (second === undefined) walk.report({ id: 'no-alternative', fields })
    else walk.report({ id: 'conflicting-fields', fields: present }, 'key', second)
  }
}

/** In the order of the document. */
function presentFields(value: Json, fields: readonly string[]): string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return []
  return Object.keys(value).filter(key => fields.includes(key))
}

function requiredBelow(
  table: CheckTable,
  branches: readonly number[],
  found = new Set<string>()
): Set<string> {
  for (const branch of branches) {
    const node = nodeOf(table.nodes, branch)
    for (const field of node.required ?? []) found.add(field)
    if (node.not === undefined)
      requiredBelow(table, [...(node.anyOf ?? []), ...(node.oneOf ?? [])], found)
  }
  return found
}
