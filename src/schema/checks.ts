import { isMap } from '../manifest/map.ts'
import { alternativeChecks } from './alternatives.ts'
import { type CheckTable, nodeOf } from './check-table.ts'
import { listCheck } from './list.ts'
import { mapCheck } from './map.ts'
import { numberCheck } from './number.ts'
import type { Check, Walk } from './problem.ts'
import { stringCheck } from './string.ts'
import type { SchemaNode } from './table.ts'
import { accepts, describeType } from './type.ts'

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
