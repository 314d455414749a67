import type { SchemaNode, ValidationTable } from '../src/schema/table.ts'

/** A schema as a CustomResourceDefinition writes it. */
export type CrdSchema = Readonly<Record<string, unknown>>

/** Collects schema nodes so that equal subtrees are stored once. */
export interface NodeTable {
  readonly nodes: SchemaNode[]
  add(schema: CrdSchema, where: string): number
}

/** Prose for people: not part of what a schema accepts. */
const PROSE = new Set(['description', 'title', 'example', 'externalDocs'])
const COPIED = new Set([
  'type',
  'required',
  'nullable',
  'default',
  'enum',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties'
])
const RENAMED: Readonly<Record<string, string>> = {
  'x-kubernetes-int-or-string': 'intOrString',
  'x-kubernetes-preserve-unknown-fields': 'preserveUnknownFields',
  'x-kubernetes-embedded-resource': 'embeddedResource',
  'x-kubernetes-list-map-keys': 'listMapKeys'
}
const VALIDATION_KEYS = new Set([
  'rule',
  'message',
  'messageExpression',
  'fieldPath',
  'reason',
  'optionalOldSelf'
])

export function createNodeTable(): NodeTable {
  const nodes: SchemaNode[] = []
  const known = new Map<string, number>()

  function add(schema: CrdSchema, where: string): number {
    const node = compact(schema, where, add)
    const text = JSON.stringify(node)
    const seen = known.get(text)
    if (seen !== undefined) return seen
    known.set(text, nodes.length)
    nodes.push(node)
    return nodes.length - 1
  }

  return { nodes, add }
}

/** A keyword that is not known here ends the run: what a table leaves out would be accepted in silence. */
function compact(schema: CrdSchema, where: string, add: NodeTable['add']): SchemaNode {
  const node: Record<string, unknown> = {}
  for (const keyword of Object.keys(schema).sort()) {
    const value = schema[keyword]
    if (PROSE.has(keyword) || value === false || value === undefined) continue
    if (isIntOrStringChoice(schema, keyword)) continue
    if (COPIED.has(keyword)) {
      node[keyword] = keyword === 'required' ? [...new Set(value as string[])] : value
    } else if (keyword in RENAMED) {
      node[RENAMED[keyword] ?? keyword] = value
    } else if (keyword === 'x-kubernetes-validations') {
      node.validations = (value as CrdSchema[]).map(rule => compactValidation(rule, where))
    } else if (keyword === 'x-kubernetes-list-type') {
      if (value !== 'atomic') node.listType = value
    } else if (keyword === 'x-kubernetes-map-type') {
      // Says how server-side apply merges; nothing about what is valid.
    } else if (keyword === 'properties') {
      node[keyword] = compactProperties(value as CrdSchema, where, add)
    } else if (keyword === 'items' || keyword === 'not') {
      node[keyword] = add(value as CrdSchema, `${where}.${keyword}`)
    } else if (keyword === 'additionalProperties') {
      node[keyword] = value === true ? true : add(value as CrdSchema, `${where}.*`)
    } else if (keyword === 'allOf' || keyword === 'anyOf' || keyword === 'oneOf') {
      node[keyword] = (value as CrdSchema[]).map(part => add(part, `${where}.${keyword}`))
    } else {
      throw new Error(`${where}: keyword ${keyword} has no place in the tables yet`)
    }
  }
  return node as SchemaNode
}

/** `anyOf: [integer, string]` beside the flag says the same as the flag alone. */
function isIntOrStringChoice(schema: CrdSchema, keyword: string): boolean {
  if (keyword !== 'anyOf' || schema['x-kubernetes-int-or-string'] !== true) return false
  return JSON.stringify(schema.anyOf) === '[{"type":"integer"},{"type":"string"}]'
}

function compactProperties(
  properties: CrdSchema,
  where: string,
  add: NodeTable['add']
): Record<string, number> {
  const result: Record<string, number> = {}
  for (const name of Object.keys(properties).sort()) {
    result[name] = add(properties[name] as CrdSchema, `${where}.${name}`)
  }
  return result
}

function compactValidation(rule: CrdSchema, where: string): ValidationTable {
  const result: Record<string, unknown> = {}
  for (const key of Object.keys(rule).sort()) {
    if (!VALIDATION_KEYS.has(key)) {
      throw new Error(`${where}: key ${key} of x-kubernetes-validations has no place in the tables`)
    }
    if (rule[key] !== false) result[key] = rule[key]
  }
  return result as unknown as ValidationTable
}
