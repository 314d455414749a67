import { Ajv, type ValidateFunction } from 'ajv'
import type { SchemaNode, SchemaTable } from '../../src/schema/table.ts'

/**
 * The same schema for ajv: an independent reading of the tables. Objects with named properties are closed,
 * which is what pruning means; lists with keys have no counterpart and are left to other tests.
 */
export function compileWithAjv(table: SchemaTable, root: number): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true })
  ajv.addFormat(
    'byte',
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/
  )
  ajv.addFormat('int32', {
    type: 'number',
    validate: value => value >= -(2 ** 31) && value < 2 ** 31
  })
  for (const format of ['double', 'float', 'int64', 'binary', 'date-time'])
    ajv.addFormat(format, true)
  ajv.addFormat('ipv4', /^\d{1,3}(?:\.\d{1,3}){3}$/)
  ajv.addFormat('ipv6', /^[0-9a-f]*:[0-9a-f:.]*$/)
  return ajv.compile(jsonSchema(table, root))
}

export function jsonSchema(table: SchemaTable, index: number): Record<string, unknown> {
  const node = table.nodes[index]
  if (node === undefined) throw new Error(`no node ${index}`)
  const { properties, additionalProperties, items, not, allOf, anyOf, oneOf, ...rest } = node
  const schema: Record<string, unknown> = { ...keywords(rest) }
  if (properties) {
    schema.properties = Object.fromEntries(
      Object.entries(properties).map(([name, child]) => [name, jsonSchema(table, child)])
    )
  }
  if (typeof additionalProperties === 'number') {
    schema.additionalProperties = jsonSchema(table, additionalProperties)
  } else if (node.type === 'object' && !node.preserveUnknownFields && !additionalProperties) {
    schema.additionalProperties = false
  }
  if (items !== undefined) schema.items = jsonSchema(table, items)
  if (not !== undefined) schema.not = jsonSchema(table, not)
  for (const [keyword, branches] of Object.entries({ allOf, anyOf, oneOf })) {
    if (branches) schema[keyword] = branches.map(branch => jsonSchema(table, branch))
  }
  return schema
}

function keywords(node: SchemaNode): Record<string, unknown> {
  const {
    intOrString,
    preserveUnknownFields: _open,
    embeddedResource: _embedded,
    listType: _listType,
    listMapKeys: _listMapKeys,
    validations: _validations,
    default: _default,
    ...schema
  } = node
  return intOrString ? { ...schema, type: ['integer', 'string'] } : schema
}
