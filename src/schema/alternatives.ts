import type { Json } from '../manifest/manifest.ts'
import { type CheckTable, nodeOf } from './check-table.ts'
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

  const atMostOne = oneofFields(table, branches)
  if (atMostOne !== undefined) return atMostOneCheck(atMostOne)

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

/** The fields of a plain protobuf oneof, whose branches ask for one field each and nothing more. */
function oneofFields(
  table: CheckTable,
  branches: readonly number[]
): readonly string[] | undefined {
  const [first, ...rest] = branches.map(branch => nodeOf(table.nodes, branch))
  const none = first?.not === undefined ? undefined : nodeOf(table.nodes, first.not)
  if (none?.anyOf === undefined || none.anyOf.join() !== branches.slice(1).join()) return undefined
  const fields: string[] = []
  for (const node of rest) {
    const [field, second] = node.required ?? []
    if (field === undefined || second !== undefined || Object.keys(node).length > 1)
      return undefined
    fields.push(field)
  }
  return fields
}

function atMostOneCheck(fields: readonly string[]): Check {
  return (value, walk) => {
    if (value === null || typeof value !== 'object') return
    let count = 0
    for (const field of fields) if (Object.hasOwn(value, field)) count += 1
    if (count < 2) return
    const present = presentFields(value, fields)
    walk.report({ id: 'conflicting-fields', fields: present }, 'key', present[1])
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
