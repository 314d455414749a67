import type { Json } from '../../manifest/manifest.ts'
import { isMap } from '../../manifest/map.ts'
import type { Field } from '../field.ts'

/** A configuration of a type of the v2 API of Envoy, which nothing knows any more. */
export interface OldType {
  readonly field: Field
  readonly type: string
}

/** Beyond, nothing is said, as of the types of Envoy as a whole. */
const DEEPEST = 64

/** The first type of the v2 API in a value. */
export function oldType(value: Json, field: Field, depth = 0): OldType | null {
  if (value === null || typeof value !== 'object' || depth > DEEPEST) return null
  if (isMap(value)) {
    const type = value['@type']
    if (typeof type === 'string' && isOld(type)) return { field: field.at('@type'), type }
  }
  for (const [step, inner] of isMap(value) ? Object.entries(value) : value.entries()) {
    if (inner === null || typeof inner !== 'object') continue
    const found = oldType(inner, field.at(step), depth + 1)
    if (found !== null) return found
  }
  return null
}

function isOld(type: string): boolean {
  return /^type\.googleapis\.com\/envoy\..*\.v2(?:alpha\d*)?\./.test(type)
}
