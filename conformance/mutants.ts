import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { envoyProgram } from './judge/envoy.ts'
import { IstioJudge, judgeProgram } from './judge/istio.ts'
import { editKinds, isNeutral } from './mutants/kinds.ts'
import { type KindFigures, type MutantResult, runMutants } from './mutants/run.ts'
import { mergedMutants, readMutants, saveMutants, writeMutantRecording } from './mutants/store.ts'

const usage = `usage: node conformance/mutants.ts [options]
  --pairs 500       edits of generated worlds, spread evenly over the kinds
  --seed TEXT       default: a fresh one, which is printed
  --minor 1.31      the Istio that judges both sides of each edit
  --requests 24     requests that both sides are asked, besides the witness of every effect
  --seconds 3600    no world is begun after this
  --workers 1       judge processes
  --only TEXT       only kinds of edits whose names hold this text; may be repeated
  --add             --save adds to the figures that are saved
  --again           --save takes the kinds that were drawn in place of what is saved of them
  --record          write edits and answers to conformance/mutants, for npm test
  --save            write the figures for docs/conformance.md
  --envoy           a real Envoy confirms the judge's answers
`

/**
 * Edits of policies, mutual TLS, tokens, Services and labels: what `diff` says of each, held against what Istio and
 * Envoy answer on both sides. Exit 0: every widening and narrowing was found, every witness is confirmed, and
 * nothing was said of neutral edits.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string', default: '500' },
      seed: { type: 'string', default: randomUUID().slice(0, 8) },
      minor: { type: 'string', default: '1.31' },
      requests: { type: 'string', default: '24' },
      seconds: { type: 'string', default: '3600' },
      workers: { type: 'string', default: '1' },
      envoy: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      add: { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      record: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) {
    print(usage)
    return 0
  }
  const program = judgeProgram(values.minor)
  if (program === null) {
    print(`NOT JUDGED: the judge for Istio ${values.minor} is not built (make -C conformance)`)
    return 1
  }
  const envoy = values.envoy ? envoyProgram(values.minor) : undefined
  if (envoy !== undefined && 'why' in envoy) print(`NOT JUDGED by Envoy: ${envoy.why}`)
  const path = envoy !== undefined && 'path' in envoy ? envoy.path : undefined
  print(`seed ${values.seed}`)
  const judge = new IstioJudge(values.minor, program, Number(values.workers), path)
  const begun = Date.now()
  const stop = new AbortController()
  // Figures of a long run are not lost where it is broken off.
  process.once('SIGINT', () => stop.abort())
  try {
    const result = await runMutants({
      judge,
      envoy: path !== undefined,
      seed: values.seed,
      pairs: Number(values.pairs),
      requests: Number(values.requests),
      seconds: Number(values.seconds),
      workers: Number(values.workers),
      stop: stop.signal,
      only: Object.keys(editKinds).filter(kind => values.only.some(text => kind.includes(text))),
      record: values.record,
      log: print
    })
    if (values.record) writeMutantRecording({ istio: values.minor, pairs: result.recorded })
    if (values.save) {
      const { worlds, requests, observed, kinds } = result
      const { minor: istio, seed } = values
      const run = { istio, seed, worlds, requests, observed, kinds: Object.fromEntries(kinds) }
      const known = values.add || values.again ? readMutants() : null
      const again = new Set(values.again ? kinds.keys() : [])
      saveMutants(known === null ? run : mergedMutants(known, run, again))
    }
    return told(result, (Date.now() - begun) / 1000)
  } finally {
    await judge.close()
  }
}

const columns: readonly (keyof KindFigures)[] = [
  'pairs',
  'differing',
  'widened',
  'narrowed',
  'missed',
  'confirmed',
  'contradicted',
  'unknown',
  'untold',
  'falseAlarms'
]

function told(
  { kinds, requests, observed, misread, worlds }: MutantResult,
  seconds: number
): number {
  const total: Record<string, number> = {}
  print(`| edit | ${columns.join(' | ')} |\n|---|${columns.map(() => '---').join('|')}|`)
  for (const [kind, figures] of kinds) {
    print(`| ${kind} | ${columns.map(column => figures[column]).join(' | ')} |`)
    for (const column of columns) total[column] = (total[column] ?? 0) + figures[column]
  }
  print(`| all | ${columns.map(column => total[column]).join(' | ')} |`)
  const neutral = [...kinds].filter(([kind]) => isNeutral(kind))
  let count = 0
  for (const [, { pairs }] of neutral) count += pairs
  print(
    `${total.pairs} pairs of ${kinds.size} kinds over ${worlds} worlds, ${count} of them neutral; ${requests} requests, ${observed} by Envoy, ${misread} of those read otherwise; ${seconds.toFixed(0)} s`
  )
  const wrong = ['missed', 'contradicted', 'untold', 'falseAlarms'].some(
    column => (total[column] ?? 0) > 0
  )
  return wrong || misread > 0 || (total.pairs ?? 0) === 0 ? 1 : 0
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await main()
