import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { features } from '../src/mesh/features.ts'
import { IstioJudge, judgeProgram } from './judge/istio.ts'
import { ACCEPTED } from './validation/accepted.ts'
import { fuzz, type Mismatch } from './validation/fuzz.ts'
import { SPECS } from './validation/specs.ts'

const usage = `usage: node conformance/validation.ts [options]
  --minor 1.31         Istio minors to ask
  --objects 2000       objects for each minor
  --kind A,B           kinds; default: all
  --seed TEXT          default: a fresh one, which is printed
  --seconds 3600       nothing is begun after this
  --show 20            mismatches to print
  --record             write an example of each finding to conformance/validation/examples.json
`

/** Exit 0: all agree; 1: a mismatch, or a judge that could not run; 2: usage. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minor: { type: 'string', default: '1.31,1.30' },
      objects: { type: 'string', default: '2000' },
      kind: { type: 'string', default: Object.keys(SPECS).join(',') },
      seed: { type: 'string', default: randomUUID().slice(0, 8) },
      seconds: { type: 'string', default: '3600' },
      show: { type: 'string', default: '20' },
      record: { type: 'boolean', default: false },
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
    const start = Date.now()
    const result = await fuzz(judge, {
      seed: values.seed,
      objects: Number(values.objects),
      kinds: values.kind.split(','),
      features: features(minor),
      seconds: Number(values.seconds)
    })
    await judge.close()
    const { objects, refused, warned, undecoded } = result
    const why = (one: Mismatch) => ACCEPTED.find(({ fits }) => fits(one, minor))?.id
    const mismatches = result.mismatches.filter(one => why(one) === undefined)
    print(
      `validation ${minor}: ${objects} objects, ${refused} refused (${undecoded} unread), ${warned} warned of; ` +
        `${mismatches.length} mismatches; ${((Date.now() - start) / 1000).toFixed(1)} s`
    )
    for (const { id, reason } of ACCEPTED) {
      const count = result.mismatches.filter(one => why(one) === id).length
      if (count > 0) print(`  accepted: ${count} × ${id}: ${reason}`)
    }
    for (const one of mismatches.slice(0, Number(values.show))) print(shown(one))
    failed ||= mismatches.length > 0 || objects === 0
    if (values.record) {
      const lines = result.examples.map(example => JSON.stringify({ minor, ...example }))
      writeFileSync(
        new URL('validation/examples.json', import.meta.url),
        `[\n${lines.join(',\n')}\n]\n`
      )
    }
  }
  return failed ? 1 : 0
}

function shown({ missing, extra, object, verdict }: Mismatch): string {
  return [
    `${object.kind}: missing ${missing.join(', ') || '-'}; extra ${extra.join(', ') || '-'}`,
    `  ${JSON.stringify(verdict.errors)} ${JSON.stringify(verdict.warnings)}`,
    `  ${JSON.stringify(object.spec)}`
  ].join('\n')
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await main()
