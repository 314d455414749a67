import { describe, expect, test } from '@jest/globals'
import { createNodeTable } from '../../scripts/compact-schema.ts'

describe('a schema as a table of nodes', () => {
  test('loses its prose, and no field that is named like prose', () => {
    const table = createNodeTable()
    table.add(
      {
        type: 'object',
        description: 'Words.',
        properties: { description: { type: 'string', description: 'Words.' } }
      },
      'x'
    )
    expect(table.nodes).toEqual([
      { type: 'string' },
      { properties: { description: 0 }, type: 'object' }
    ])
  })

  test('holds equal subtrees once, whatever their prose and the order of their keys', () => {
    const table = createNodeTable()
    const root = table.add(
      {
        type: 'object',
        properties: {
          a: { type: 'string', maxLength: 5, description: 'A.' },
          b: { maxLength: 5, description: 'B.', type: 'string' },
          c: { type: 'array', items: { type: 'string', maxLength: 5 } }
        }
      },
      'x'
    )
    expect(table.nodes[root]).toMatchObject({ properties: { a: 0, b: 0, c: 1 } })
    expect(table.nodes).toHaveLength(3)
  })

  test('keeps what says what is valid', () => {
    const table = createNodeTable()
    const schema = {
      type: 'array',
      items: {
        'x-kubernetes-int-or-string': true,
        anyOf: [{ type: 'integer' }, { type: 'string' }]
      },
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
      'x-kubernetes-validations': [
        { rule: 'self.size() > 0', message: 'm', reason: 'FieldValueInvalid' }
      ],
      required: ['a', 'a'],
      nullable: false
    }
    expect(table.nodes[table.add(schema, 'x')]).toEqual({
      type: 'array',
      items: 0,
      listType: 'map',
      listMapKeys: ['name'],
      validations: [{ message: 'm', reason: 'FieldValueInvalid', rule: 'self.size() > 0' }],
      required: ['a']
    })
    expect(table.nodes[0]).toEqual({ intOrString: true })
  })

  test('ends where a keyword has no place', () => {
    const add = (schema: Record<string, unknown>) => createNodeTable().add(schema, 'Sidecar/v1')
    expect(() => add({ type: 'object', properties: { a: { patternProperties: {} } } })).toThrow(
      'Sidecar/v1.a: keyword patternProperties has no place in the tables yet'
    )
    expect(() => add({ 'x-kubernetes-validations': [{ rule: 'true', severity: 'x' }] })).toThrow(
      'key severity of x-kubernetes-validations'
    )
  })
})
