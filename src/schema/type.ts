import type { Json } from '../manifest/manifest.ts'
import type { SchemaNode } from './table.ts'

/**
 * Whether the value has the type that the node asks for. Null passes only where `nullable` says so: a null
 * that the API server drops is gone before (`coerce.ts`).
 */
export function accepts(node: SchemaNode, value: Json): boolean {
  if (value === null) return node.nullable === true || (!node.type && !node.intOrString)
  if (node.intOrString) return typeof value === 'string' || Number.isInteger(value)
  switch (node.type) {
    case undefined:
      return true
    case 'object':
      return typeof value === 'object' && !Array.isArray(value)
    case 'array':
      return Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === node.type
  }
}

const WORDS: Readonly<Record<NonNullable<SchemaNode['type']>, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false'
}

export function describeType(node: SchemaNode): string {
  if (node.intOrString) return 'an integer or a string'
  return node.type ? WORDS[node.type] : 'a value'
}

/** What a value is, in the words of `describeType`. */
export function describeValue(value: Json): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  return `the ${typeof value} ${typeof value === 'string' ? quote(value) : String(value)}`
}

/** In quotes, and no longer than a person reads. */
export function quote(text: string): string {
  return JSON.stringify(shorten(text, 60))
}

/** Whole characters of a text that may be megabytes long. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  return `${[...text.slice(0, most * 2)].slice(0, most).join('')}…`
}
