import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openSchemaStore } from '../src/schema/store.ts'
import {
  detection,
  merged,
  noFigures,
  readFigures,
  tablesOf,
  writeFigures
} from './metamorphic/figures.ts'
import { type Options, runNeutral, runReach, runTelling } from './metamorphic/run.ts'
import { neutralOfSamples, sampleWorlds } from './metamorphic/samples.ts'

const usage = `usage: node conformance/metamorphic.ts [options]
  --pairs 100      pairs of each edit
  --reach 1000     pairs of which what is reached is compared beside everything
  --seed TEXT      default: one
  --minor 1.31     the Istio that judges edits that mean something (make -C conformance)
  --part neutral,telling,reach   default: these three; samples: the edits over public samples
  --samples DIR    a folder of samples, each in a folder of its own
  --only TEXT,TEXT edits whose name holds one of these
  --seconds 3600   no pair is begun after this
  --workers 1      processes that judge
  --envoy          a real Envoy answers the witnesses as well
  --save           write the figures of these edits to conformance/metamorphic.json, for docs/metamorphic.md
  --add            add them to those of other seeds
`

/** Exit 0: no false alarm, nothing missed or contradicted; 1: some, or no judge; 2: usage. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string', default: '100' },
      reach: { type: 'string', default: '1000' },
      seed: { type: 'string', default: 'one' },
      minor: { type: 'string', default: '1.31' },
      part: { type: 'string', default: 'neutral,telling,reach' },
      samples: { type: 'string' },
      only: { type: 'string', default: '' },
      seconds: { type: 'string', default: '3600' },
      workers: { type: 'string', default: '1' },
      envoy: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      add: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) {
    print(usage)
    return 0
  }
  const options: Options = {
    ...values,
    pairs: Number(values.pairs),
    reach: Number(values.reach),
    workers: Number(values.workers),
    only: values.only === '' ? [] : values.only.split(','),
    until: Date.now() + Number(values.seconds) * 1000,
    schemas: openSchemaStore(fileURLToPath(new URL('..', import.meta.url))),
    log: print
  }
  const parts = values.part.split(',')
  const isSampled = parts.includes('samples')
  if (isSampled && values.samples === undefined) {
    print('--part samples wants --samples DIR')
    return 2
  }
  const folder = values.samples ?? ''
  const telling = parts.includes('telling') ? await runTelling(options) : {}
  const sampled = isSampled ? await runTelling(options, sampleWorlds(folder)) : {}
  const run = {
    ...noFigures,
    istio: options.minor,
    neutral: parts.includes('neutral') ? runNeutral(options) : {},
    telling: telling ?? {},
    reach: parts.includes('reach') ? runReach(options) : noFigures.reach,
    samples: {
      neutral: isSampled ? neutralOfSamples(folder, options) : {},
      telling: sampled ?? {}
    }
  }
  for (const line of tablesOf(run)) print(line)
  if (values.save) writeFigures(merged(readFigures(), run, values.add))
  const told = [...Object.values(run.telling), ...Object.values(run.samples.telling)]
  const alarms = [...Object.values(run.neutral), ...Object.values(run.samples.neutral)]
  const wrong =
    run.reach.different > 0 ||
    alarms.some(one => one.alarms > 0) ||
    told.some(one => detection(one).missed + (one.found.contradicted ?? 0) > 0)
  return wrong || telling === null || sampled === null ? 1 : 0
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await main()
