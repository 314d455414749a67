import type { SchemaSource } from '../../src/schema/schemas.ts'
import type { World } from '../generate/world.ts'
import { envoyProgram } from '../judge/envoy.ts'
import { IstioJudge, judgeProgram } from '../judge/istio.ts'
import { judgeBatch } from './batch.ts'
import type { NeutralEdit, TellingEdit } from './edit.ts'
import type { NeutralFigures, ReachFigures, TellingFigures } from './figures.ts'
import { alarms, type NeutralPair, neutralEdits, neutralPairOf } from './neutral.ts'
import { unlisted } from './open.ts'
import { reachDiffers, reachPair } from './reach.ts'
import { type Finding, tellingEdits, type Verdict } from './telling.ts'
import { areaOf, worldOf } from './worlds.ts'

export interface Options {
  readonly pairs: number
  readonly reach: number
  readonly seed: string
  readonly minor: string
  /** Edits whose name holds one of these. */
  readonly only: readonly string[]
  /** Milliseconds since 1970. */
  readonly until: number
  readonly envoy: boolean
  /** Processes that judge. */
  readonly workers: number
  readonly schemas: SchemaSource
  readonly log: (line: string) => void
}

/** The most objects of a generated world: small enough that thousands of pairs can be compared. */
const largestWorld = { neutral: 26, telling: 40 }

type Drawn = (edit: NeutralEdit, index: number) => NeutralPair | null

/** Edits that mean the same: what is said of them. `draw` makes the pair of an edit and a number. */
export function runNeutral(
  options: Options,
  draw: Drawn = (edit, index) => {
    const { seed } = options
    const world = worldOf(areaOf(index), `${seed}/${edit.name}`, index, 0, largestWorld.neutral)
    return neutralPairOf(edit, seed, index, world)
  },
  attempts = options.pairs * 40
): Record<string, NeutralFigures> {
  const { pairs, seed, minor, schemas, until, log } = options
  const found: Record<string, NeutralFigures> = {}
  for (const edit of neutralEdits.filter(one => isAsked(one, options))) {
    const own = { pairs: 0, alarms: 0, listed: 0, seeds: [seed] }
    for (let index = 0; own.pairs < pairs && index < attempts; index++) {
      if (Date.now() > until) break
      const pair = draw(edit, index)
      if (pair === null) continue
      own.pairs += 1
      const all = alarms(pair, minor, schemas)
      const [said] = unlisted(all)
      if (said === undefined) {
        own.listed += all.length > 0 ? 1 : 0
        continue
      }
      own.alarms += 1
      log(`FALSE ALARM ${edit.name} ${index}: ${said.slice(0, 400)}`)
    }
    if (own.pairs > 0) found[edit.name] = own
  }
  return found
}

/** Requests of a generated world, besides the witnesses. */
const requestsOfWorld = 8
/** The world of a number; null: there are no more. */
type Worlds = (index: number) => World | null

/** Edits that mean something, many in each world, as Istio and Envoy answer both sides; null: there is no judge. */
export async function runTelling(
  options: Options,
  worlds: Worlds = index => ({
    ...worldOf(
      areaOf(index),
      `${options.seed}/worlds`,
      index,
      requestsOfWorld,
      largestWorld.telling
    ),
    // Each set of flags costs the judge processes of its own; conformance/main.ts runs them.
    flags: {}
  })
): Promise<Record<string, TellingFigures> | null> {
  const { pairs, seed, minor, schemas, until, log } = options
  const program = judgeProgram(minor)
  if (program === null) {
    log(`NOT JUDGED: the judge for Istio ${minor} is not built (make -C conformance)`)
    return null
  }
  const envoy = options.envoy ? envoyProgram(minor) : null
  if (envoy !== null && 'why' in envoy) log(`NOT JUDGED by Envoy: ${envoy.why}`)
  const path = envoy !== null && 'path' in envoy ? envoy.path : undefined
  const judge = new IstioJudge(minor, program, options.workers, path)
  const edits = tellingEdits.filter(one => isAsked(one, options))
  const counts = new Map(edits.map(edit => [edit, emptyCount()]))
  let next = 0
  // Worlds on their way beside those that are judged: what the webhook takes of a world is asked behind all pairs of
  // the worlds before it, and comparing and judging are to overlap.
  const lane = async (): Promise<void> => {
    while (Date.now() < until) {
      const left = edits.filter(edit => (counts.get(edit)?.telling ?? 0) < pairs)
      const index = next++
      const world = left.length === 0 || index >= pairs * 20 ? null : worlds(index)
      if (world === null) return
      const asked = { minor, schemas, judge, envoy: path !== undefined, seed, index }
      for (const [edit, verdict] of await judgeBatch(world, left, asked)) {
        const count = counts.get(edit)
        if (count === undefined) continue
        note(count, verdict)
        const { finding, detail } = verdict
        if (isWorthALine(finding)) {
          log(`${finding.toUpperCase()} ${edit.name} ${index}: ${detail.slice(0, 900)}`)
        }
      }
      if (index % 10 === 0) log(`world ${index}: ${left.length} edits lack pairs`)
    }
  }
  try {
    await Promise.all(Array.from({ length: options.workers + 3 }, lane))
  } finally {
    await judge.close()
  }
  const figures: Record<string, TellingFigures> = {}
  for (const [{ name }, { found, observed, all }] of counts) {
    if (all > 0) figures[name] = { found, observed, seeds: [seed] }
  }
  return figures
}

interface Count {
  readonly found: Partial<Record<Finding, number>>
  observed: number
  telling: number
  all: number
}

function emptyCount(): Count {
  return { found: {}, observed: 0, telling: 0, all: 0 }
}

const untold: readonly Finding[] = ['nothing to see', 'not asked', 'not taken', 'unjudged']

function note(count: Count, { finding, observed }: Verdict): void {
  count.found[finding] = (count.found[finding] ?? 0) + 1
  count.all += 1
  if (observed === true) count.observed += 1
  if (!untold.includes(finding)) count.telling += 1
}

function isWorthALine(finding: Finding): boolean {
  return ['contradicted', 'missed', 'unknown', 'other kind'].includes(finding)
}

/** What a change reaches, beside everything. */
export function runReach({ reach, seed, minor, until, log }: Options): ReachFigures {
  const own = { pairs: 0, different: 0, seeds: [seed] }
  for (let index = 0; own.pairs < reach && index < reach * 10; index++) {
    if (Date.now() > until) break
    const pair = reachPair(seed, index)
    if (pair === null) continue
    own.pairs += 1
    const different = reachDiffers(pair, minor)
    if (different === null) continue
    own.different += 1
    log(`REACH ${index}: ${different.slice(0, 800)}`)
  }
  return own
}

function isAsked({ name }: NeutralEdit | TellingEdit, { only }: Options): boolean {
  return only.length === 0 || only.some(part => name.includes(part))
}
