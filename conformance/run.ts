import { acceptedBy } from './compare/accepted.ts'
import { askIstio } from './compare/ask.ts'
import {
  addTally,
  compareWorld,
  describeMismatch,
  emptyTally,
  type Mismatch,
  type Tally
} from './compare/compare.ts'
import { shrink, signature } from './compare/shrink.ts'
import { type Area, areas } from './generate/area.ts'
import { generateWorld } from './generate/generate.ts'
import type { World } from './generate/world.ts'
import { IstioJudge } from './judge/istio.ts'
import type { Answer, JobResult, Observation } from './judge/protocol.ts'
import type { Usage } from './judge/usage.ts'
import { inCommon } from './record/stable.ts'
import { type RecordedWorld, type Regression, writeRegression } from './record/store.ts'

/** What a run covers. */
export interface RunOptions {
  readonly minor: string
  readonly program: string
  /** The path of an Envoy that is asked too. */
  readonly envoy?: string
  /** Every how many worlds Envoy is asked: 1 asks it of all. */
  readonly envoyEvery: number
  readonly areas: readonly Area[]
  readonly seed: string
  readonly worlds: number
  readonly requests: number
  readonly workers: number
  /** No world is begun after this many seconds. */
  readonly seconds: number
  /** How many mismatches are shrunk, one of each signature; each costs some hundred questions. */
  readonly shrink: number
  /** Keep the answers, each asked three times, for a recording. */
  readonly record: boolean
  readonly log: (line: string) => void
  /** Is told the figures of each area when it is done. */
  readonly done: (result: AreaResult) => void
}

/** The figures of one area under one minor. */
export interface AreaResult {
  readonly area: Area
  readonly istio: string
  worlds: number
  objects: number
  /** Objects that the webhook refused and that were left out. */
  refused: number
  readonly results: Record<JobResult, number>
  readonly tally: Tally
  mismatches: number
  /** Differences that were gone when the judge was asked again: it answers now so, now so. */
  varying: number
  /** Worlds that Envoy was to be asked and could not. */
  withoutEnvoy: number
  accepted: Record<string, number>
  /** Why the engine did not know, or the judge could not say. */
  readonly reasons: Record<string, number>
  seconds: number
  /** Of the judge, since it was started. */
  usage: Usage | null
  /** Worlds that were answered, with the answers. */
  readonly recorded: RecordedWorld[]
}

/** Generates, asks, compares: one area after the other. */
export async function runAreas(options: RunOptions): Promise<readonly AreaResult[]> {
  const judge = new IstioJudge(options.minor, options.program, options.workers, options.envoy)
  const out: AreaResult[] = []
  const until = Date.now() + options.seconds * 1000
  const known = new Set<string>()
  try {
    for (const [index, area] of options.areas.entries()) {
      const left = (until - Date.now()) / (options.areas.length - index)
      const result = await new AreaRun(options, judge, area, Date.now() + left, known).run()
      options.done(result)
      out.push(result)
    }
  } finally {
    await judge.close()
  }
  return out
}

class AreaRun {
  private readonly options: RunOptions
  private readonly judge: IstioJudge
  private readonly until: number
  private readonly result: AreaResult
  /** Signatures that were shrunk, or would have been, in any area. */
  private readonly shrunk: Set<string>

  constructor(
    options: RunOptions,
    judge: IstioJudge,
    area: Area,
    until: number,
    shrunk: Set<string>
  ) {
    this.shrunk = shrunk
    this.options = options
    this.judge = judge
    this.until = until
    this.result = {
      area,
      istio: options.minor,
      worlds: 0,
      objects: 0,
      refused: 0,
      results: { answered: 0, refused: 0, panicked: 0, invalid: 0, died: 0 },
      tally: emptyTally(),
      mismatches: 0,
      varying: 0,
      withoutEnvoy: 0,
      accepted: {},
      reasons: {},
      seconds: 0,
      usage: null,
      recorded: []
    }
  }

  /** Two worlds a worker are on their way, so that comparing and judging overlap. */
  async run(): Promise<AreaResult> {
    const begun = Date.now()
    let next = 0
    const lane = async (): Promise<void> => {
      while (next < this.options.worlds && Date.now() < this.until) await this.world(next++)
    }
    await Promise.all(Array.from({ length: this.options.workers * 2 }, lane))
    this.result.seconds = (Date.now() - begun) / 1000
    this.result.usage = this.judge.usage()
    return this.result
  }

