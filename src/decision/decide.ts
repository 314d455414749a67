import { addressRange } from './address.ts'
import { pattern } from './pattern.ts'
import type { Dimension, Matcher, Point, Row, Table } from './table.ts'

export interface Decision<Action> {
  readonly action: Action
  /** `null`: no row matched, `action` is the table's `otherwise`. */
  readonly row: Row<Action> | null
}

type Value = string | readonly string[] | null

/**
 * The row that one concrete point takes. Plain matching by code of its own: nothing here is shared with
 * partitions, so that each can be the other's judge. Throws on a matcher that `malformed` would name.
 */
export function decide<Action>(table: Table<Action>, point: Point): Decision<Action> {
  const dimensions = new Map(table.dimensions.map(dimension => [dimension.name, dimension]))
  for (const row of table.rows) {
    if (satisfies(row.when, point, dimensions)) return { action: row.action, row }
  }
  return { action: table.otherwise, row: null }
}

/** Whether the point satisfies every named dimension. */
export function satisfies(
  when: Readonly<Record<string, Matcher>>,
  point: Point,
  dimensions: ReadonlyMap<string, Dimension>
): boolean {
  for (const [name, matcher] of Object.entries(when)) {
    const dimension = dimensions.get(name)
    if (dimension === undefined) throw new Error(`the table has no dimension ${name}`)
    if (!matches(matcher, valueAt(point, name), dimension)) return false
  }
  return true
}

/** The value of a dimension that may bear any name; absent where the point does not say. */
export function valueAt(point: Point, dimension: string): Value {
  return Object.hasOwn(point, dimension) ? (point[dimension] ?? null) : null
}

/** Whether a value satisfies a matcher. An empty list is absent. */
export function matches(matcher: Matcher, value: Value, dimension: Dimension): boolean {
  if (dimension.multiple) {
    const elements = value === null ? [] : typeof value === 'string' ? [value] : value
    return matchesSet(matcher, elements, dimension)
  }
  if (value !== null && typeof value !== 'string') {
    throw new Error(`dimension ${dimension.name} takes one value, not a list`)
  }
  return matchesOne(matcher, value, dimension)
}

function matchesSet(matcher: Matcher, elements: readonly string[], dimension: Dimension): boolean {
  switch (matcher.is) {
    case 'present':
      return elements.length > 0
    case 'absent':
      return elements.length === 0
    case 'not':
      return !matchesSet(matcher.of, elements, dimension)
    case 'all':
      return matcher.of.every(part => matchesSet(part, elements, dimension))
    case 'any':
      return matcher.of.some(part => matchesSet(part, elements, dimension))
    case 'some':
      return elements.some(element => matchesOne(matcher.of, element, dimension))
    default:
      return elements.some(element => matchesOne(matcher, element, dimension))
  }
}

function matchesOne(matcher: Matcher, value: string | null, dimension: Dimension): boolean {
  switch (matcher.is) {
    case 'present':
      return value !== null
    case 'absent':
      return value === null
    case 'not':
      return !matchesOne(matcher.of, value, dimension)
    case 'all':
      return matcher.of.every(part => matchesOne(part, value, dimension))
    case 'any':
      return matcher.of.some(part => matchesOne(part, value, dimension))
    case 'some':
      return value !== null && matchesOne(matcher.of, value, dimension)
    default:
      return value !== null && matchesAtom(matcher, value, dimension)
  }
}

export type Atom = Extract<
  Matcher,
  { is: 'exact' | 'prefix' | 'suffix' | 'regex' | 'between' | 'cidr' }
>

/** Whether a present value satisfies an atom. */
export function matchesAtom(atom: Atom, value: string, dimension: Dimension): boolean {
  switch (atom.is) {
    case 'exact':
      if (dimension.theory === 'ip') return withinRange(atom.value, value)
      return atom.ignoreCase === true ? fold(value) === fold(atom.value) : value === atom.value
    case 'prefix':
      return atom.ignoreCase === true
        ? fold(value).startsWith(fold(atom.value))
        : value.startsWith(atom.value)
    case 'suffix':
      return atom.ignoreCase === true
        ? fold(value).endsWith(fold(atom.value))
        : value.endsWith(atom.value)
    case 'regex': {
      const compiled = pattern(atom.value)
      if (!compiled.ok) throw new Error(`not RE2: ${atom.value}: ${compiled.reason}`)
      return compiled.regex.testExact(value)
    }
    case 'between':
      return atom.from <= Number(value) && Number(value) <= atom.to
    case 'cidr':
      return withinRange(atom.value, value)
  }
}

/** Envoy's ignore_case folds ASCII alone (absl::EqualsIgnoreCase). */
function fold(text: string): string {
  return text.replace(/[A-Z]/g, letter => letter.toLowerCase())
}

function withinRange(range: string, address: string): boolean {
  const outer = addressRange(range)
  const inner = addressRange(address)
  if (outer === null) throw new Error(`not an address or CIDR: ${range}`)
  if (inner === null) return false
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last
}
