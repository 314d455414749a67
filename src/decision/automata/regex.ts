import type { Symbols } from './alphabet.ts'
import type { Automaton, Moves } from './automaton.ts'
import type { Program } from './program.ts'
import { sharedSubsets } from './shared-subsets.ts'
import { type Subsets, subsets } from './subset.ts'

/** So many states are looked at to see whether everything that follows a match matches too. */
const LOOK_AHEAD = 256

/** State 0 accepts no continuation, `ALWAYS` every one, others are a state of the subset construction each. */
const NEVER = 0
const ALWAYS = 1

/**
 * A full match of one RE2 program. Symbols outside of `alphabet` do not occur, so that `.*` (which does not match a
 * line's end) is seen to match everything in a domain of printable characters.
 */
export function regexAutomaton(
  program: Program,
  atom: number,
  alphabet: Symbols | null,
  charge: (threads: number) => void
): Automaton {
  return automatonOver(subsets(program, alphabet, charge), atom)
}

/** The same over all symbols, for expressions that are asked about again and again: the domains of dimensions. */
export function domainAutomaton(
  program: Program,
  atom: number,
  charge: (threads: number) => void
): Automaton {
  return automatonOver(sharedSubsets(program, charge), atom)
}

function automatonOver(inner: Subsets, atom: number): Automaton {
  const steps: (Moves | undefined)[] = []
  const always = new Map<number, boolean>()
  let marked = false

  /** Whether every continuation is accepted. Says no beyond the look-ahead. */
  function acceptsForever(state: number): boolean {
    const known = always.get(state)
    if (known !== undefined) return known
    const seen = new Set([state])
    let forever = true
    for (const one of seen) {
      if (seen.size > LOOK_AHEAD || always.get(one) === false || !inner.accepts(one)) {
        forever = false
        break
      }
      for (const target of inner.moves(one).targets) seen.add(target)
    }
    if (forever) for (const one of seen) always.set(one, true)
    else always.set(state, false)
    return forever
  }

  /** Our number of a state of the subset construction. */
  function outer(state: number): number {
    if (state === 0) return NEVER
    return acceptsForever(state) ? ALWAYS : state + 1
  }

  function moves(state: number): Moves {
    let known = steps[state]
    if (known === undefined) {
      known = state <= ALWAYS ? { cuts: [0], targets: [state] } : outerMoves(inner.moves(state - 1))
      steps[state] = known
    }
    return known
  }

  function outerMoves(inside: Moves): Moves {
    const cuts: number[] = []
    const targets: number[] = []
    inside.targets.forEach((target, index) => {
      const mine = outer(target)
      if (targets.at(-1) === mine) return
      cuts.push(inside.cuts[index] ?? 0)
      targets.push(mine)
    })
    return { cuts, targets }
  }

  const accepts = (state: number) =>
    state === ALWAYS || (state !== NEVER && inner.accepts(state - 1))

  return {
    start: outer(inner.start),
    moves,
    acceptance: state => (accepts(state) ? 1 : 0),
    accepted: acceptance => (acceptance === 0 ? [] : [atom]),
    settled: state => state <= ALWAYS,
    unique: () => false,
    fate: state => (state === NEVER ? false : state === ALWAYS ? true : null),
    mark(atoms) {
      marked = atoms.has(atom)
    },
    hopeful: state => marked && state !== NEVER,
    possible(state, name) {
      if (state !== NEVER) name(atom)
    }
  }
}
