import type { Json } from '../manifest/manifest.ts'
import type { Check } from './problem.ts'
import type { SchemaNode } from './table.ts'

/** The checks of one table, each built when it is first needed and shared by all who reach the node. */
export interface CheckTable {
  readonly nodes: readonly SchemaNode[]
  check(index: number): Check
  /** Whether the value is valid; unknown fields do not count, since they are dropped before. */
  accepts(index: number, value: Json): boolean
}

export function nodeOf(nodes: readonly SchemaNode[], index: number): SchemaNode {
  const node = nodes[index]
  if (node === undefined) throw new Error(`schema node ${index} is missing: the table is broken`)
  return node
}
