import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { addTally, emptyTally } from './compare/compare.ts'
import { areas } from './generate/area.ts'
import { envoyProgram } from './judge/envoy.ts'
import { judgeProgram } from './judge/istio.ts'
import { programFlags, programVersions } from './judge/versions.ts'
import { type LiveRun, saveFlags, saveRun } from './record/runs.ts'
import { writeRecording } from './record/store.ts'
import { type AreaResult, isArea, type RunOptions, runAreas } from './run.ts'

const usage = `usage: npm run conformance -- [options]
  --minor 1.31,1.30    Istio minors to ask; default: every judge that is built
  --area a,b           areas; default: all
  --worlds 100         worlds of each area and minor
  --requests 50        requests of each world
  --seed TEXT          default: a fresh one, which is printed
  --seconds 3600       no world is begun after this
  --workers 1          judge processes
  --shrink 10          kinds of mismatches to shrink and store in conformance/regressions
  --envoy              put the requests to a real Envoy too
  --envoy-every 1      of every how many worlds; Envoy answers some ten times slower than istiod compiles
  --save               write the figures to conformance/runs.json, for docs/conformance.md
  --record             write the answers to conformance/recorded
`

/**
 * Asks the live judges. Exit 0: all that were asked agree; 1: a mismatch; 2: usage; 3: no mismatch, but a
 * judge was not there or answered nothing of an area. What was not judged is said and never counted.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minor: { type: 'string', default: '1.31,1.30' },
      area: { type: 'string', default: Object.keys(areas).join(',') },
      worlds: { type: 'string', default: '100' },
      requests: { type: 'string', default: '50' },
      seed: { type: 'string', default: randomUUID().slice(0, 8) },
      seconds: { type: 'string', default: '3600' },
      workers: { type: 'string', default: '1' },
      shrink: { type: 'string', default: '10' },
      envoy: { type: 'boolean', default: false },
      'envoy-every': { type: 'string', default: '1' },
      record: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) {
    print(usage)
    return 0
  }
  const chosen = values.area.split(',')
  const wrong = chosen.find(name => !isArea(name))
  if (wrong !== undefined) {
    print(`there is no area ${wrong}; there are ${Object.keys(areas).join(', ')}\n${usage}`)
    return 2
  }
  print(`seed ${values.seed}`)
  let mismatches = 0
  let isComplete = true
  const all = emptyTally()
  const minors = values.minor.split(',')
  for (const minor of minors) {
    const program = judgeProgram(minor)
    if (program === null) {
      print(`NOT JUDGED: the judge for Istio ${minor} is not built (make -C conformance)`)
      isComplete = false
      continue
    }
    const envoy = values.envoy ? envoyProgram(minor) : undefined
    if (envoy !== undefined && 'why' in envoy) {
      print(`NOT JUDGED by Envoy: there is none for Istio ${minor}: ${envoy.why}`)
      isComplete = false
    }
    const options: RunOptions = {
      minor,
      program,
      ...(envoy !== undefined && 'path' in envoy ? { envoy: envoy.path } : {}),
      envoyEvery: Number(values['envoy-every']),
      areas: chosen.filter(isArea),
      seed: values.seed,
      worlds: Number(values.worlds),
      requests: Number(values.requests),
      workers: Number(values.workers),
      seconds: Number(values.seconds) / minors.length,
      shrink: Number(values.shrink),
      record: values.record,
      log: print,
      done: result => print(summary(result))
    }
    const before = process.cpuUsage()
    const results = await runAreas(options)
    const own = process.cpuUsage(before)
    if (values.save) {
      saveRun(liveRun(results, minor, values.seed, (own.user + own.system) / 1e6))
      saveFlags(minor, programFlags(program))
    }
    for (const result of results) {
      mismatches += result.mismatches
      addTally(all, result.tally)
      if (result.tally.proxies + result.tally.decisions === 0) {
        print(`NOT JUDGED: no world of ${result.area} was answered by Istio ${minor}`)
        isComplete = false
      }
      if (result.withoutEnvoy > 0) isComplete = false
      if (values.record) print(`  ${record(result, program, values.seed)}`)
    }
  }
  print(
    `all: ${all.proxies} proxies, ${all.decisions} decisions, ${all.observed} by Envoy, ${mismatches} mismatches`
  )
  if (mismatches > 0) return 1
  return isComplete ? 0 : 3
}

function liveRun(
  results: readonly AreaResult[],
  istio: string,
  seed: string,
  own: number
): LiveRun {
  const tally = emptyTally()
  const run = { worlds: 0, unanswered: 0, mismatches: 0, varying: 0, seconds: 0 }
  for (const result of results) {
    addTally(tally, result.tally)
    run.worlds += result.worlds
    run.unanswered += result.worlds - result.results.answered
    run.mismatches += result.mismatches
    run.varying += result.varying
    run.seconds += result.seconds
  }
  return {
    istio,
    seed,
    areas: results.map(({ area }) => area),
    ...run,
    ...tally,
    requests: tally.decisions + tally.unknown + tally.unjudged,
    seconds: Math.round(run.seconds),
    cpu: Math.round(own + (results.at(-1)?.usage?.cpu ?? 0)),
    memory: {
      engine: Math.round(process.resourceUsage().maxRSS / 1024),
      judge: results.at(-1)?.usage?.memory ?? 0
    }
  }
}

function record(result: AreaResult, program: string, seed: string): string {
  return writeRecording({
    area: result.area,
    istio: result.istio,
    module: programVersions(program)['istio.io/istio'] ?? '',
    seed,
    worlds: result.recorded
  })
}

function summary(result: AreaResult): string {
  const { tally } = result
  const rate = Math.round((tally.decisions + tally.unknown + tally.unjudged) / result.seconds)
  const others = Object.entries(result.results)
    .filter(([name, count]) => name !== 'answered' && count > 0)
    .map(([name, count]) => `, ${count} ${name}`)
  const reasons = Object.entries(result.reasons)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([reason, count]) => `\n    ${count} × ${reason}`)
  const accepted = Object.entries(result.accepted).map(([id, count]) => `\n    ${count} × ${id}`)
  return [
    `${result.area} ${result.istio}: ${result.worlds} worlds${others.join('')}, `,
    `${tally.proxies} proxies, ${tally.routeConfigs} route configurations, ${tally.decisions} decisions, ${tally.observed} by Envoy, `,
    `${result.mismatches} mismatches, ${result.varying} that varied; ${tally.unknown} unknown, ${tally.unjudged} unjudged; `,
    `${result.seconds.toFixed(1)} s, ${rate} requests/s`,
    ...reasons,
    ...accepted
  ].join('')
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await main()
