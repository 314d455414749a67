import { matches } from './decide.ts'
import { at } from './indexed.ts'
import type { When } from './space.ts'
import type { Dimension, Matcher, Point } from './table.ts'

type Value = Point[string]

/**
 * Points are without a prototype here, so that a dimension may bear any name.
 * Which row a point takes, for many points: rows are filed by what they ask of one dimension, so that a look-up tries
 * the rows with the same exact value or a prefix of it, and those that cannot be filed.
 */
export class FirstMatch {
  readonly #dimensions: ReadonlyMap<string, Dimension>
  readonly #tests: readonly ((point: Point) => boolean)[]
  /** The dimension by which rows are filed. */
  readonly #key: string | null
  readonly #exact = new Map<string, number[]>()
  readonly #prefix = new Map<string, number[]>()
  readonly #lengths: readonly number[]
  readonly #others: number[] = []

  constructor(dimensions: readonly Dimension[], rows: readonly When[]) {
    this.#dimensions = new Map(dimensions.map(dimension => [dimension.name, dimension]))
    this.#tests = rows.map(when => this.#testOf(when))
    this.#key = mostTelling(dimensions, rows)
    const lengths = new Set<number>()
    rows.forEach((when, index) => {
      const matcher = this.#key === null ? undefined : when[this.#key]
      if (matcher?.is === 'exact' && matcher.ignoreCase !== true) {
        file(this.#exact, matcher.value, index)
      } else if (matcher?.is === 'prefix' && matcher.ignoreCase !== true) {
        file(this.#prefix, matcher.value, index)
        lengths.add(matcher.value.length)
      } else this.#others.push(index)
    })
    this.#lengths = [...lengths].sort((a, b) => a - b)
  }

  /** The number of the first row that the point satisfies; -1 where there is none. */
  find(point: Point): number {
    const candidates = [...this.#others]
    const value = this.#key === null ? null : (point[this.#key] ?? null)
    if (typeof value === 'string') {
      candidates.push(...(this.#exact.get(value) ?? []))
      for (const length of this.#lengths) {
        if (length > value.length) break
        candidates.push(...(this.#prefix.get(value.slice(0, length)) ?? []))
      }
    }
    candidates.sort((a, b) => a - b)
    return candidates.find(row => this.satisfies(row, point)) ?? -1
  }

  satisfies(row: number, point: Point): boolean {
    return at(this.#tests, row)(point)
  }

  #testOf(when: When): (point: Point) => boolean {
    const tests = Object.entries(when).map(([name, matcher]) => {
      const dimension = this.#dimensions.get(name)
      if (dimension === undefined) throw new Error(`the table has no dimension ${name}`)
      return { name, holds: testOf(matcher, dimension) }
    })
    return point => tests.every(({ name, holds }) => holds(point[name] ?? null))
  }
}

/** The single-valued string dimension by which a look-up has the fewest rows to try. */
function mostTelling(dimensions: readonly Dimension[], rows: readonly When[]): string | null {
  const asked = new Map<string, { rows: number; readonly values: Set<string> }>()
  for (const { name, theory, multiple } of dimensions) {
    if (theory === 'string' && !multiple) asked.set(name, { rows: 0, values: new Set() })
  }
  for (const when of rows) {
    for (const [name, matcher] of Object.entries(when)) {
      const known = asked.get(name)
      if (known === undefined || (matcher.is !== 'exact' && matcher.is !== 'prefix')) continue
      known.rows += 1
      known.values.add(matcher.value)
    }
  }
  let best: string | null = null
  let fewest = Number.POSITIVE_INFINITY
  for (const [name, { rows: filed, values }] of asked) {
    const tried = rows.length - filed + filed / Math.max(1, values.size)
    if (tried >= fewest) continue
    best = name
    fewest = tried
  }
  return best
}

function file(index: Map<string, number[]>, value: string, row: number): void {
  const rows = index.get(value)
  if (rows === undefined) index.set(value, [row])
  else rows.push(row)
}

/** The common matchers without a detour. */
function testOf(matcher: Matcher, dimension: Dimension): (value: Value) => boolean {
  if (!dimension.multiple && dimension.theory === 'string') {
    if (matcher.is === 'exact' && matcher.ignoreCase !== true) {
      return value => value === matcher.value
    }
    if (matcher.is === 'prefix' && matcher.ignoreCase !== true) {
      return value => typeof value === 'string' && value.startsWith(matcher.value)
    }
  }
  return value => matches(matcher, value, dimension)
}
