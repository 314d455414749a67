import type { Json, JsonMap } from '../manifest/manifest.ts'
import type { CheckTable } from './check-table.ts'
import type { Walk } from './problem.ts'
import type { SchemaNode } from './table.ts'

/** Fields of structs, entries of maps, what is required, how many there may be. */
export function mapCheck(
  table: CheckTable,
  node: SchemaNode
): ((value: JsonMap, walk: Walk) => void) | undefined {
  const fields = new Map(Object.entries(node.properties ?? {}))
  const entry =
    typeof node.additionalProperties === 'number' ? node.additionalProperties : undefined
  // Value validations below oneOf and its kin carry no type, and name only some of the fields.
  const open =
    node.type !== 'object' ||
    node.preserveUnknownFields === true ||
    node.additionalProperties === true
  const known = [...fields.keys()]
  const required = node.required ?? []
  const isCounted = node.minProperties !== undefined || node.maxProperties !== undefined
  if (open && fields.size === 0 && entry === undefined && required.length === 0 && !isCounted)
    return

  return (value, walk) => {
    let count = 0
    for (const key of Object.keys(value)) {
      const child = fields.get(key) ?? entry
      if (child !== undefined) {
        walk.path.push(key)
        table.check(child)(value[key] as Json, walk)
        walk.path.pop()
      } else if (!open) {
        walk.report({ id: 'unknown-field', field: key, known }, 'key', key)
        continue
      }
      count += 1
    }
    for (const field of required) {
      if (!Object.hasOwn(value, field)) walk.report({ id: 'missing-field', field })
    }
    if (isCounted) checkCount(node, count, walk)
  }
}

function checkCount(node: SchemaNode, value: number, walk: Walk): void {
  if (node.minProperties !== undefined && value < node.minProperties) {
    const bound = { side: 'at least', limit: node.minProperties, unit: 'entries' } as const
    walk.report({ id: 'out-of-bounds', value, bound })
  } else if (node.maxProperties !== undefined && value > node.maxProperties) {
    const bound = { side: 'at most', limit: node.maxProperties, unit: 'entries' } as const
    walk.report({ id: 'out-of-bounds', value, bound })
  }
}
