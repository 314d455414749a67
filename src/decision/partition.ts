import type { Budget } from './budget.ts'
import { matchesAtom } from './decide.ts'
import { Atoms, atomsOf, evaluate, evaluator, type Formula, settle } from './formula.ts'
import { at } from './indexed.ts'
import type { Dimension, Matcher } from './table.ts'
import { partitionEnumeration } from './theories/enumeration.ts'
import { partitionAddresses, partitionIntegers } from './theories/intervals.ts'
import { partitionStrings } from './theories/strings.ts'
import type { Answer, Question, ValueClass } from './theories/theory.ts'

/** The values of a dimension, cut so that every matcher is a union of classes. Classes are numbered from 0. */
export interface Partition {
  readonly dimension: Dimension
  readonly matchers: readonly Matcher[]
  /** A member of each class, the best one; `null` is absent. */
  readonly values: readonly (string | null)[]
  /** Smaller is more natural; a property of the value, not of the cut. */
  readonly ranks: readonly number[]
  /** For each matcher the classes in which it holds, ascending. */
  readonly holds: readonly (readonly number[])[]
  /** For each matcher whether it may hold outside the universe; `null`: nothing is outside. */
  readonly outside: readonly boolean[] | null
  /** The class of a value by plain matching; -1 outside of domain or universe. */
  classOf(value: string | null): number
}

const PARTITIONS: Readonly<Record<Dimension['theory'], (question: Question) => Answer>> = {
  string: partitionStrings,
  enumeration: partitionEnumeration,
  integer: partitionIntegers,
  ip: partitionAddresses
}

/**
 * Cuts a dimension. With a universe (a union of matchers) strings outside of it get no class. Throws `Exhausted`
 * where the theory needs more states than the budget has.
 */
export function partition(
  dimension: Dimension,
  matchers: readonly Matcher[],
  universe: readonly Matcher[] | null,
  budget: Budget
): Partition {
  const atoms = new Atoms(dimension)
  const formulas = matchers.map(matcher => atoms.formula(matcher))
  const domain = dimension.domain === undefined ? null : atoms.formula(dimension.domain)
  const within: Formula | null =
    universe === null || dimension.theory !== 'string' || !universe.every(narrows)
      ? null
      : { is: 'any', of: universe.map(one => atoms.formula(one)) }
  const answer = PARTITIONS[dimension.theory]({
    dimension,
    atoms: atoms.list,
    domain,
    universe: within,
    budget
  })
  const absent =
    dimension.optional && (within === null || evaluate(within, () => false, false)) ? 1 : 0
  const classes: ValueClass[] = [...answer.classes]
  const keys = new Map(classes.map((one, index) => [one.atoms.join(), index]))

  function classOf(value: string | null): number {
    if (value === null) return absent === 1 ? classes.length : -1
    const holding: number[] = []
    atoms.list.forEach((atom, number) => {
      if (matchesAtom(atom, value, dimension)) holding.push(number)
    })
    return keys.get(holding.join()) ?? -1
  }

  const natural = dimension.natural ?? []
  const values: (string | null)[] = classes.map(one => one.value)
  const ranks = classes.map(one => 1 + natural.length + one.order)
  natural.forEach((value, index) => {
    const found = classOf(value)
    if (found < 0 || at(ranks, found) <= natural.length) return
    values[found] = value
    ranks[found] = 1 + index
  })
  if (absent === 1) {
    values.push(null)
    ranks.push(0)
  }
  return {
    dimension,
    matchers,
    values,
    ranks,
    holds: holdings(formulas, classes, absent === 1),
    outside: within === null ? null : leaking(formulas, within, answer.outside),
    classOf
  }
}

/** Whether a matcher asks for an atom: others bound no walk, and would only make descriptions longer. */
function narrows(matcher: Matcher): boolean {
  switch (matcher.is) {
    case 'present':
    case 'absent':
    case 'not':
      return false
    case 'some':
      return narrows(matcher.of)
    case 'any':
      return matcher.of.every(narrows)
    case 'all':
      return matcher.of.some(narrows)
    default:
      return true
  }
}

/** For each formula whether it may hold outside of the universe; the universe's own parts cannot. */
function leaking(
  formulas: readonly Formula[],
  universe: Formula,
  possible: ReadonlySet<number>
): readonly boolean[] {
  const parts = new Set(
    (universe.is === 'any' ? universe.of : []).map(part => JSON.stringify(part))
  )
  return formulas.map(
    formula =>
      !parts.has(JSON.stringify(formula)) &&
      settle(formula, atom => (possible.has(atom) ? null : false), null) !== false
  )
}

/** For each formula the classes in which it holds; an absent class is the last. */
function holdings(
  formulas: readonly Formula[],
  classes: readonly ValueClass[],
  absent: boolean
): readonly (readonly number[])[] {
  const byAtom = new Map<number, number[]>()
  classes.forEach(({ atoms }, index) => {
    for (const atom of atoms) {
      const list = byAtom.get(atom)
      if (list === undefined) byAtom.set(atom, [index])
      else list.push(index)
    }
  })
  const sets = new Map<number, ReadonlySet<number>>()
  const setOf = (index: number) => {
    let set = sets.get(index)
    if (set === undefined) {
      set = new Set(at(classes, index).atoms)
      sets.set(index, set)
    }
    return set
  }
  return formulas.map(formula => {
    if (formula.is === 'atom') return byAtom.get(formula.atom) ?? []
    const holds = evaluator(formula)
    const touched = new Set<number>()
    for (const atom of atomsOf(formula)) for (const one of byAtom.get(atom) ?? []) touched.add(one)
    const found: number[] = []
    if (holds([], NONE, true)) {
      classes.forEach((_, index) => {
        if (!touched.has(index)) found.push(index)
      })
    }
    for (const index of touched) {
      if (holds(at(classes, index).atoms, setOf(index), true)) found.push(index)
    }
    found.sort((a, b) => a - b)
    if (absent && holds([], NONE, false)) found.push(classes.length)
    return found
  })
}

const NONE: ReadonlySet<number> = new Set()
