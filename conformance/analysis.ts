import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { theirs } from './analysis/compare.ts'
import { judged } from './analysis/judged.ts'
import {
  type AnalysisTally,
  addAnalysis,
  compareAnalysis,
  emptyAnalysis,
  type WrongMessage
} from './analysis/run.ts'
import { type AnalysisRecording, saveAnalysisRun, writeAnalysis } from './analysis/store.ts'
import { worldOf } from './analysis/world.ts'
import { IstioJudge, judgeProgram } from './judge/istio.ts'

const usage = `usage: node conformance/analysis.ts [options]
  --minor 1.31,1.30    Istio minors to ask
  --worlds 500         worlds of about 40 objects for each minor
  --from 0             number of the first world
  --seed A,B           as many worlds of each; default: a fresh one, which is printed
  --seconds 3600       nothing is begun after this
  --show 20            mismatches to print
  --record             write the worlds with their answers to conformance/analysis/recorded
  --save               write the figures for docs/conformance.md
`

/** Worlds that are recorded as they come; of the rest those that show what these hardly show. */
const RECORDED = 40

type Options = Readonly<Record<'worlds' | 'from' | 'seed' | 'seconds' | 'show', string>> & {
  readonly record: boolean
  readonly save: boolean
}

/** Exit 0: all agree; 1: a mismatch, or a judge that could not run; 2: usage. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minor: { type: 'string', default: '1.31,1.30' },
      worlds: { type: 'string', default: '500' },
      from: { type: 'string', default: '0' },
      seed: { type: 'string', default: randomUUID().slice(0, 8) },
      seconds: { type: 'string', default: '3600' },
      show: { type: 'string', default: '20' },
      record: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) {
    print(usage)
    return 0
  }
  print(`seed ${values.seed}`)
  let failed = false
  for (const minor of values.minor.split(',')) {
    const program = judgeProgram(minor)
    if (program === null) {
      print(`NOT JUDGED: the judge for Istio ${minor} is not built (make -C conformance)`)
      failed = true
      continue
    }
    const judge = new IstioJudge(minor, program, 1)
    const agreed = await run(minor, judge, values)
    await judge.close()
    failed ||= !agreed
  }
  return failed ? 1 : 0
}

async function run(minor: string, judge: IstioJudge, options: Options): Promise<boolean> {
  const tally = emptyAnalysis()
  const kept = emptyAnalysis()
  const recorded: AnalysisRecording['worlds'][number][] = []
  const unanswered: string[] = []
  const start = Date.now()
  for (const [seed, number] of namesOf(options)) {
    if (Date.now() - start > Number(options.seconds) * 1000) break
    const world = worldOf(seed, number, Number(minor.split('.')[1]))
    const answer = await judged(judge, world)
    if ('why' in answer) {
      unanswered.push(`${world.name}: ${answer.why.split('\n').slice(0, 2).join(' ')}`)
      continue
    }
    const answers = theirs(answer.answers)
    const one = emptyAnalysis()
    compareAnalysis(one, world, answers, minor, answer.answers[0])
    addAnalysis(tally, one)
    if (options.record && (recorded.length < RECORDED || isRare(one, kept))) {
      recorded.push({ world, answers })
      addAnalysis(kept, one)
    }
  }
  report(minor, tally, unanswered, (Date.now() - start) / 1000, Number(options.show))
  if (options.record) writeAnalysis({ istio: minor, seed: options.seed, worlds: recorded })
  if (options.save) {
    const { worlds, objects, refused, messages, codes, accepted, wrong } = tally
    saveAnalysisRun({
      istio: minor,
      seed: options.seed,
      worlds,
      objects,
      refused,
      messages,
      codes: codes.size,
      accepted: sum(accepted),
      mismatches: wrong.length
    })
  }
  return tally.wrong.length === 0 && unanswered.length === 0 && tally.worlds > 0
}

function* namesOf({ seed, from, worlds }: Options): Generator<readonly [string, number]> {
  for (const one of seed.split(',')) {
    for (let index = 0; index < Number(worlds); index++) yield [one, Number(from) + index]
  }
}

/** Shows a code or an accepted difference that is hardly recorded yet. */
function isRare({ codes, accepted }: AnalysisTally, kept: AnalysisTally): boolean {
  const few = (count: number | undefined) => (count ?? 0) < 2
  return (
    [...codes.keys()].some(code => few(kept.codes.get(code))) ||
    [...accepted.keys()].some(id => few(kept.accepted.get(id)))
  )
}

function report(
  minor: string,
  tally: AnalysisTally,
  unanswered: readonly string[],
  seconds: number,
  show: number
): void {
  const { worlds, objects, refused, messages, codes, accepted, wrong } = tally
  print(
    `analysis ${minor}: ${worlds} worlds, ${objects} objects (${refused} refused), ${messages} messages of ${codes.size} codes; ` +
      `${wrong.length} mismatches, ${sum(accepted)} accepted, ${unanswered.length} unanswered; ${seconds.toFixed(1)} s`
  )
  print(
    `  ${[...codes]
      .sort()
      .map(([code, count]) => `${code} ${count}`)
      .join(', ')}`
  )
  for (const [id, count] of [...accepted].sort()) print(`  accepted: ${count} × ${id}`)
  for (const one of unanswered.slice(0, show)) print(`  unanswered: ${one}`)
  for (const one of wrong.slice(0, show)) print(shown(one))
}

function shown({ world, said, ours, theirs, texts, own }: WrongMessage): string {
  return [
    `${world}: ${said}: ${ours} times, istioctl ${[...new Set(theirs)].join(' to ')} times`,
    ...texts.map(text => `  istioctl: ${text}`),
    ...own.map(text => `  here: ${text}`)
  ].join('\n')
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const count of counts.values()) total += count
  return total
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await main()
