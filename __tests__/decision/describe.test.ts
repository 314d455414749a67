import { describe, expect, test } from '@jest/globals'
import { compare } from '../../src/decision/compare.ts'
import { describe as describeRegion } from '../../src/decision/describe.ts'
import type { Dimension, Matcher, Row, Table } from '../../src/decision/table.ts'
import { defaultWords, toWords, type Vocabulary } from '../../src/decision/words.ts'

const path: Dimension = {
  name: 'path',
  theory: 'string',
  optional: false,
  multiple: false,
  domain: { is: 'regex', value: '/[!-~]*' },
  natural: ['/']
}
const method: Dimension = {
  name: 'method',
  theory: 'string',
  optional: false,
  multiple: false,
  natural: ['GET', 'POST']
}
const version: Dimension = { name: 'x-version', theory: 'string', optional: true, multiple: false }
const groups: Dimension = { name: 'groups', theory: 'string', optional: true, multiple: true }
const port: Dimension = {
  name: 'port',
  theory: 'integer',
  bounds: { from: 1, to: 65535 },
  optional: false,
  multiple: false
}
const dimensions = [path, method, version, groups, port]

const vocabulary: Vocabulary = {
  words: {
    path: {
      ...defaultWords('path'),
      prefix: 'paths under {}',
      regex: 'paths matching {}',
      except: { exact: '{}', prefix: '{}', regex: 'those matching {}' }
    }
  },
  everything: 'every request',
  most: 3
}

const exact = (value: string): Matcher => ({ is: 'exact', value })
const prefix = (value: string): Matcher => ({ is: 'prefix', value })
const regex = (value: string): Matcher => ({ is: 'regex', value })
const row = (when: Row<string>['when'], action: string): Row<string> => ({
  when,
  action,
  origin: null
})
const table = (rows: readonly Row<string>[], otherwise = '404'): Table<string> => ({
  dimensions,
  rows,
  otherwise
})

/** Each difference as a line: what changes, for which points, and the sample where it says more. */
function differences(base: Table<string>, head: Table<string>): string[] {
  const result = compare(base, head, { keyOf: action => action })
  if (result.kind !== 'compared') throw new Error(result.kind)
  return result.differences.map(({ before, after, region }) => {
    const clauses = describeRegion(region).map(clause => toWords(clause, vocabulary))
    return `${before} → ${after}: ${clauses.join('; ')}`
  })
}

describe('a region in words', () => {
  test('a swap of a regular expression and the prefix around it', () => {
    const users = row({ path: prefix('/users') }, 'v1')
    const canary = row({ path: regex('/users(/.*)?'), method: exact('GET') }, 'v2')
    expect(differences(table([canary, users]), table([users, canary]))).toEqual([
      'v2 → v1: paths matching /users(/.*)?, method GET'
    ])
  })

  test('a prefix except what an earlier row takes', () => {
    const earlier = row({ path: prefix('/users/v2') }, 'v2')
    expect(
      differences(
        table([earlier, row({ path: prefix('/users') }, 'v1')]),
        table([earlier, row({ path: prefix('/users') }, 'v3')])
      )
    ).toEqual(['v1 → v3: paths under /users except /users/v2'])
  })

  test('an exception that holds for one method only', () => {
    const earlier = row({ path: prefix('/users/v2'), method: exact('GET') }, 'v2')
    expect(
      differences(
        table([earlier, row({ path: prefix('/users') }, 'v1')]),
        table([earlier, row({ path: prefix('/users') }, 'v3')])
      )
    ).toEqual([
      'v1 → v3: paths under /users except /users/v2; paths under /users, any method except GET'
    ])
  })

  test('everything that no route takes, with a long list cut', () => {
    const rows = ['/a', '/b', '/c', '/d', '/e'].map(value => row({ path: prefix(value) }, value))
    expect(differences(table(rows), table(rows, '503'))).toEqual([
      '404 → 503: any path except /a, /b, /c and 2 more'
    ])
  })

  test('every point', () => {
    expect(differences(table([]), table([], '503'))).toEqual(['404 → 503: every request'])
  })

  test('absence and presence of a header', () => {
    const base = table([row({ 'x-version': exact('2') }, 'v2')])
    const head = table([
      row({ 'x-version': exact('2') }, 'v2'),
      row({ 'x-version': { is: 'absent' } }, 'v0'),
      row({ 'x-version': { is: 'not', of: exact('3') } }, 'v1')
    ])
    expect(differences(base, head)).toEqual([
      '404 → v0: x-version absent',
      '404 → v1: x-version present except 2 and 3'
    ])
  })

  test('sets of values: some, none', () => {
    const base = table([row({ groups: exact('admin') }, 'allow')], 'deny')
    const head = table(
      [
        row(
          { groups: { is: 'all', of: [exact('admin'), { is: 'not', of: exact('guest') }] } },
          'allow'
        )
      ],
      'deny'
    )
    expect(differences(base, head)).toEqual(['allow → deny: groups admin and groups guest'])
    expect(differences(table([], 'deny'), head)).toEqual([
      'deny → allow: groups admin except guest'
    ])
  })

  test('integers', () => {
    const base = table([row({ port: { is: 'between', from: 8000, to: 8999 } }, 'a')])
    const head = table([
      row({ port: { is: 'between', from: 8080, to: 8080 } }, 'b'),
      row({ port: { is: 'between', from: 8000, to: 8999 } }, 'a')
    ])
    expect(differences(base, head)).toEqual(['a → b: port 8080'])
  })

  test('two expressions that overlap, where their meeting alone differs', () => {
    const left = row({ path: regex('/a.*') }, 'left')
    const right = row({ path: regex('/.*z') }, 'right')
    expect(differences(table([left, right]), table([right, left]))).toEqual([
      'left → right: paths matching /a.* and paths matching /.*z'
    ])
  })
})

describe('words', () => {
  test('values are put in as they are, whatever they hold', () => {
    const clause = {
      terms: [{ dimension: 'path', within: [exact('/$&{}{to}')], except: [exact('$1')] }]
    }
    expect(toWords(clause, vocabulary)).toBe('path /$&{}{to} except $1')
  })

  test('a dimension without a vocabulary is called by its name', () => {
    const matchers: Matcher[] = [
      { is: 'suffix', value: '.com', ignoreCase: true },
      { is: 'between', from: 1, to: 2 },
      { is: 'cidr', value: '10.0.0.0/8' },
      { is: 'not', of: { is: 'present' } },
      { is: 'not', of: exact('x') },
      { is: 'some', of: exact('y') }
    ]
    const words = matchers.map(matcher =>
      toWords(
        { terms: [{ dimension: 'thing', within: [matcher], except: [] }] },
        { words: {}, everything: 'all' }
      )
    )
    expect(words).toEqual([
      'thing ending in .com in any case',
      'thing 1 to 2',
      'thing in 10.0.0.0/8',
      'thing absent',
      'not (thing x)',
      'thing y'
    ])
  })

  test('a clause that says too much admits it', () => {
    expect(toWords({ terms: [], partly: true }, vocabulary)).toBe('some of every request')
  })
})
