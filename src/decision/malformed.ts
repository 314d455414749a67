import { addressRange } from './address.ts'
import { pattern } from './pattern.ts'
import type { Matcher, Row, Table } from './table.ts'

/** A matcher that means nothing: not RE2, not an address. */
export interface Malformed {
  readonly dimension: string
  readonly matcher: Matcher
  /** What the parser says. */
  readonly reason: string
  readonly row: Row<unknown>
}

/** All matchers of the table's rows that cannot be compiled, in row order. */
export function malformed(table: Table<unknown>): readonly Malformed[] {
  const found: Malformed[] = []
  for (const row of table.rows) {
    for (const [dimension, outer] of Object.entries(row.when)) {
      for (const { matcher, reason } of faults(outer)) {
        found.push({ dimension, matcher, reason, row })
      }
    }
  }
  return found
}

function faults(matcher: Matcher): readonly { matcher: Matcher; reason: string }[] {
  switch (matcher.is) {
    case 'regex': {
      const compiled = pattern(matcher.value)
      return compiled.ok ? [] : [{ matcher, reason: compiled.reason }]
    }
    case 'cidr':
      return addressRange(matcher.value) === null
        ? [{ matcher, reason: `not an address or CIDR: ${matcher.value}` }]
        : []
    case 'not':
    case 'some':
      return faults(matcher.of)
    case 'all':
    case 'any':
      return matcher.of.flatMap(faults)
    default:
      return []
  }
}
