import { RE2JS } from 're2js'
import { formatOf } from './format.ts'
import type { Walk } from './problem.ts'
import type { SchemaNode } from './table.ts'

/** Length in characters, pattern (RE2, found anywhere) and format: the first that fails is reported. */
export function stringCheck(node: SchemaNode): ((value: string, walk: Walk) => void) | undefined {
  const { minLength, maxLength, pattern } = node
  const format = formatOf(node.format)
  const number = node.type === 'integer' || node.type === 'number'
  if (number || (minLength ?? maxLength ?? pattern ?? format) === undefined) return
  let compiled: RE2JS | undefined

  return (value, walk) => {
    if (maxLength !== undefined && value.length > maxLength && characters(value) > maxLength) {
      const bound = { side: 'at most', limit: maxLength, unit: 'characters' } as const
      walk.report({ id: 'out-of-bounds', value, bound })
    } else if (minLength !== undefined && characters(value) < minLength) {
      const bound = { side: 'at least', limit: minLength, unit: 'characters' } as const
      walk.report({ id: 'out-of-bounds', value, bound })
    } else if (pattern !== undefined) {
      compiled ??= RE2JS.compile(pattern)
      if (!compiled.matcher(value).find()) {
        walk.report({ id: 'invalid-format', value, expected: `text that matches ${pattern}` })
      }
    }
    if (format !== undefined && !format.test(value)) {
      walk.report({ id: 'invalid-format', value, expected: format.words })
    }
  }
}

/** Kubernetes counts Unicode code points. */
function characters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
