import { addressRange } from './address.ts'
import type { Atom } from './decide.ts'
import { matcherKey } from './matcher-key.ts'
import type { Dimension, Matcher } from './table.ts'

/** A matcher over numbered atoms. Atoms are false on an absent value. */
export type Formula =
  | { readonly is: 'atom'; readonly atom: number }
  | { readonly is: 'present' }
  | { readonly is: 'not'; readonly of: Formula }
  | { readonly is: 'all' | 'any'; readonly of: readonly Formula[] }

/** Numbers the atoms of one dimension; equal atoms share a number. */
export class Atoms {
  readonly list: Atom[] = []
  readonly #dimension: Dimension
  readonly #numbers = new Map<string, number>()

  constructor(dimension: Dimension) {
    this.#dimension = dimension
  }

  /** On a `multiple` dimension: the formula that one element satisfies. */
  formula(matcher: Matcher): Formula {
    switch (matcher.is) {
      case 'present':
        return { is: 'present' }
      case 'absent':
        return { is: 'not', of: { is: 'present' } }
      case 'not':
        return { is: 'not', of: this.formula(matcher.of) }
      case 'some':
        return { is: 'all', of: [{ is: 'present' }, this.formula(matcher.of)] }
      case 'all':
      case 'any':
        return { is: matcher.is, of: matcher.of.map(part => this.formula(part)) }
      default:
        return { is: 'atom', atom: this.#number(matcher) }
    }
  }

  #number(atom: Atom): number {
    requireFit(atom, this.#dimension)
    const key = matcherKey(atom)
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.list.push(atom) - 1
      this.#numbers.set(key, number)
    }
    return number
  }
}

const FITTING: Readonly<Record<Dimension['theory'], readonly Atom['is'][]>> = {
  string: ['exact', 'prefix', 'suffix', 'regex'],
  enumeration: ['exact', 'prefix', 'suffix', 'regex'],
  integer: ['exact', 'between'],
  ip: ['exact', 'cidr']
}

function requireFit(atom: Atom, dimension: Dimension): void {
  const fits =
    FITTING[dimension.theory].includes(atom.is) &&
    (dimension.theory !== 'ip' || ('value' in atom && addressRange(atom.value) !== null))
  if (fits) return
  throw new Error(
    `dimension ${dimension.name} (${dimension.theory}) cannot hold ${matcherKey(atom)}`
  )
}

export function evaluate(
  formula: Formula,
  holds: (atom: number) => boolean,
  present: boolean
): boolean {
  switch (formula.is) {
    case 'atom':
      return holds(formula.atom)
    case 'present':
      return present
    case 'not':
      return !evaluate(formula.of, holds, present)
    case 'all':
      return formula.of.every(part => evaluate(part, holds, present))
    case 'any':
      return formula.of.some(part => evaluate(part, holds, present))
  }
}

/** Whether a formula holds where exactly these atoms do; `present`: whether there is a value at all. */
export type Evaluator = (
  holding: readonly number[],
  set: ReadonlySet<number>,
  present: boolean
) => boolean

/** The same as `evaluate`, for formulas with thousands of parts: alternatives are looked up, not tried in turn. */
export function evaluator(formula: Formula): Evaluator {
  switch (formula.is) {
    case 'atom': {
      const { atom } = formula
      return (_, set) => set.has(atom)
    }
    case 'present':
      return (_, __, present) => present
    case 'not': {
      const inner = evaluator(formula.of)
      return (holding, set, present) => !inner(holding, set, present)
    }
    case 'any':
      return anyOf(formula.of)
    case 'all': {
      // All of them hold unless one of their opposites does.
      const inner = anyOf(formula.of.map(opposite))
      return (holding, set, present) => !inner(holding, set, present)
    }
  }
}

function opposite(formula: Formula): Formula {
  return formula.is === 'not' ? formula.of : { is: 'not', of: formula }
}

function anyOf(parts: readonly Formula[]): Evaluator {
  const atoms = new Set<number>()
  const others: Evaluator[] = []
  for (const part of parts) {
    if (part.is === 'atom') atoms.add(part.atom)
    else others.push(evaluator(part))
  }
  return (holding, set, present) =>
    holding.some(atom => atoms.has(atom)) || others.some(one => one(holding, set, present))
}

/** Three-valued: `null` where the atoms that are known do not settle it. */
export function settle(
  formula: Formula,
  fate: (atom: number) => boolean | null,
  present: boolean | null
): boolean | null {
  switch (formula.is) {
    case 'atom':
      return fate(formula.atom)
    case 'present':
      return present
    case 'not': {
      const inner = settle(formula.of, fate, present)
      return inner === null ? null : !inner
    }
    case 'all':
    case 'any': {
      const decisive = formula.is === 'any'
      let open = false
      for (const part of formula.of) {
        const value = settle(part, fate, present)
        if (value === decisive) return decisive
        if (value === null) open = true
      }
      return open ? null : !decisive
    }
  }
}

export function atomsOf(formula: Formula, into: Set<number> = new Set()): Set<number> {
  if (formula.is === 'atom') into.add(formula.atom)
  else if (formula.is === 'not') atomsOf(formula.of, into)
  else if (formula.is !== 'present') for (const part of formula.of) atomsOf(part, into)
  return into
}
