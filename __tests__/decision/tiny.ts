import fc from 'fast-check'
import type { Dimension, Matcher, Point, Row, Table } from '../../src/decision/table.ts'

/** Worlds so small that every point can be tried: the judge of everything that is proven symbolically. */

/** Runs of a property; the variable multiplies them for a long search. */
export const runs = (count: number) => ({
  numRuns: count * Number(process.env.MESHPROOF_PROPERTY_EFFORT ?? '1')
})

export const path: Dimension = {
  name: 'path',
  theory: 'string',
  optional: false,
  multiple: false,
  domain: { is: 'regex', value: '[aB/]{0,3}' },
  natural: ['/']
}
export const method: Dimension = {
  name: 'method',
  theory: 'enumeration',
  values: ['GET', 'POST', 'PUT'],
  optional: false,
  multiple: false
}
export const header: Dimension = {
  name: 'header',
  theory: 'string',
  optional: true,
  multiple: false,
  domain: { is: 'regex', value: '[ab]{0,2}' }
}
export const port: Dimension = {
  name: 'port',
  theory: 'integer',
  bounds: { from: 1, to: 5 },
  optional: false,
  multiple: false
}
export const ip: Dimension = {
  name: 'ip',
  theory: 'ip',
  optional: true,
  multiple: false,
  domain: {
    is: 'any',
    of: [
      { is: 'cidr', value: '10.0.0.0/30' },
      { is: 'cidr', value: '2001:db8::/127' }
    ]
  }
}
export const claims: Dimension = {
  name: 'claims',
  theory: 'string',
  optional: true,
  multiple: true,
  domain: { is: 'regex', value: '[ab]{1,2}' }
}

const words = (letters: readonly string[], from: number, to: number): string[] => {
  const found: string[] = []
  let layer = ['']
  for (let length = 0; length <= to; length += 1) {
    if (length >= from) found.push(...layer)
    layer = layer.flatMap(word => letters.map(letter => word + letter))
  }
  return found
}

const subsets = (elements: readonly string[]): (readonly string[] | null)[] => {
  const found: (readonly string[] | null)[] = []
  for (let mask = 0; mask < 1 << elements.length; mask += 1) {
    const set = elements.filter((_, bit) => (mask & (1 << bit)) !== 0)
    found.push(set.length === 0 ? null : set)
  }
  return found
}

/** Every value that exists. */
export const values: Readonly<Record<string, readonly (string | readonly string[] | null)[]>> = {
  path: words(['a', 'B', '/'], 0, 3),
  method: ['GET', 'POST', 'PUT'],
  header: [null, ...words(['a', 'b'], 0, 2)],
  port: ['1', '2', '3', '4', '5'],
  ip: [null, '10.0.0.0', '10.0.0.1', '10.0.0.2', '10.0.0.3', '2001:db8::', '2001:db8::1'],
  claims: subsets(words(['a', 'b'], 1, 2))
}

export function pointsOf(dimensions: readonly Dimension[]): Point[] {
  let points: Point[] = [{}]
  for (const { name } of dimensions) {
    points = points.flatMap(point =>
      (values[name] ?? []).map(value => ({ ...point, [name]: value }))
    )
  }
  return points
}

const text = (letters: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters), maxLength })

/** Regular expressions with everything RE2 has that can matter on so few letters. */
export const regexOver = (letters: string): fc.Arbitrary<string> =>
  fc.letrec<{ regex: string; atom: string }>(tie => ({
    atom: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...letters) },
      fc.constantFrom('.', '\\b', '\\B', '^', '$', '\\w', '\\W', '[^a]', '[a-b]', '\\z', '\\A', ''),
      fc.constantFrom('(?i)a', '(?i:b)', '(?s:.)', '(?m:^)', '(?m:$)', '\\pL', '[[:upper:]]')
    ),
    regex: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie('atom'),
      fc.tuple(tie('regex'), tie('regex')).map(([a, b]) => a + b),
      fc.tuple(tie('regex'), tie('regex')).map(([a, b]) => `(${a}|${b})`),
      fc
        .tuple(tie('regex'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '*?'))
        .map(([a, repeat]) => `(?:${a})${repeat}`)
    )
  })).regex

const strings = (letters: string, length: number): fc.Arbitrary<Matcher> =>
  fc.oneof(
    fc.record({
      is: fc.constantFrom('exact' as const, 'prefix' as const, 'suffix' as const),
      value: text(letters, length),
      ignoreCase: fc.boolean()
    }),
    regexOver(letters).map((value): Matcher => ({ is: 'regex', value }))
  )

