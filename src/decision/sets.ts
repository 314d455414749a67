import type { Budget } from './budget.ts'
import type { Formula } from './formula.ts'
import { at } from './indexed.ts'
import { matcherKey } from './matcher-key.ts'
import { type Partition, partition } from './partition.ts'
import type { Dimension, Matcher } from './table.ts'

/** What is asked of a value: a matcher (by number) that must, or must not, hold. */
export interface Literal {
  readonly matcher: number
  readonly holds: boolean
}

/** A value that satisfies all literals, or `undefined`. */
export type Finder = (literals: readonly Literal[]) => string | readonly string[] | null | undefined

/**
 * Values of a `multiple` dimension are sets of elements. Elements fall into the classes of an ordinary partition;
 * a set satisfies "some element is in P" for the P it meets. So a conjunction of such statements and their
 * negations can be met exactly where each demanded P has a class outside of all forbidden ones.
 */
export function setFinder(
  dimension: Dimension,
  matchers: readonly Matcher[],
  budget: Budget
): Finder {
  const predicates = new Map<string, number>()
  const list: Matcher[] = []
  const number = (matcher: Matcher): Formula => {
    const key = matcherKey(matcher)
    const known = predicates.get(key)
    if (known !== undefined) return { is: 'atom', atom: known }
    predicates.set(key, list.length)
    return { is: 'atom', atom: list.push(matcher) - 1 }
  }
  const formulas = matchers.map(matcher => formulaOf(matcher, number))
  const elements = partition({ ...dimension, multiple: false, optional: false }, list, null, budget)
  return literals => {
    budget.spend(1 + literals.length, dimension.name)
    const demands = literals.map(({ matcher, holds }) => ({
      formula: at(formulas, matcher),
      holds
    }))
    return solve(demands, { elements, optional: dimension.optional, budget })
  }
}

/** Statements about a set: atoms are "some element satisfies predicate n". */
function formulaOf(matcher: Matcher, number: (predicate: Matcher) => Formula): Formula {
  const single = elementPredicate(matcher)
  if (single !== null) return number(single)
  switch (matcher.is) {
    case 'present':
      return { is: 'present' }
    case 'absent':
      return { is: 'not', of: { is: 'present' } }
    case 'not':
      return { is: 'not', of: formulaOf(matcher.of, number) }
    case 'all':
    case 'any':
      return { is: matcher.is, of: matcher.of.map(part => formulaOf(part, number)) }
    default:
      return number(matcher)
  }
}

/** The P of "some element is in P"; a union of such statements is one again. */
function elementPredicate(matcher: Matcher): Matcher | null {
  switch (matcher.is) {
    case 'present':
    case 'absent':
    case 'not':
    case 'all':
      return null
    case 'some':
      return matcher.of
    case 'any': {
      const parts = matcher.of.map(elementPredicate)
      return parts.every(part => part !== null) ? { is: 'any', of: parts } : null
    }
    default:
      return matcher
  }
}

interface Demand {
  readonly formula: Formula
  readonly holds: boolean
}

interface Problem {
  readonly elements: Partition
  readonly optional: boolean
  readonly budget: Budget
}

type Solution = readonly string[] | null | undefined

/** Splits alternatives until every demand is an atom. */
function solve(demands: readonly Demand[], problem: Problem): Solution {
  problem.budget.spend(1, problem.elements.dimension.name)
  for (let index = 0; index < demands.length; index += 1) {
    const { formula, holds } = at(demands, index)
    if (formula.is === 'atom' || formula.is === 'present') continue
    const rest = demands.toSpliced(index, 1)
    if (formula.is === 'not')
      return solve([...rest, { formula: formula.of, holds: !holds }], problem)
    if ((formula.is === 'all') === holds) {
      return solve([...rest, ...formula.of.map(part => ({ formula: part, holds }))], problem)
    }
    for (const part of formula.of) {
      const solution = solve([...rest, { formula: part, holds }], problem)
      if (solution !== undefined) return solution
    }
    return undefined
  }
  return solveAtoms(demands, problem)
}

function solveAtoms(demands: readonly Demand[], { elements, optional }: Problem): Solution {
  const forbidden = new Set<number>()
  const demanded: (readonly number[])[] = []
  let present: boolean | null = optional ? null : true
  for (const { formula, holds } of demands) {
    if (formula.is === 'present') {
      if (present === !holds) return undefined
      present = holds
    } else if (formula.is === 'atom') {
      const classes = at(elements.holds, formula.atom)
      if (holds) demanded.push(classes)
      else for (const one of classes) forbidden.add(one)
    }
  }
  if (present === false) return demanded.length === 0 ? null : undefined
  if (demanded.length === 0) {
    if (present === null) return null
    demanded.push(elements.values.map((_, index) => index))
  }
  const chosen: number[] = []
  for (const classes of demanded) {
    if (classes.some(one => chosen.includes(one))) continue
    const best = bestClass(classes, elements, forbidden)
    if (best === undefined) return undefined
    chosen.push(best)
  }
  for (const one of [...chosen].reverse()) {
    const others = chosen.filter(other => other !== one)
    const idle = demanded.every(classes => classes.some(other => others.includes(other)))
    if (idle) chosen.splice(chosen.indexOf(one), 1)
  }
  return chosen
    .sort((a, b) => at(elements.ranks, a) - at(elements.ranks, b))
    .map(one => elements.values[one] ?? '')
}

function bestClass(
  classes: readonly number[],
  elements: Partition,
  forbidden: ReadonlySet<number>
): number | undefined {
  let best: number | undefined
  for (const one of classes) {
    if (forbidden.has(one)) continue
    if (best === undefined || at(elements.ranks, one) < at(elements.ranks, best)) best = one
  }
  return best
}
