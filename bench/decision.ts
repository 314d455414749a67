import type { Matcher, Row, Table } from '../src/decision/table.ts'

/** A small seeded generator (xorshift), so that every run measures the same tables. */
export function seeded(seed: number): (below: number) => number {
  let state = seed | 1
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/**
 * Routes of one host as large configurations have them: 60 % path prefixes, 2 % path regular expressions, the rest
 * exact paths; a third by method, some by a user header, a few by a cookie expression; a default at the end.
 */
export function routes(count: number, seed = 7): Table<string> {
  const random = seeded(seed)
  const rows: Row<string>[] = []
  for (let index = 0; index < count; index += 1) {
    const when: Record<string, Matcher> = { path: path(random, index) }
    if (random(10) < 3) when.method = { is: 'exact', value: methods[random(4)] ?? 'GET' }
    if (random(20) < 2) {
      when['x-user-type'] = { is: 'exact', value: ['qa', 'beta', 'internal'][random(3)] ?? 'qa' }
    }
    if (random(30) < 1) {
      when.cookie = { is: 'regex', value: `^(.*?;)?(user=dev-${random(5)})(;.*)?$` }
    }
    rows.push({ when, action: `service-${random(50)}`, origin: index })
  }
  rows.push({ when: {}, action: 'default', origin: count })
  return {
    dimensions: [
      {
        name: 'path',
        theory: 'string',
        optional: false,
        multiple: false,
        domain: { is: 'regex', value: '/[!-~]*' },
        natural: ['/']
      },
      {
        name: 'method',
        theory: 'string',
        optional: false,
        multiple: false,
        domain: { is: 'regex', value: '[A-Z]+' },
        natural: methods
      },
      { name: 'x-user-type', theory: 'string', optional: true, multiple: false },
      { name: 'cookie', theory: 'string', optional: true, multiple: false }
    ],
    rows,
    otherwise: '404'
  }
}

const methods = ['GET', 'POST', 'PUT', 'DELETE']

function path(random: (below: number) => number, index: number): Matcher {
  const team = `/api/team${random(40)}`
  if (random(10) < 6) {
    return { is: 'prefix', value: `${team}/service${random(300)}/v${random(4)}/` }
  }
  return random(20) < 19
    ? { is: 'exact', value: `${team}/service${random(300)}/operation${index}` }
    : { is: 'regex', value: `${team}/[a-z0-9-]+/item/[0-9]+(/.*)?` }
}

/** The same rows with a swap, an action that changed and a row that went. */
export function edited(table: Table<string>): Table<string> {
  const rows = [...table.rows]
  const [third, fourth] = [rows[3], rows[4]]
  if (third === undefined || fourth === undefined) throw new Error('a table of at least 5 rows')
  rows[3] = fourth
  rows[4] = third
  const middle = rows[Math.floor(rows.length / 2)]
  if (middle !== undefined) rows[Math.floor(rows.length / 2)] = { ...middle, action: 'canary' }
  rows.splice(Math.floor(rows.length / 3), 1)
  return { ...table, rows }
}
