import type { Bound, Walk } from './problem.ts'
import type { SchemaNode } from './table.ts'

const INT32 = 2 ** 31
const INT64 = 2 ** 63

/** Bounds, and the range of the format; an integer without one is an int64. */
export function numberCheck(node: SchemaNode): ((value: number, walk: Walk) => void) | undefined {
  const bounds = boundsOf(node)
  if (bounds.length === 0) return

  return (value, walk) => {
    for (const bound of bounds) {
      if (holds(bound, value)) continue
      walk.report({ id: 'out-of-bounds', value, bound })
      return
    }
  }
}

function boundsOf(node: SchemaNode): Bound[] {
  const bounds: Bound[] = []
  if (node.multipleOf !== undefined) {
    bounds.push({ side: 'a multiple of', limit: node.multipleOf, unit: '' })
  }
  if (node.maximum !== undefined) {
    bounds.push({
      side: node.exclusiveMaximum ? 'less than' : 'at most',
      limit: node.maximum,
      unit: ''
    })
  }
  if (node.minimum !== undefined) {
    bounds.push({
      side: node.exclusiveMinimum ? 'more than' : 'at least',
      limit: node.minimum,
      unit: ''
    })
  }
  if (node.type === 'integer') {
    const size = node.format === 'int32' ? INT32 : INT64
    bounds.push({ side: 'at least', limit: -size, unit: '' })
    // 2^63 - 1 has no exact double; the first integer that is too large has.
    bounds.push(
      size === INT32
        ? { side: 'at most', limit: INT32 - 1, unit: '' }
        : { side: 'less than', limit: INT64, unit: '' }
    )
  }
  return bounds
}

function holds({ side, limit }: Bound, value: number): boolean {
  switch (side) {
    case 'at least':
      return value >= limit
    case 'at most':
      return value <= limit
    case 'more than':
      return value > limit
    case 'less than':
      return value < limit
    case 'a multiple of':
      return Number.isInteger(value / limit)
  }
}
