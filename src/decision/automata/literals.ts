import { at } from '../indexed.ts'
import type { Automaton, Moves } from './automaton.ts'

/** A word that must be met exactly, or (`open`) begun with. */
export interface Literal {
  readonly value: string
  readonly open: boolean
  readonly atom: number
}

/** Prefixes that hold from here on, whatever follows. */
interface Met {
  readonly atoms: readonly number[]
  hopeful: boolean
  /** The state in which nothing but these holds. */
  readonly tail: number
}

interface State {
  /** The sorted literals from `from` to before `to` begin with the word read so far, `depth` units long. */
  readonly from: number
  readonly to: number
  readonly depth: number
  readonly met: number
  /** How many of the range end here; they come first. */
  readonly ended: number
  readonly acceptance: number
}

/**
 * All exact and prefix atoms as one automaton. A state is a range of the sorted literals, so nothing is built
 * for branches that are not walked. With `fold`, ASCII letters are read as their lower case.
 */
export function literalAutomaton(literals: readonly Literal[], fold: boolean): Automaton {
  const sorted = [...literals].sort((a, b) => compareText(a.value, b.value) || a.atom - b.atom)
  const positions = new Map(sorted.map((literal, index) => [literal.atom, index]))
  const states: State[] = []
  const mets: Met[] = []
  const acceptances: (readonly number[])[] = [[]]
  const steps = new Map<number, Moves>()
  let hopes = new Uint32Array(sorted.length + 1)
  let marks: ReadonlySet<number> = new Set()

  function addMet(atoms: readonly number[]): number {
    const met = mets.length
    const acceptance = met === 0 ? 0 : acceptances.push(atoms) - 1
    const tail = states.length
    states.push({ from: 0, to: 0, depth: 0, met, ended: 0, acceptance })
    mets.push({ atoms, hopeful: atoms.some(atom => marks.has(atom)), tail })
    return met
  }

  function addState(from: number, to: number, depth: number, before: number): number {
    let ended = 0
    const opened: number[] = []
    const exact: number[] = []
    while (from + ended < to && at(sorted, from + ended).value.length === depth) {
      const literal = at(sorted, from + ended)
      ;(literal.open ? opened : exact).push(literal.atom)
      ended += 1
    }
    const met = opened.length === 0 ? before : addMet([...at(mets, before).atoms, ...opened])
    if (from + ended === to && exact.length === 0) return at(mets, met).tail
    const acceptance =
      exact.length === 0
        ? at(states, at(mets, met).tail).acceptance
        : acceptances.push([...at(mets, met).atoms, ...exact]) - 1
    return states.push({ from, to, depth, met, ended, acceptance }) - 1
  }

  function move(state: State): Moves {
    const tail = at(mets, state.met).tail
    const children: [symbol: number, target: number][] = []
    let index = state.from + state.ended
    while (index < state.to) {
      const symbol = symbolAt(at(sorted, index).value, state.depth)
      let end = index + 1
      while (end < state.to && symbolAt(at(sorted, end).value, state.depth) === symbol) end += 1
      const depth = state.depth + (symbol > 0xffff ? 2 : 1)
      const target = addState(index, end, depth, state.met)
      children.push([symbol, target])
      if (fold && symbol >= 0x61 && symbol <= 0x7a) children.push([symbol - 32, target])
      index = end
    }
    children.sort((a, b) => a[0] - b[0])
    const cuts = [0]
    const targets = [tail]
    for (const [symbol, target] of children) {
      if (cuts.at(-1) === symbol) targets[targets.length - 1] = target
      else {
        cuts.push(symbol)
        targets.push(target)
      }
      cuts.push(symbol + 1)
      targets.push(tail)
    }
    return { cuts, targets }
  }

  addMet([])
  const start = addState(0, sorted.length, 0, 0)

  return {
    start,
    moves(state) {
      let known = steps.get(state)
      if (known === undefined) {
        known = move(at(states, state))
        steps.set(state, known)
      }
      return known
    },
    acceptance: state => at(states, state).acceptance,
    accepted: acceptance => at(acceptances, acceptance),
    settled: state => at(states, state).to === 0,
    unique: state => !fold && at(states, state).to > 0,
    fate(state, atom) {
      const { from, to, met } = at(states, state)
      const position = positions.get(atom) ?? -1
      if (at(mets, met).atoms.includes(atom)) return true
      return position < from || position >= to ? false : null
    },
    mark(marked) {
      marks = marked
      for (const met of mets) met.hopeful = met.atoms.some(atom => marked.has(atom))
      hopes = new Uint32Array(sorted.length + 1)
      sorted.forEach((literal, index) => {
        hopes[index + 1] = at(hopes, index) + (marked.has(literal.atom) ? 1 : 0)
      })
    },
    hopeful(state) {
      const { from, to, met } = at(states, state)
      return at(mets, met).hopeful || at(hopes, to) > at(hopes, from)
    },
    possible(state, name) {
      const { from, to, met } = at(states, state)
      for (const atom of at(mets, met).atoms) name(atom)
      for (let index = from; index < to; index += 1) name(at(sorted, index).atom)
    }
  }
}

function symbolAt(text: string, index: number): number {
  return text.codePointAt(index) ?? 0
}

/** By UTF-16 units: literals with a common beginning stay together. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
