import { at } from '../indexed.ts'
import { bestSymbol, LAST_SYMBOL, symbolRank } from './alphabet.ts'
import type { Automaton, Moves } from './automaton.ts'

/**
 * A state of several automata read side by side. Those that can accept nothing any more are left out: most are,
 * after a few symbols.
 */
export interface Joint {
  /** Numbers of the automata, ascending. */
  readonly live: readonly number[]
  /** Their states. */
  readonly states: readonly number[]
}

export interface Step {
  readonly to: Joint
  /** The best symbol that leads there. */
  symbol: number
  rank: number
}

export function startOf(automata: readonly Automaton[]): Joint {
  return living(
    automata,
    automata.map((_, index) => index),
    automata.map(automaton => automaton.start)
  )
}

/** Distinct joint states one symbol away, by their best symbol. */
export function stepsFrom(automata: readonly Automaton[], from: Joint): readonly Step[] {
  const { live, states } = from
  const places: number[] = []
  const moves: (Moves | null)[] = []
  let cuts: number[] = []
  let active = 0
  for (let one = 0; one < live.length; one += 1) {
    const automaton = at(automata, live[one] ?? 0)
    const state = states[one] ?? 0
    places.push(0)
    if (automaton.settled(state)) {
      moves.push(null)
      continue
    }
    const move = automaton.moves(state)
    moves.push(move)
    active += 1
    cuts = active === 1 ? move.cuts.slice() : cuts.concat(move.cuts)
  }
  if (active === 0) return []
  if (active > 1) cuts.sort((a, b) => a - b)

  const found: Step[] = []
  const bySum = new Map<number, { targets: readonly number[]; step: Step }[]>()
  for (let index = 0; index < cuts.length; index += 1) {
    const cut = cuts[index] ?? 0
    const end = cuts[index + 1] ?? LAST_SYMBOL + 1
    if (end === cut) continue
    const targets: number[] = []
    let sum = 0
    for (let one = 0; one < live.length; one += 1) {
      const move = moves[one] ?? null
      let target = states[one] ?? 0
      if (move !== null) {
        let place = places[one] ?? 0
        while ((move.cuts[place + 1] ?? end) <= cut) place += 1
        places[one] = place
        target = move.targets[place] ?? 0
      }
      targets.push(target)
      sum = (sum * 31 + target) | 0
    }
    const symbol = bestSymbol(cut, end - 1)
    if (symbol < 0) continue
    const rank = symbolRank(symbol)
    const alike = bySum.get(sum)
    const same = alike?.find(other => other.targets.every((target, one) => target === targets[one]))
    if (same !== undefined) {
      if (rank >= same.step.rank) continue
      same.step.symbol = symbol
      same.step.rank = rank
      continue
    }
    const step = { to: living(automata, live, targets), symbol, rank }
    found.push(step)
    if (alike === undefined) bySum.set(sum, [{ targets, step }])
    else alike.push({ targets, step })
  }
  return found.sort((a, b) => a.rank - b.rank)
}

function living(
  automata: readonly Automaton[],
  live: readonly number[],
  states: readonly number[]
): Joint {
  const kept = { live: [] as number[], states: [] as number[] }
  for (let one = 0; one < live.length; one += 1) {
    const automaton = at(automata, live[one] ?? 0)
    const state = states[one] ?? 0
    if (automaton.acceptance(state) === 0 && automaton.settled(state)) continue
    kept.live.push(live[one] ?? 0)
    kept.states.push(state)
  }
  return kept
}
