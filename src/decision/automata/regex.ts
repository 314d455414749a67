import { at } from '../indexed.ts'
import type { Automaton, Moves } from './automaton.ts'
import {
  BEGIN_LINE,
  BEGIN_TEXT,
  END_LINE,
  END_TEXT,
  type Instruction,
  NO_WORD_BOUNDARY,
  type Program,
  WORD_BOUNDARY
} from './program.ts'

/** What stands before a place, as far as assertions can see it. */
const START = 0
const NEWLINE = 1
const WORD = 2
const OTHER = 3
const END = 4

const EVERY_CONDITION = 63

/** Places where the kind of a symbol changes: newline, digits, letters, underscore. */
const KIND_CUTS = [10, 11, 0x30, 0x3a, 0x41, 0x5b, 0x5f, 0x60, 0x61, 0x7b]

interface State {
  /** Instructions that read, assert or match, ascending; assertions wait for the next symbol. */
  readonly threads: readonly number[]
  /** Kept only where an assertion waits. */
  readonly before: number
  readonly waiting: boolean
}

/**
 * A full match of one RE2 program as a deterministic automaton (subset construction). Assertions (anchors, word
 * boundaries) depend on the symbol before and after a place, so they are crossed when the next one is known.
 */
export function regexAutomaton(program: Program, atom: number): Automaton {
  const { instructions } = program
  const alive = reachesMatch(instructions)
  const assertions = reachableAssertions(instructions)
  const asserts = instructions.some(instruction => instruction.is === 'assert')
  const states: State[] = []
  const ids = new Map<string, number>()
  const steps: (Moves | undefined)[] = []
  const accepting: (boolean | undefined)[] = []
  let marked = false

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
  function close(from: Iterable<number>, known: number, holding: number): readonly number[] {
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
    return found.sort((a, b) => a - b)
  }

  /** The state after a place where only what stands before it is known. */
  function arrive(from: Iterable<number>, before: number): number {
    const lines = before === START || before === NEWLINE ? BEGIN_LINE : 0
    const holding = lines | (before === START ? BEGIN_TEXT : 0)
    return intern(close(from, BEGIN_LINE | BEGIN_TEXT, holding), before)
  }

  function resolved(state: State, after: number): readonly number[] {
    return state.waiting
      ? close(state.threads, EVERY_CONDITION, conditionsAt(state.before, after))
      : state.threads
  }

  function move(state: State): Moves {
    const byKind = [START, NEWLINE, WORD, OTHER].map(kind =>
      kind === START || (kind !== OTHER && !state.waiting) ? [] : resolved(state, kind)
    )
    const threadsOf = (symbol: number) => at(byKind, state.waiting ? kindOf(symbol) : OTHER)
    const events = new Map<number, number[]>([[0, []]])
    if (asserts) for (const cut of KIND_CUTS) event(cut)
    function event(cut: number): number[] {
      let list = events.get(cut)
      if (list === undefined) {
        list = []
        events.set(cut, list)
      }
      return list
    }
    for (const thread of new Set(byKind.flat())) {
      const instruction = at(instructions, thread)
      if (instruction.is !== 'read') continue
      for (let index = 0; index + 1 < instruction.ranges.length; index += 2) {
        event(at(instruction.ranges, index)).push(thread)
        event(at(instruction.ranges, index + 1) + 1).push(thread)
      }
    }
    const reading = new Set<number>()
    const cuts: number[] = []
    const targets: number[] = []
    const known = new Map<string, number>()
    for (const cut of [...events.keys()].sort((a, b) => a - b)) {
      for (const thread of event(cut)) {
        if (!reading.delete(thread)) reading.add(thread)
      }
      if (cut > 0x10ffff) break
      const kind = kindOf(cut)
      const threads = reading.size === 0 ? [] : threadsOf(cut).filter(t => reading.has(t))
      const key = `${kind}:${threads.join()}`
      let target = known.get(key)
      if (target === undefined) {
        target = arrive(threads.map(follow), kind)
        known.set(key, target)
      }
      if (targets.at(-1) === target) continue
      cuts.push(cut)
      targets.push(target)
    }
    return { cuts, targets }
  }

  function follow(thread: number): number {
    const instruction = at(instructions, thread)
    if (instruction.is !== 'read') throw new Error('only reading threads go on')
    return instruction.to
  }

  function moves(state: number): Moves {
    let known = steps[state]
    if (known === undefined) {
      known = move(at(states, state))
      steps[state] = known
    }
    return known
  }

  function accepts(state: number): boolean {
    let known = accepting[state]
    if (known === undefined) {
      const { threads, waiting } = at(states, state)
      const ends = waiting ? resolved(at(states, state), END) : threads
      known = ends.some(thread => at(instructions, thread).is === 'match')
      accepting[state] = known
    }
    return known
  }

  const settled = (state: number) => {
    if (state === 0) return true
    const { targets } = moves(state)
    return targets.length === 1 && targets[0] === state
  }
  intern([], OTHER)

  return {
    start: arrive([program.start], START),
    moves,
    acceptance: state => (accepts(state) ? 1 : 0),
    accepted: acceptance => (acceptance === 0 ? [] : [atom]),
    settled,
    unique: () => false,
    fate: state => (state === 0 ? false : settled(state) ? accepts(state) : null),
    mark(atoms) {
      marked = atoms.has(atom)
    },
    hopeful: state => marked && state !== 0,
    possible(state, name) {
      if (state !== 0) name(atom)
    }
  }
}

