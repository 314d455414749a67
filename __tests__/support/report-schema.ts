import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { root } from './golden.ts'

/**
 * The published schema lets later versions add fields; here each object is closed, so that a field that is not
 * in the schema fails.
 */
const closed = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(close(read()))

/** What of a report the schema does not know or refuses; empty where it is as published. */
export function reportProblems(report: unknown): string[] {
  // Through JSON, as readers get it.
  if (closed(JSON.parse(JSON.stringify(report)))) return []
  return (closed.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`
  )
}

function read(): unknown {
  return JSON.parse(readFileSync(join(root, 'schemas', 'report.schema.json'), 'utf8'))
}

function close(node: unknown): object {
  if (Array.isArray(node)) return node.map(item => (isObject(item) ? close(item) : item))
  if (!isObject(node)) throw new Error('a schema is an object')
  const copy: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(node))
    copy[key] = isObject(value) ? close(value) : value
  const open = 'properties' in node && !('additionalProperties' in node) && node.type === 'object'
  return open ? { ...copy, additionalProperties: false } : copy
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
