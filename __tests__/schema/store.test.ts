import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { RE2JS } from 're2js'
import { UserError } from '../../src/errors.ts'
import { formatOf, IGNORED_FORMATS } from '../../src/schema/format.ts'
import { openSchemaStore } from '../../src/schema/store.ts'
import type { SchemaTable } from '../../src/schema/table.ts'
import { schemasOf, store } from '../support/schema.ts'

const tables: SchemaTable[] = [
  ...store.minors().map(minor => store.load(minor)),
  ...store.gatewayApiMinors().map(minor => store.gatewayApi(minor))
]

describe('the store', () => {
  test('lists the minors in their order', () => {
    expect(store.minors()[0]).toBe('1.18')
    expect(store.minors()).toHaveLength(14)
    expect(store.minors().at(-1)).toBe('1.31')
    expect(store.gatewayApiMinors()).toEqual([
      '0.6',
      '0.8',
      '1.0',
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '1.5',
      '1.6'
    ])
  })

  test('reads a table once', () => {
    expect(store.load('1.20')).toBe(store.load('1.20'))
  })

  test('names the minors where one is not there, and never leaves its folder', () => {
    const other = openSchemaStore('.')
    for (const minor of ['1.17', '../../package', '1.31.0', '']) {
      expect(() => other.load(minor)).toThrow(UserError)
    }
    expect(() => other.load('1.17')).toThrow('There is no schema for Istio 1.17.')
    expect(() => other.gatewayApi('9.9')).toThrow('There is no schema for Gateway API 9.9.')
  })
})

describe.each(tables.map(table => [`${table.project} ${table.minor}`, table] as const))(
  'the table of %s',
  (_, table) => {
    test('children stand before their parents, and roots are nodes', () => {
      for (const [index, node] of table.nodes.entries()) {
        const children = [
          ...Object.values(node.properties ?? {}),
          ...(typeof node.additionalProperties === 'number' ? [node.additionalProperties] : []),
          ...(node.items === undefined ? [] : [node.items]),
          ...(node.not === undefined ? [] : [node.not]),
          ...(node.allOf ?? []),
          ...(node.anyOf ?? []),
          ...(node.oneOf ?? [])
        ]
        for (const child of children) expect(child).toBeLessThan(index)
      }
      for (const { versions } of table.kinds) {
        for (const version of versions) expect(table.nodes[version.schema]?.type).toBe('object')
        expect(versions.filter(version => version.storage)).toHaveLength(1)
      }
    })

    test('every node is reached', () => {
      const reached = new Set(
        table.kinds.flatMap(kind => kind.versions.map(({ schema }) => schema))
      )
      for (const index of [...table.nodes.keys()].reverse()) {
        const node = table.nodes[index]
        expect(reached.has(index)).toBe(true)
        const { additionalProperties, items, not } = node ?? {}
        const children = [
          ...Object.values(node?.properties ?? {}),
          ...[additionalProperties, items, not].filter(child => typeof child === 'number'),
          ...[node?.allOf ?? [], node?.anyOf ?? [], node?.oneOf ?? []].flat()
        ]
        for (const child of children) reached.add(child)
      }
    })

    test('every pattern compiles, every format is known, nothing is written twice', () => {
      const texts = new Set<string>()
      for (const node of table.nodes) {
        if (node.pattern !== undefined) RE2JS.compile(node.pattern)
        if (node.format !== undefined && !IGNORED_FORMATS.includes(node.format)) {
          expect(formatOf(node.format)).toBeDefined()
        }
        const text = JSON.stringify(node)
        expect(texts.has(text)).toBe(false)
        texts.add(text)
      }
    })

    test('has its origin in sources.json', () => {
      const { files } = JSON.parse(readFileSync('schemas/sources.json', 'utf8')) as {
        files: { file: string; release: string; licence: string; inputs: { sha256: string }[] }[]
      }
      const [source] = files.filter(({ file }) => file === `${table.project}/${table.minor}.json`)
      expect(source).toMatchObject({ release: table.release, licence: 'Apache-2.0' })
      for (const { sha256 } of source?.inputs ?? []) expect(sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(source?.inputs.length).toBeGreaterThan(0)
    })
  }
)

test('what each minor serves', () => {
  const versions = (istio: string, group: string, kind: string) =>
    schemasOf({ istio })
      .kind(group, kind)
      ?.facts.versions.map(version => version.name)
  expect(versions('1.18', 'networking.istio.io', 'VirtualService')).toEqual(['v1alpha3', 'v1beta1'])
  expect(versions('1.22', 'networking.istio.io', 'VirtualService')?.sort()).toEqual([
    'v1',
    'v1alpha3',
    'v1beta1'
  ])
  expect(versions('1.21', 'security.istio.io', 'PeerAuthentication')).toEqual(['v1beta1'])
  expect(versions('1.29', 'extensions.istio.io', 'TrafficExtension')).toBeUndefined()
  expect(versions('1.30', 'extensions.istio.io', 'TrafficExtension')).toEqual(['v1alpha1'])
})

test('no rule of any minor was lost: counts of the storage versions', () => {
  const count = (table: SchemaTable, index: number): number => {
    const node = table.nodes[index]
    if (node === undefined) return 0
    const children = [
      ...Object.values(node.properties ?? {}),
      ...(typeof node.additionalProperties === 'number' ? [node.additionalProperties] : []),
      ...(node.items === undefined ? [] : [node.items])
    ]
    let total = node.validations?.length ?? 0
    for (const child of children) total += count(table, child)
    return total
  }
  const counts = store.minors().map(minor => {
    const table = store.load(minor)
    let total = 0
    for (const { versions } of table.kinds) {
      const storage = versions.find(version => version.storage)
      if (storage) total += count(table, storage.schema)
    }
    return [minor, total]
  })
  expect(Object.fromEntries(counts)).toMatchObject({
    '1.18': 0,
    '1.20': 2,
    '1.22': 4,
    '1.23': 115,
    '1.25': 130,
    '1.29': 139,
    '1.31': 159
  })
})
