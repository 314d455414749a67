import type { Budget } from '../budget.ts'
import { Exhausted } from '../budget.ts'
import { at } from '../indexed.ts'
import { bestSymbol, symbolRank } from './alphabet.ts'
import type { Automaton } from './automaton.ts'

/** One joint state that was reached, with the set of atoms that hold of the words that end in it. */
export interface Class {
  readonly atoms: readonly number[]
  /** The best word of the class: shortest, then by rank; not empty where the class allows it. */
  readonly word: string
  /** Ascending with the word's rank. */
  readonly order: number
}

export interface Exploration {
  readonly automata: readonly Automaton[]
  /** Whether a continuation may still be wanted; states that have none are not walked. */
  wanted(states: readonly number[]): boolean
  /** Told each class when it is first met; `false` ends the walk. */
  met?(atoms: readonly number[]): boolean
  readonly budget: Budget
  readonly dimension: string
}

export interface Explored {
  readonly classes: readonly Class[]
  readonly states: number
}

/**
 * Walks the product of automata breadth first, best symbol first, so that the first word that reaches a class is
 * its best word. Throws `Exhausted` beyond the states of the budget.
 */
export function explore(exploration: Exploration): Explored {
  const { automata, budget, dimension } = exploration
  const joint: (readonly number[])[] = []
  const parents: number[] = []
  const symbols: number[] = []
  const seen = new Set<string>()
  const found = new Map<string, { atoms: readonly number[]; state: number }>()

  function enter(states: readonly number[], parent: number, symbol: number): void {
    joint.push(states)
    parents.push(parent)
    symbols.push(symbol)
  }

  /** False when the walk may end. */
  function classify(state: number): boolean {
    const states = at(joint, state)
    let key = ''
    for (let index = 0; index < automata.length; index += 1) {
      const acceptance = at(automata, index).acceptance(at(states, index))
      if (acceptance > 0) key += `${index}:${acceptance},`
    }
    const known = found.get(key)
    if (known === undefined) {
      const atoms = automata.flatMap((automaton, index) =>
        automaton.accepted(automaton.acceptance(at(states, index)))
      )
      found.set(key, { atoms, state })
      return exploration.met?.(atoms) ?? true
    }
    if (known.state === 0 && state > 0) known.state = state
    return true
  }

  enter(
    automata.map(automaton => automaton.start),
    -1,
    0
  )
  for (let state = 0; state < joint.length; state += 1) {
    if (!classify(state)) break
    const next = successors(automata, at(joint, state))
    budget.spend(1 + next.length, dimension)
    for (const { states, symbol } of next) {
      if (!exploration.wanted(states)) continue
      if (!states.some((one, index) => at(automata, index).unique(one))) {
        const key = states.join()
        if (seen.has(key)) continue
        seen.add(key)
        if (seen.size > budget.limits.states) {
          throw new Exhausted(dimension, 'states', budget.limits.states)
        }
      }
      enter(states, state, symbol)
    }
  }
  budget.states += joint.length
  const classes = [...found.values()]
    .sort((a, b) => a.state - b.state)
    .map(({ atoms, state }) => ({
      atoms: [...atoms].sort((a, b) => a - b),
      word: wordOf(state, parents, symbols),
      order: state
    }))
  return { classes, states: joint.length }
}

interface Successor {
  readonly states: readonly number[]
  symbol: number
  rank: number
}

/** Distinct joint states one symbol away, each by its best symbol, best first. */
function successors(automata: readonly Automaton[], states: readonly number[]): Successor[] {
  const active: number[] = []
  const cuts: number[] = []
  for (let index = 0; index < states.length; index += 1) {
    if (at(automata, index).settled(at(states, index))) continue
    active.push(index)
    for (const cut of at(automata, index).moves(at(states, index)).cuts) cuts.push(cut)
  }
  if (active.length === 0) return []
  if (active.length > 1) cuts.sort((a, b) => a - b)
  const moves = active.map(index => at(automata, index).moves(at(states, index)))
  const places = active.map(() => 0)
  const found: Successor[] = []
  const shared: Successor[] = []
  for (let index = 0; index < cuts.length; index += 1) {
    const cut = at(cuts, index)
    const end = cuts[index + 1] ?? 0x110000
    if (end === cut) continue
    const symbol = bestSymbol(cut, end - 1)
    for (let one = 0; one < active.length; one += 1) {
      const from = at(moves, one).cuts
      let place = at(places, one)
      while (place + 1 < from.length && at(from, place + 1) <= cut) place += 1
      places[one] = place
    }
    if (symbol < 0) continue
    const target = (one: number) => at(at(moves, one).targets, at(places, one))
    const rank = symbolRank(symbol)
    const unique = active.some((index, one) => at(automata, index).unique(target(one)))
    const same = unique
      ? undefined
      : shared.find(other => active.every((index, one) => at(other.states, index) === target(one)))
    if (same === undefined) {
      const next = states.slice()
      for (let one = 0; one < active.length; one += 1) next[at(active, one)] = target(one)
      const successor = { states: next, symbol, rank }
      found.push(successor)
      if (!unique) shared.push(successor)
    } else if (rank < same.rank) {
      same.symbol = symbol
      same.rank = rank
    }
  }
  return found.sort((a, b) => a.rank - b.rank)
}

function wordOf(state: number, parents: readonly number[], symbols: readonly number[]): string {
  const word: number[] = []
  for (let here = state; at(parents, here) >= 0; here = at(parents, here)) {
    word.push(at(symbols, here))
  }
  return String.fromCodePoint(...word.reverse())
}
