import type { Message } from '../judge/protocol.ts'
import type { Said } from './ours.ts'

/** What istioctl says of a world: its answer to one question can vary, since its analyzers iterate over Go maps. */
export interface Theirs {
  /** In every answer, and in some answer: multisets. */
  readonly always: readonly Said[]
  readonly sometimes: readonly Said[]
}

export interface Mismatch {
  readonly said: Said
  /** How often each says it. */
  readonly ours: number
  readonly theirs: readonly [least: number, most: number]
}

/**
 * Said of an object or not. How many errors refuse it is compared by conformance/validation.ts; of IST0140 istioctl has
 * one message for each pair of VirtualServices, and we have one for each route with the others in it.
 */
const ONCE = ['IST0106', 'IST0140']

export function theirs(answers: readonly (readonly Message[])[]): Theirs {
  const counts = answers.map(messages => counted(messages.map(said)))
  const all = new Set(counts.flatMap(each => [...each.keys()]))
  const always: Said[] = []
  const sometimes: Said[] = []
  for (const one of [...all].sort()) {
    const numbers = counts.map(each => each.get(one) ?? 0)
    for (let count = 0; count < Math.min(...numbers); count++) always.push(one)
    for (let count = 0; count < Math.max(...numbers); count++) sometimes.push(one)
  }
  return { always, sometimes }
}

function said({ code, kind = '', namespace = '', name = '' }: Message): Said {
  return `${code} ${kind} ${namespace}/${name}`
}

export function mismatches(
  own: readonly Said[],
  { always, sometimes }: Theirs
): readonly Mismatch[] {
  const counts = counted(own)
  const least = counted(always)
  const most = counted(sometimes)
  const found: Mismatch[] = []
  for (const one of [...new Set([...counts.keys(), ...most.keys()])].sort()) {
    const number = counts.get(one) ?? 0
    const range = [least.get(one) ?? 0, most.get(one) ?? 0] as const
    if (number < range[0] || number > range[1])
      found.push({ said: one, ours: number, theirs: range })
  }
  return found
}

function counted(all: readonly Said[]): Map<Said, number> {
  const counts = new Map<Said, number>()
  for (const one of all) {
    counts.set(one, ONCE.includes(one.slice(0, 7)) ? 1 : (counts.get(one) ?? 0) + 1)
  }
  return counts
}
