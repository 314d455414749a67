import type { Json } from '../manifest/manifest.ts'
import { isMap } from '../manifest/map.ts'
import { alternativeChecks } from './alternatives.ts'
import { listCheck } from './list.ts'
import { mapCheck } from './map.ts'
import { numberCheck } from './number.ts'
import type { Check, Walk } from './problem.ts'
import { stringCheck } from './string.ts'
import type { SchemaNode } from './table.ts'
import { accepts, describeType } from './type.ts'

/** The checks of one table, each built when it is first needed and shared by all who reach the node. */
export interface CheckTable {
  readonly nodes: readonly SchemaNode[]
  check(index: number): Check
  /** Whether the value is valid; unknown fields do not count, since they are dropped before. */
  accepts(index: number, value: Json): boolean
}

export function createChecks(nodes: readonly SchemaNode[]): CheckTable {
  const built: (Check | undefined)[] = new Array(nodes.length)
  const table: CheckTable = {
    nodes,
    check(index) {
      const known = built[index]
      if (known !== undefined) return known
      const check = build(table, nodeOf(nodes, index))
      built[index] = check
      return check
    },
    accepts(index, value) {
      const probe = new Probe()
      table.check(index)(value, probe)
      return !probe.failed
    }
  }
  return table
}

export function nodeOf(nodes: readonly SchemaNode[], index: number): SchemaNode {
  const node = nodes[index]
  if (node === undefined) throw new Error(`schema node ${index} is missing: the table is broken`)
  return node
}

class Probe implements Walk {
  readonly path: (string | number)[] = []
  failed = false

  report(fault: { readonly id: string }): void {
    if (fault.id !== 'unknown-field') this.failed = true
  }
}

/**
 * The API server's order (kube-openapi pkg/validation/validate/schema.go): type, then what applies to the
 * kind of value, then enum and the logical keywords. A value of the wrong type gets no second message.
 */
function build(table: CheckTable, node: SchemaNode): Check {
  const onMap = mapCheck(table, node)
  const onList = listCheck(table, node)
  const onString = stringCheck(node)
  const onNumber = numberCheck(node)
  const onAny = alternativeChecks(table, node)
  const allowed = node.enum && new Set(node.enum)

  return (value, walk) => {
    if (!accepts(node, value)) {
      walk.report({ id: 'wrong-type', expected: describeType(node), value })
      return
    }
    if (isMap(value)) onMap?.(value, walk)
    else if (Array.isArray(value)) onList?.(value, walk)
    else if (allowed !== undefined && !allowed.has(value)) {
      walk.report({ id: 'invalid-value', value, allowed: [...allowed] })
      return
    } else if (typeof value === 'string') onString?.(value, walk)
    else if (typeof value === 'number') onNumber?.(value, walk)
    for (const check of onAny) check(value, walk)
  }
}
