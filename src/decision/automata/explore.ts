import type { Budget } from '../budget.ts'
import { Exhausted } from '../budget.ts'
import { at } from '../indexed.ts'
import { bestSymbol, LAST_SYMBOL } from './alphabet.ts'
import type { Automaton } from './automaton.ts'
import { type Joint, startOf, stepsFrom } from './joint.ts'

/** Words of which the same atoms hold. */
export interface Class {
  /** Ascending. */
  readonly atoms: readonly number[]
  /** The best word of the class: shortest, then by rank; not empty where the class allows it. */
  readonly word: string
  /** Ascending with the word's rank. */
  readonly order: number
}

export interface Exploration {
  readonly automata: readonly Automaton[]
  /** Whether a continuation may still be wanted; states that have none are not walked. */
  wanted(joint: Joint): boolean
  /** Told each class when it is first met; `false` ends the walk. */
  met?(atoms: readonly number[]): boolean
  readonly budget: Budget
  readonly dimension: string
}

interface Visit {
  readonly joint: Joint
  readonly parent: Visit | null
  readonly symbol: number
  readonly order: number
}

/**
 * Walks the product of automata breadth first, best symbol first, so that the first word that reaches a class is
 * its best word. A state to which one word alone leads is not looked up, nor counted: there are no more of them
 * than symbols in the matchers. Throws `Exhausted` beyond the states of the budget.
 */
export function explore(exploration: Exploration): readonly Class[] {
  const { automata, budget, dimension } = exploration
  const seen = new Set<string>()
  const found = new Map<string, { readonly atoms: readonly number[]; visit: Visit }>()

  /** False when the walk may end. */
  function classify(visit: Visit): boolean {
    const { live, states } = visit.joint
    let key = ''
    for (let one = 0; one < live.length; one += 1) {
      const index = live[one] ?? 0
      const acceptance = at(automata, index).acceptance(states[one] ?? 0)
      if (acceptance > 0) key += `${index}:${acceptance},`
    }
    const known = found.get(key)
    if (known !== undefined) {
      if (known.visit.order === 0) known.visit = visit
      return true
    }
    const atoms = live.flatMap((index, one) => {
      const automaton = at(automata, index)
      return automaton.accepted(automaton.acceptance(states[one] ?? 0))
    })
    found.set(key, { atoms, visit })
    return exploration.met?.(atoms) ?? true
  }

  /** Whether the state is new. */
  function enter({ live, states }: Joint): boolean {
    let key = ''
    for (let one = 0; one < live.length; one += 1) {
      const index = live[one] ?? 0
      if (at(automata, index).unique(states[one] ?? 0)) return true
      key += `${index}:${states[one]},`
    }
    if (seen.has(key)) return false
    seen.add(key)
    if (seen.size > budget.limits.states) {
      throw new Exhausted(dimension, 'states', budget.limits.states)
    }
    return true
  }

  /** Where nothing is left to be decided, every word is of the first class. */
  let first = ''
  const visits: Visit[] = [{ joint: startOf(automata), parent: null, symbol: 0, order: 0 }]
  for (const visit of visits) {
    if (!classify(visit)) break
    const steps = stepsFrom(automata, visit.joint)
    // Where many automata are read side by side, their moves are cut against each other.
    const { length } = visit.joint.live
    budget.spend(1 + steps.length + Math.floor((length * length) / 64), dimension)
    if (visit.parent === null && steps.length === 0) {
      first = String.fromCodePoint(bestSymbol(0, LAST_SYMBOL))
    }
    for (const { to, symbol } of steps) {
      if (!exploration.wanted(to) || !enter(to)) continue
      visits.push({ joint: to, parent: visit, symbol, order: visits.length })
    }
  }
  budget.states += visits.length
  return [...found.values()]
    .sort((a, b) => a.visit.order - b.visit.order)
    .map(({ atoms, visit }) => ({
      atoms: [...atoms].sort((a, b) => a - b),
      word: visit.parent === null ? first : wordOf(visit),
      order: visit.order
    }))
}

function wordOf(visit: Visit): string {
  const letters: string[] = []
  for (let here = visit; here.parent !== null; here = here.parent) {
    letters.push(String.fromCodePoint(here.symbol))
  }
  return letters.reverse().join('')
}
