import type { Budget } from './budget.ts'
import { matches } from './decide.ts'
import { Atoms, evaluate, type Formula } from './formula.ts'
import { at } from './indexed.ts'
import { matcherKey } from './matcher-key.ts'
import type { Finder, Literal } from './sets.ts'
import { setFinder } from './sets.ts'
import type { Dimension, Matcher } from './table.ts'
import { findString } from './theories/strings.ts'

/**
 * A dimension that is not cut beforehand: each of its matchers is asked by itself, and a conjunction of answers is
 * tried for a value when it is met. For sets of values, whose classes are too many, and for strings whose regular
 * expressions overlap too much.
 */
export interface OnDemand {
  readonly dimension: Dimension
  readonly matchers: readonly Matcher[]
  /** A value for which the literals hold, or `undefined`; remembered. */
  readonly find: Finder
}

export function onDemand(
  dimension: Dimension,
  matchers: readonly Matcher[],
  budget: Budget
): OnDemand {
  const find = dimension.multiple
    ? setFinder(dimension, matchers, budget)
    : stringFinder(dimension, matchers, budget)
  const known = new Map<string, ReturnType<Finder>>()
  return {
    dimension,
    matchers,
    find(literals) {
      const key = literals.map(({ matcher, holds }) => (holds ? matcher : ~matcher)).join()
      if (!known.has(key)) known.set(key, find(literals))
      return known.get(key)
    }
  }
}

function stringFinder(dimension: Dimension, matchers: readonly Matcher[], budget: Budget): Finder {
  const atoms = new Atoms(dimension)
  const formulas = matchers.map(matcher => atoms.formula(matcher))
  const domain = dimension.domain === undefined ? null : atoms.formula(dimension.domain)
  return literals => {
    const parts = literals.map(({ matcher, holds }): Formula => {
      const formula = at(formulas, matcher)
      return holds ? formula : { is: 'not', of: formula }
    })
    const wanted: Formula = { is: 'all', of: parts }
    if (dimension.optional && evaluate(wanted, () => false, false)) return null
    const natural = (dimension.natural ?? []).find(
      value =>
        (dimension.domain === undefined || matches(dimension.domain, value, dimension)) &&
        literals.every(
          ({ matcher, holds }) => matches(at(matchers, matcher), value, dimension) === holds
        )
    )
    if (natural !== undefined) return natural
    const question = { dimension, atoms: atoms.list, domain, universe: null, budget }
    return findString(question, wanted) ?? undefined
  }
}

/** A matcher as a conjunction of simpler ones and their negations. */
export function conjuncts(
  matcher: Matcher,
  holds = true
): readonly { readonly matcher: Matcher; readonly holds: boolean }[] {
  if (matcher.is === 'not') return conjuncts(matcher.of, !holds)
  if (matcher.is === 'absent') return [{ matcher: { is: 'present' }, holds: !holds }]
  if (matcher.is === (holds ? 'all' : 'any')) {
    return matcher.of.flatMap(part => conjuncts(part, holds))
  }
  return [{ matcher, holds }]
}

/** Literals sorted and without repetition; `null` where two contradict each other. */
export function joinLiterals(literals: readonly Literal[]): readonly Literal[] | null {
  const joined = new Map<number, Literal>()
  for (const literal of literals) {
    const known = joined.get(literal.matcher)
    if (known !== undefined && known.holds !== literal.holds) return null
    joined.set(literal.matcher, literal)
  }
  return [...joined.values()].sort((a, b) => a.matcher - b.matcher)
}

/** Numbers matchers by what they say. */
export class Matchers {
  readonly list: Matcher[] = []
  readonly #numbers = new Map<string, number>()

  number(matcher: Matcher): number {
    const key = matcherKey(matcher)
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.list.push(matcher) - 1
      this.#numbers.set(key, number)
    }
    return number
  }
}