const atoms: Readonly<Record<string, fc.Arbitrary<Matcher>>> = {
  path: strings('aB/b', 3),
  method: fc.constantFrom<Matcher>(
    { is: 'exact', value: 'GET' },
    { is: 'exact', value: 'POST' },
    { is: 'prefix', value: 'P' }
  ),
  header: strings('ab', 2),
  port: fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
    .map(([from, to]): Matcher => ({ is: 'between', from, to })),
  ip: fc.constantFrom<Matcher>(
    { is: 'cidr', value: '10.0.0.0/31' },
    { is: 'cidr', value: '10.0.0.1/32' },
    { is: 'cidr', value: '0.0.0.0/0' },
    { is: 'cidr', value: '2001:db8::1/128' },
    { is: 'exact', value: '10.0.0.2' }
  ),
  claims: strings('ab', 2)
}

export function matcherOf(dimension: Dimension): fc.Arbitrary<Matcher> {
  const atom = atoms[dimension.name] ?? fc.constant<Matcher>({ is: 'present' })
  return fc.letrec<{ matcher: Matcher; element: Matcher }>(tie => ({
    element: fc.oneof(
      { maxDepth: 1 },
      { weight: 3, arbitrary: atom },
      fc.record({ is: fc.constant('not' as const), of: tie('element') }),
      fc.record({
        is: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('element'), { maxLength: 2 })
      })
    ),
    matcher: fc.oneof(
      { maxDepth: 2 },
      { weight: 6, arbitrary: atom },
      fc.constantFrom<Matcher>({ is: 'present' }, { is: 'absent' }),
      fc.record({ is: fc.constant('not' as const), of: tie('matcher') }),
      fc.record({
        is: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('matcher'), { maxLength: 2 })
      }),
      ...(dimension.multiple
        ? [fc.record({ is: fc.constant('some' as const), of: tie('element') })]
        : [])
    )
  })).matcher
}

function whenOf(dimensions: readonly Dimension[]): fc.Arbitrary<Record<string, Matcher>> {
  const parts = dimensions.map(dimension =>
    fc.option(matcherOf(dimension)).map(matcher => ({ name: dimension.name, matcher }))
  )
  return fc.tuple(...parts).map(chosen => {
    const when: Record<string, Matcher> = {}
    for (const { name, matcher } of chosen) if (matcher !== null) when[name] = matcher
    return when
  })
}

export function rowOf(dimensions: readonly Dimension[]): fc.Arbitrary<Row<string>> {
  return fc
    .tuple(whenOf(dimensions), fc.constantFrom('x', 'y', 'z'))
    .map(([when, action]) => ({ when, action, origin: null }))
}

/** Two or three dimensions: few enough to try every point. */
export const dimensionsOf: fc.Arbitrary<readonly Dimension[]> = fc.constantFrom(
  [path],
  [path, method],
  [method, path, header],
  [header, port],
  [ip, method],
  [claims],
  [method, claims],
  [header, claims]
)

export interface Change {
  readonly base: Table<string>
  readonly head: Table<string>
}

/** Head is base with rows removed, added, moved or given another action, or another table altogether. */
export const change: fc.Arbitrary<Change> = dimensionsOf.chain(dimensions => {
  const rows = fc.array(rowOf(dimensions), { maxLength: 5 })
  return fc
    .record({
      rows,
      other: rows,
      impossible: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        fc.array(whenOf(dimensions), { maxLength: 1 })
      ),
      otherwise: fc.constantFrom(['x', 'x'], ['x', 'x'], ['x', 'y']),
      edits: fc.array(
        fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom('move', 'drop', 'act', 'add')),
        {
          maxLength: 2
        }
      ),
      rewrite: fc.boolean()
    })
    .map(({ rows: base, other, impossible, otherwise, edits, rewrite }) => {
      const head = rewrite ? [...other] : edited(base, other, edits)
      const table = (list: readonly Row<string>[], side: number): Table<string> => ({
        dimensions,
        rows: list,
        otherwise: otherwise[side] ?? 'x',
        impossible
      })
      return { base: table(base, 0), head: table(head, 1) }
    })
})

function edited(
  base: readonly Row<string>[],
  other: readonly Row<string>[],
  edits: readonly (readonly [number, number, string])[]
): Row<string>[] {
  const rows = [...base]
  for (const [at, to, kind] of edits) {
    const row = rows[at]
    if (kind === 'add') rows.splice(at, 0, ...other.slice(to, to + 1))
    else if (row === undefined) continue
    else if (kind === 'drop') rows.splice(at, 1)
    else if (kind === 'act') rows[at] = { ...row, action: row.action === 'x' ? 'y' : 'x' }
    else rows.splice(to, 0, ...rows.splice(at, 1))
  }
  return rows
}

/** One table, with rows that are likely to hide one another. */
export const table: fc.Arbitrary<Table<string>> = dimensionsOf.chain(dimensions =>
  fc
    .record({
      rows: fc.array(rowOf(dimensions), { minLength: 1, maxLength: 7 }),
      impossible: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        fc.array(whenOf(dimensions), { maxLength: 1 })
      )
    })
    .map(({ rows, impossible }) => ({ dimensions, rows, otherwise: 'x', impossible }))
)
