import { anyValue } from './any-value.ts'
import { Budget, Exhausted, type Limits } from './budget.ts'
import { matches } from './decide.ts'
import { exists } from './exists.ts'
import { FirstMatch } from './first-match.ts'
import { Atoms } from './formula.ts'
import { matcherKey } from './matcher-key.ts'
import { remembered } from './remembered.ts'
import type { When } from './space.ts'
import type { Dimension, Matcher } from './table.ts'
import { findString } from './theories/strings.ts'

type Value = string | readonly string[] | null

/**
 * Finds rows that are surely taken: for each row one likely point is made from its matchers and tried against all
 * rows before it, by plain matching. Most rows of real tables are settled so, without any partition.
 */
export class Guesses {
  readonly #dimensions: ReadonlyMap<string, Dimension>
  /** `null`: not even these were found within the budget, so nothing is guessed. */
  readonly #defaults: Readonly<Record<string, Value>> | null
  readonly #rows: FirstMatch
  readonly #impossible: FirstMatch

  constructor(
    dimensions: readonly Dimension[],
    rows: readonly When[],
    impossible: readonly When[],
    limits: Partial<Limits> | undefined
  ) {
    this.#dimensions = new Map(dimensions.map(dimension => [dimension.name, dimension]))
    this.#defaults = usualValues(dimensions, limits)
    this.#rows = new FirstMatch(dimensions, rows)
    this.#impossible = new FirstMatch(dimensions, impossible)
  }

  /** The row that a likely point of this row takes; -1 where no point came to mind. */
  takenBy(index: number, when: When): number {
    if (this.#defaults === null) return -1
    const point = this.#likely(when)
    if (!this.#rows.satisfies(index, point)) return -1
    for (const name of Object.keys(when)) {
      const dimension = this.#dimensions.get(name)
      if (dimension === undefined || !exists(point[name] ?? null, dimension)) return -1
    }
    return this.#impossible.find(point) < 0 ? this.#rows.find(point) : -1
  }

  #likely(when: When): Readonly<Record<string, Value>> {
    const point: Record<string, Value> = Object.assign(Object.create(null), this.#defaults)
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
    const domain = dimension.domain === undefined ? '' : matcherKey(dimension.domain)
    const key = `${dimension.theory} ${domain} ${matcherKey(matcher)}`
    return remembered(members, key, () => this.#foundMember(matcher, dimension))
  }

  #foundMember(matcher: Matcher, dimension: Dimension): string | null {
    const atoms = new Atoms(dimension)
    const wanted = atoms.formula(matcher)
    const domain = dimension.domain === undefined ? null : atoms.formula(dimension.domain)
    const budget = new Budget(QUICK)
    try {
      return findString({ dimension, atoms: atoms.list, domain, universe: null, budget }, wanted)
    } catch (error) {
      if (error instanceof Exhausted) return null
      throw error
    }
  }
}

/** Members that were found, or not, whichever table asked: two sides mostly ask the same. */
const members = new Map<string, string | null>()

/** A guess that takes longer is not worth it: the proof that follows has a budget of its own. */
const QUICK: Partial<Limits> = { states: 1_000, steps: 20_000 }

/** Without a prototype, so that a dimension may bear any name. */
function usualValues(
  dimensions: readonly Dimension[],
  limits: Partial<Limits> | undefined
): Readonly<Record<string, Value>> | null {
  const values: Record<string, Value> = Object.create(null)
  try {
    for (const dimension of dimensions) {
      values[dimension.name] = anyValue(dimension, limits)
    }
  } catch (error) {
    if (error instanceof Exhausted) return null
    throw error
  }
  return values
}