  private async world(index: number): Promise<void> {
    const { seed, requests, minor, log } = this.options
    const { area, tally } = this.result
    const drawn = generateWorld({ area, seed, index, requests })
    const observed = this.options.envoy !== undefined && index % this.options.envoyEvery === 0
    const ask = (envoy: boolean) => askIstio(this.judge, drawn, envoy)
    const { world, refused, answer: first } = await ask(observed)
    const answer = this.options.record
      ? inCommon(first, [(await ask(false)).answer, (await ask(false)).answer])
      : first
    this.result.worlds += 1
    this.result.objects += world.objects.length
    this.result.refused += refused
    this.result.results[answer.result] += 1
    if (answer.result !== 'answered') {
      log(`${world.name}: ${answer.result}: ${answer.error ?? ''} ${answer.stack ?? ''}`)
      return
    }
    if (answer.envoyError !== undefined) {
      this.result.withoutEnvoy += 1
      log(`NOT JUDGED by Envoy: ${world.name}: ${answer.envoyError}`)
    }
    if (this.options.record) this.result.recorded.push(recordOf(world, answer))
    const comparison = compareWorld(world, minor, answer)
    addTally(tally, comparison.tally)
    for (const [reason, count] of comparison.reasons) add(this.result.reasons, reason, count)
    if (comparison.mismatches.length === 0) return
    const again = await ask(observed)
    const stable = new Set(compareWorld(again.world, minor, again.answer).mismatches.map(kindOf))
    for (const mismatch of comparison.mismatches) {
      if (stable.has(kindOf(mismatch))) await this.mismatch(world, mismatch)
      else {
        this.result.varying += 1
        log(`VARIES: ${world.name} (${minor}): ${describeMismatch(mismatch)}`)
      }
    }
  }

  private async mismatch(world: World, mismatch: Mismatch): Promise<void> {
    const entry = acceptedBy(mismatch)
    if (entry !== undefined) {
      add(this.result.accepted, entry.id, 1)
      return
    }
    this.result.mismatches += 1
    const kind = signature(mismatch)
    const isNew = !this.shrunk.has(kind)
    this.shrunk.add(kind)
    if (!isNew) return
    this.options.log(
      `${world.name} (${this.options.minor}): ${mismatch.subject}: ${describeMismatch(mismatch)}`
    )
    if (this.shrunk.size > this.options.shrink) return
    const small = await shrink(this.judge, world, mismatch, 500)
    const { answer } = await askIstio(this.judge, small.world, this.options.envoy !== undefined)
    const file = writeRegression(regressionOf(small.world, small.mismatch, answer))
    this.options.log(`  shrunk to ${small.world.objects.length} objects: ${file}`)
  }
}

/** What stays of a mismatch when the question is asked again, whatever the words of a message are. */
function kindOf(mismatch: Mismatch): string {
  return `${mismatch.subject} ${signature(mismatch)}`
}

function regressionOf(world: World, mismatch: Mismatch, answer: Answer): Regression {
  const name = `${world.name} ${signature(mismatch)}`.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()
  return {
    name,
    title: describeMismatch(mismatch),
    istio: answer.istio,
    world,
    answer: recordOf(world, answer).answer,
    differences: mismatch.differences
  }
}

function recordOf(world: World, answer: Answer): RecordedWorld {
  const { istio, result, configs, outcomes, observations } = answer
  return {
    world,
    answer: {
      istio,
      result,
      ...(configs === undefined ? {} : { configs }),
      ...(outcomes === undefined ? {} : { outcomes }),
      ...(observations === undefined ? {} : { observations: observations.map(lasting) })
    }
  }
}

/** What of an observation does not change from run to run, and is compared. */
function lasting({ headers: _, error, arrivals, ...kept }: Observation): Observation {
  return {
    ...kept,
    ...(error === undefined
      ? {}
      : {
          error: error
            .replace(/^.*?: /s, '')
            .replace(/'127[\d.:]+'/, '')
            .slice(0, 120)
        }),
    ...(arrivals === undefined
      ? {}
      : { arrivals: arrivals.map(({ headers: __, ...arrival }) => ({ ...arrival, headers: {} })) })
  }
}

function add(into: Record<string, number>, key: string, count: number): void {
  into[key] = (into[key] ?? 0) + count
}

export function isArea(text: string): text is Area {
  return Object.hasOwn(areas, text)
}
