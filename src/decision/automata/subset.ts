import { at } from '../indexed.ts'
import { LAST_SYMBOL, meetsSymbols, type Symbols } from './alphabet.ts'
import {
  conditionsAt,
  conditionsBefore,
  END,
  EVERY_CONDITION,
  KIND_CUTS,
  kindOf,
  NEWLINE,
  OTHER,
  reachableAssertions,
  reachesMatch,
  START,
  visibleBefore,
  WORD
} from './assertions.ts'
import type { Moves } from './automaton.ts'
import { BEGIN_LINE, BEGIN_TEXT, type Program } from './program.ts'

interface State {
  /** Instructions that read, assert or match, ascending; assertions wait for the next symbol. */
  readonly threads: readonly number[]
  /** What stands before, where a waiting assertion can see it. */
  readonly before: number
  readonly waiting: boolean
}

/** A deterministic automaton for the full matches of a program; state 0 is dead. */
export interface Subsets {
  readonly start: number
  moves(state: number): Moves
  accepts(state: number): boolean
}

/**
 * Subset construction, state by state as it is asked. Assertions depend on the symbols before and after a place, so
 * they are crossed as soon as both are known. Symbols outside of `alphabet` do not occur: where they lead is left open.
 * `charge` is told of the work, and may throw.
 */
export function subsets(
  { instructions, start }: Program,
  alphabet: Symbols | null,
  charge: (threads: number) => void
): Subsets {
  const alive = reachesMatch(instructions)
  const assertions = reachableAssertions(instructions)
  const asserts = instructions.some(instruction => instruction.is === 'assert')
  const states: State[] = []
  const ids = new Map<string, number>()
  const steps: (Moves | undefined)[] = []
  const accepting: (boolean | undefined)[] = []

  function intern(threads: readonly number[], before: number): number {
    const waiting = threads.some(thread => at(instructions, thread).is === 'assert')
    let visible = 0
    if (waiting) for (const thread of threads) visible |= at(assertions, thread)
    const kept = visibleBefore(before, visible)
    const key = `${kept}:${threads.join()}`
    let id = ids.get(key)
    if (id === undefined) {
      id = states.push({ threads, before: kept, waiting }) - 1
      ids.set(key, id)
    }
    return id
  }

  /**
   * Follows everything that reads nothing. `known` are the conditions that can be judged already, `holding` those
   * of them that hold; an assertion that asks more waits.
   */
  function close(from: readonly number[], known: number, holding: number): readonly number[] {
    const seen = new Set<number>()
    const open = [...from]
    const found: number[] = []
    for (let thread = open.pop(); thread !== undefined; thread = open.pop()) {
      if (seen.has(thread) || !at(alive, thread)) continue
      seen.add(thread)
      const instruction = at(instructions, thread)
      if (instruction.is === 'fork') open.push(...instruction.to)
      else if (instruction.is === 'skip') open.push(instruction.to)
      else if (instruction.is !== 'assert') found.push(thread)
      else if ((instruction.mask & known & ~holding) !== 0) continue
      else if ((instruction.mask & ~known) === 0) open.push(instruction.to)
      else found.push(thread)
    }
    charge(seen.size)
    return found.sort((a, b) => a - b)
  }

  /** The state at a place where only what stands before it is known. */
  function arrive(from: readonly number[], before: number): number {
    return intern(close(from, BEGIN_LINE | BEGIN_TEXT, conditionsBefore(before)), before)
  }

  function resolved(state: State, after: number): readonly number[] {
    return state.waiting
      ? close(state.threads, EVERY_CONDITION, conditionsAt(state.before, after))
      : state.threads
  }

  /** Where threads start and stop being able to read, by place. */
  function readingEvents(threads: Iterable<number>): Map<number, number[]> {
    const events = new Map<number, number[]>([[0, []]])
    const note = (place: number, thread: number | null) => {
      const list = events.get(place)
      if (list === undefined) events.set(place, thread === null ? [] : [thread])
      else if (thread !== null) list.push(thread)
    }
    if (asserts) for (const cut of KIND_CUTS) note(cut, null)
    for (const thread of threads) {
      const instruction = at(instructions, thread)
      if (instruction.is !== 'read') continue
      for (let index = 0; index + 1 < instruction.ranges.length; index += 2) {
        note(at(instruction.ranges, index), thread)
        note(at(instruction.ranges, index + 1) + 1, thread)
      }
    }
    return events
  }

  function move(state: State): Moves {
    const kinds = state.waiting ? [NEWLINE, WORD, OTHER] : [OTHER]
    const byKind = new Map(kinds.map(kind => [kind, resolved(state, kind)]))
    const events = readingEvents(new Set([...byKind.values()].flat()))
    const places = [...events.keys()].sort((a, b) => a - b)
    const reading = new Set<number>()
    const known = new Map<string, number>()
    const cuts: number[] = []
    const targets: number[] = []
    places.forEach((place, index) => {
      for (const thread of events.get(place) ?? []) {
        if (!reading.delete(thread)) reading.add(thread)
      }
      const end = places[index + 1] ?? LAST_SYMBOL + 1
      if (place > LAST_SYMBOL || (alphabet !== null && !meetsSymbols(alphabet, place, end - 1)))
        return
      const kind = kindOf(place)
      const able = byKind.get(state.waiting ? kind : OTHER) ?? []
      const threads = reading.size === 0 ? [] : able.filter(thread => reading.has(thread))
      const key = `${kind}:${threads.join()}`
      let target = known.get(key)
      if (target === undefined) {
        target = arrive(threads.map(follow), kind)
        known.set(key, target)
      }
      if (targets.at(-1) === target) return
      cuts.push(targets.length === 0 ? 0 : place)
      targets.push(target)
    })
    return targets.length === 0 ? { cuts: [0], targets: [0] } : { cuts, targets }
  }

  function follow(thread: number): number {
    const instruction = at(instructions, thread)
    if (instruction.is !== 'read') throw new Error('only reading threads go on')
    return instruction.to
  }

  intern([], OTHER)
  return {
    start: arrive([start], START),
    moves(state) {
      let known = steps[state]
      if (known === undefined) {
        known = move(at(states, state))
        steps[state] = known
      }
      return known
    },
    accepts(state) {
      let known = accepting[state]
      if (known === undefined) {
        const ends = resolved(at(states, state), END)
        known = ends.some(thread => at(instructions, thread).is === 'match')
        accepting[state] = known
      }
      return known
    }
  }
}