function kindOf(symbol: number): number {
  if (symbol === 10) return NEWLINE
  const word =
    (symbol >= 0x30 && symbol <= 0x39) ||
    (symbol >= 0x41 && symbol <= 0x5a) ||
    symbol === 0x5f ||
    (symbol >= 0x61 && symbol <= 0x7a)
  return word ? WORD : OTHER
}

/** What of the place before can still matter to the assertions that may follow. */
function visibleBefore(before: number, assertions: number): number {
  if (before === WORD) return (assertions & (WORD_BOUNDARY | NO_WORD_BOUNDARY)) === 0 ? OTHER : WORD
  if (before === NEWLINE) return (assertions & BEGIN_LINE) === 0 ? OTHER : NEWLINE
  if (before === START) return (assertions & (BEGIN_LINE | BEGIN_TEXT)) === 0 ? OTHER : START
  return OTHER
}

/** RE2: word boundaries see ASCII words alone; `^` and `$` see lines only where the pattern asked for it. */
function conditionsAt(before: number, after: number): number {
  let conditions = (before === WORD) === (after === WORD) ? NO_WORD_BOUNDARY : WORD_BOUNDARY
  if (before === START) conditions |= BEGIN_TEXT | BEGIN_LINE
  if (before === NEWLINE) conditions |= BEGIN_LINE
  if (after === END) conditions |= END_TEXT | END_LINE
  if (after === NEWLINE) conditions |= END_LINE
  return conditions
}

/** For each instruction the conditions of all assertions that can be met from it before a symbol is read. */
function reachableAssertions(instructions: readonly Instruction[]): readonly number[] {
  const masks = instructions.map(one => (one.is === 'assert' ? one.mask : 0))
  for (let grows = true; grows; ) {
    grows = false
    instructions.forEach((instruction, index) => {
      const next =
        instruction.is === 'fork'
          ? instruction.to
          : instruction.is === 'skip' || instruction.is === 'assert'
            ? [instruction.to]
            : []
      let mask = at(masks, index)
      for (const to of next) mask |= at(masks, to)
      if (mask === at(masks, index)) return
      masks[index] = mask
      grows = true
    })
  }
  return masks
}

/** Which instructions can lead to a match if every assertion holds: threads elsewhere are dropped. */
function reachesMatch(instructions: readonly Instruction[]): readonly boolean[] {
  const from: number[][] = instructions.map(() => [])
  const open: number[] = []
  instructions.forEach((instruction, index) => {
    if (instruction.is === 'match') open.push(index)
    else if (instruction.is === 'fork') for (const to of instruction.to) from[to]?.push(index)
    else if (instruction.is !== 'fail') from[instruction.to]?.push(index)
  })
  const alive = instructions.map(() => false)
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (alive[index] === true) continue
    alive[index] = true
    open.push(...at(from, index))
  }
  return alive
}
