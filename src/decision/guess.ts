import { anyValue } from './any-value.ts'
import type { Budget } from './budget.ts'
import { matches, matchesAtom } from './decide.ts'
import { exists } from './exists.ts'
import { Atoms } from './formula.ts'
import type { When } from './space.ts'
import type { Dimension, Matcher, Point, Row } from './table.ts'
import { findString } from './theories/strings.ts'

type Value = string | readonly string[] | null

/**
 * Finds rows that are surely taken: for each row one likely point is made from its matchers and tried against all
 * rows before it, by plain matching. Most rows of real tables are settled so, without any partition.
 */
export class Guesses {
  readonly #dimensions: ReadonlyMap<string, Dimension>
  readonly #defaults: Point
  readonly #tests: readonly ((point: Point) => boolean)[]
  readonly #impossible: readonly ((point: Point) => boolean)[]
  readonly #budget: Budget

  constructor(
    dimensions: readonly Dimension[],
    rows: readonly Row<unknown>[],
    impossible: readonly When[],
    budget: Budget
  ) {
    this.#dimensions = new Map(dimensions.map(dimension => [dimension.name, dimension]))
    this.#budget = budget
    const defaults: Record<string, Value> = {}
    for (const dimension of dimensions) defaults[dimension.name] = anyValue(dimension, budget)
    this.#defaults = defaults
    this.#tests = rows.map(row => this.#test(row.when))
    this.#impossible = impossible.map(when => this.#test(when))
  }

  /** The row that a likely point of this row takes; -1 where no point came to mind. */
  takenBy(index: number, when: When): number {
    const point = this.#likely(when)
    if (this.#tests[index]?.(point) !== true) return -1
    for (const name of Object.keys(when)) {
      const dimension = this.#dimensions.get(name)
      if (dimension === undefined || !exists(point[name] ?? null, dimension)) return -1
    }
    if (this.#impossible.some(test => test(point))) return -1
    return this.#tests.findIndex(test => test(point))
  }

  #likely(when: When): Point {
    const point: Record<string, Value> = { ...this.#defaults }
    for (const [name, matcher] of Object.entries(when)) {
      const dimension = this.#dimensions.get(name)
      if (dimension === undefined) throw new Error(`the table has no dimension ${name}`)
      const value = this.#member(matcher, dimension, point[name] ?? null)
      point[name] = dimension.multiple && typeof value === 'string' ? [value] : value
    }
    return point
  }

  /** A value of the matcher, or not: the caller tests it. */
  #member(matcher: Matcher, dimension: Dimension, usual: Value): Value {
    if (matches(matcher, usual, dimension)) return usual
    switch (matcher.is) {
      case 'exact':
      case 'prefix':
      case 'suffix':
        return matcher.value
      case 'between':
        return String(matcher.from)
      case 'cidr':
        return matcher.value.split('/')[0] ?? null
      case 'regex':
        return this.#regexMember(matcher, dimension)
      case 'all':
      case 'any': {
        const [first] = matcher.of
        return first === undefined ? usual : this.#member(first, dimension, usual)
      }
      case 'some':
        return this.#member(matcher.of, { ...dimension, multiple: false }, null)
      default:
        return usual
    }
  }

  #regexMember(matcher: Matcher, dimension: Dimension): string | null {
    const atoms = new Atoms(dimension)
    const wanted = atoms.formula(matcher)
    const domain = dimension.domain === undefined ? null : atoms.formula(dimension.domain)
    const question = { dimension, atoms: atoms.list, domain, universe: null, budget: this.#budget }
    return findString(question, wanted)
  }

  /** The plain test of a row, prepared once. */
  #test(when: When): (point: Point) => boolean {
    const tests = Object.entries(when).map(([name, matcher]) => {
      const dimension = this.#dimensions.get(name)
      if (dimension === undefined) throw new Error(`the table has no dimension ${name}`)
      return { name, holds: testOf(matcher, dimension) }
    })
    return point => tests.every(({ name, holds }) => holds(point[name] ?? null))
  }
}

/** The common matchers without a detour. */
function testOf(matcher: Matcher, dimension: Dimension): (value: Value) => boolean {
  if (
    !dimension.multiple &&
    dimension.theory === 'string' &&
    (matcher.is === 'exact' || matcher.is === 'prefix' || matcher.is === 'regex')
  ) {
    return value => typeof value === 'string' && matchesAtom(matcher, value, dimension)
  }
  return value => matches(matcher, value, dimension)
}
