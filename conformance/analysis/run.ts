import type { Message } from '../judge/protocol.ts'
import { acceptedMessage, differenceOf } from './accepted.ts'
import { type Mismatch, mismatches, type Theirs, theirs } from './compare.ts'
import { type Draft, ours } from './ours.ts'
import type { AnalysisWorld } from './world.ts'

/** What a comparison of many worlds has counted. */
export interface AnalysisTally {
  worlds: number
  objects: number
  /** Objects that the validator refuses, of those it judges. */
  refused: number
  messages: number
  /** Code → how often istioctl said it. */
  readonly codes: Map<string, number>
  /** Accepted differences that were met. */
  readonly accepted: Map<string, number>
  readonly wrong: WrongMessage[]
}

export interface WrongMessage extends Mismatch {
  readonly world: string
  /** What each says of the object under the code. */
  readonly texts: readonly string[]
  readonly own: readonly string[]
}

export function emptyAnalysis(): AnalysisTally {
  return {
    worlds: 0,
    objects: 0,
    refused: 0,
    messages: 0,
    codes: new Map(),
    accepted: new Map(),
    wrong: []
  }
}

/** Adds what another comparison has counted. */
export function addAnalysis(to: AnalysisTally, from: AnalysisTally): void {
  to.worlds += from.worlds
  to.objects += from.objects
  to.refused += from.refused
  to.messages += from.messages
  to.wrong.push(...from.wrong)
  for (const [code, count] of from.codes) to.codes.set(code, (to.codes.get(code) ?? 0) + count)
  for (const [id, count] of from.accepted) {
    to.accepted.set(id, (to.accepted.get(id) ?? 0) + count)
  }
}

/** Compares one world, and counts. */
export function compareAnalysis(
  tally: AnalysisTally,
  world: AnalysisWorld,
  answers: Theirs,
  minor: string,
  messages: readonly Message[] = []
): void {
  const own = ours(world, minor)
  tally.worlds += 1
  tally.objects += world.objects.length
  tally.messages += answers.always.length
  for (const said of answers.always) {
    const code = said.slice(0, said.indexOf(' '))
    if (code === 'IST0106') tally.refused += 1
    add(tally.codes, code)
  }
  for (const mismatch of mismatches(
    own.map(({ said }) => said),
    answers
  )) {
    const entry = acceptedMessage(differenceOf(mismatch, world, minor))
    if (entry !== undefined) add(tally.accepted, entry.id)
    else tally.wrong.push({ ...mismatch, world: world.name, ...textsOf(mismatch, own, messages) })
  }
}

function textsOf({ said }: Mismatch, own: readonly Draft[], messages: readonly Message[]) {
  return {
    own: own.filter(one => one.said === said).map(({ text }) => text),
    texts: messages.filter(one => theirs([[one]]).always[0] === said).map(({ text }) => text)
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
