import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openSchemaStore } from '../src/schema/store.ts'
import { IstioJudge, judgeProgram } from './judge/istio.ts'
import { type Figures, readFigures, tablesOf, writeFigures } from './metamorphic/figures.ts'
import { alarms, neutralEdits, neutralPair } from './metamorphic/neutral.ts'
import { unlisted } from './metamorphic/open.ts'
import { reachDiffers, reachPair } from './metamorphic/reach.ts'
import { type Finding, judgePair, tellingEdits, tellingPair } from './metamorphic/telling.ts'

const usage = `usage: node conformance/metamorphic.ts [options]
  --pairs 100      pairs of each edit
  --reach 1000     pairs of which what is reached is compared beside everything
  --seed TEXT      default: one
  --minor 1.31     the Istio that judges edits that mean something (make -C conformance)
  --part neutral,telling,reach   default: all three
  --only TEXT      edits whose name holds this
  --seconds 3600   no edit is begun after this
  --save           write the figures of these parts to conformance/metamorphic.json, for docs/metamorphic.md
`

const schemas = openSchemaStore(fileURLToPath(new URL('..', import.meta.url)))

interface Options {
  readonly pairs: number
  readonly reach: number
  readonly seed: string
  readonly minor: string
  readonly only: string
  readonly until: number
}

/** Exit 0: no false alarm, nothing missed or contradicted; 1: some, or no judge; 2: usage. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string', default: '100' },
      reach: { type: 'string', default: '1000' },
      seed: { type: 'string', default: 'one' },
      minor: { type: 'string', default: '1.31' },
      part: { type: 'string', default: 'neutral,telling,reach' },
      only: { type: 'string', default: '' },
      seconds: { type: 'string', default: '3600' },
      save: { type: 'boolean', default: false },
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
    until: Date.now() + Number(values.seconds) * 1000
  }
  const parts = values.part.split(',')
  const known = readFigures()
  const neutral = parts.includes('neutral') ? runNeutral(options) : {}
  const telling = parts.includes('telling') ? await runTelling(options) : {}
  const reach = parts.includes('reach') ? runReach(options) : { pairs: 0, different: 0 }
  const { minor: istio, seed } = options
  for (const line of tablesOf({ istio, seed, neutral, telling, reach })) print(line)
  if (values.save) {
    writeFigures({
      istio,
      seed,
      neutral: parts.includes('neutral') ? neutral : known.neutral,
      telling: parts.includes('telling') ? telling : known.telling,
      reach: parts.includes('reach') ? reach : known.reach
    })
  }
  const wrong =
    reach.different > 0 ||
    Object.values(neutral).some(one => one.alarms > 0) ||
    Object.values(telling).some(one => (one.missed ?? 0) + (one.contradicted ?? 0) > 0)
  const unjudged = parts.includes('telling') && Object.keys(telling).length === 0
  return wrong || unjudged ? 1 : 0
}

function runNeutral({ pairs, seed, minor, only, until }: Options): Figures['neutral'] {
  const found: Record<string, { pairs: number; alarms: number; listed: number }> = {}
  for (const edit of neutralEdits) {
    if (!edit.name.includes(only)) continue
    const own = { pairs: 0, alarms: 0, listed: 0 }
    for (let index = 0; own.pairs < pairs && index < pairs * 40; index++) {
      if (Date.now() > until) break
      const pair = neutralPair(edit, seed, index)
      if (pair === null) continue
      own.pairs += 1
      const all = alarms(pair, minor, schemas)
      const [said] = unlisted(all)
      if (said === undefined) {
        own.listed += all.length > 0 ? 1 : 0
        continue
      }
      own.alarms += 1
      print(`FALSE ALARM ${edit.name} ${index}: ${said.slice(0, 400)}`)
    }
    if (own.pairs > 0) found[edit.name] = own
  }
  return found
}

async function runTelling({
  pairs,
  seed,
  minor,
  only,
  until
}: Options): Promise<Figures['telling']> {
  const found: Record<string, Partial<Record<Finding, number>>> = {}
  const program = judgeProgram(minor)
  if (program === null) {
    print(`NOT JUDGED: the judge for Istio ${minor} is not built (make -C conformance)`)
    return found
  }
  const judge = new IstioJudge(minor, program, 1)
  try {
    for (const edit of tellingEdits) {
      if (!edit.name.includes(only)) continue
      const own: Partial<Record<Finding, number>> = {}
      let [next, telling] = [0, 0]
      // Two on their way, so that comparing and judging overlap.
      const lane = async (): Promise<void> => {
        while (telling < pairs && next < pairs * 20 && Date.now() < until) {
          const index = next++
          const pair = tellingPair(edit, seed, index, 16)
          if (pair === null) continue
          const { finding, detail } = await judgePair(pair, minor, schemas, judge)
          own[finding] = (own[finding] ?? 0) + 1
          if (!['nothing to see', 'not taken', 'unjudged'].includes(finding)) telling += 1
          if (finding === 'confirmed' || !isWorthALine(finding)) continue
          print(`${finding.toUpperCase()} ${edit.name} ${index}: ${detail.slice(0, 700)}`)
        }
      }
      await Promise.all([lane(), lane()])
      if (Object.keys(own).length > 0) found[edit.name] = own
    }
  } finally {
    await judge.close()
  }
  return found
}

function isWorthALine(finding: Finding): boolean {
  return ['contradicted', 'missed', 'unknown', 'other kind'].includes(finding)
}

function runReach({ reach, seed, minor, until }: Options): Figures['reach'] {
  const own = { pairs: 0, different: 0 }
  for (let index = 0; own.pairs < reach && index < reach * 10; index++) {
    if (Date.now() > until) break
    const pair = reachPair(seed, index)
    if (pair === null) continue
    own.pairs += 1
    const different = reachDiffers(pair, minor)
    if (different === null) continue
    own.different += 1
    print(`REACH ${index}: ${different.slice(0, 800)}`)
  }
  return own
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await main()
