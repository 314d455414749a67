/**
 * Replays the vectors of the corner cases against this engine and prints area by area what is equal, different and
 * not answered. `node scripts/parity.ts FOLDER [ID…]`; with ids, both answers. Exit 1 where one differs, or where one
 * of an area that is built is not answered.
 */
import { readRoutingVectors, replay } from '../__tests__/support/routing-vectors.ts'
import {
  readSecurityVectors,
  replaySecurity,
  type SecurityReplay
} from '../__tests__/support/security-vectors.ts'

interface Question {
  readonly id: string
  readonly title: string
  readonly area: string
  /** Engines that lack the area answer `unknown`. */
  readonly built: boolean
  readonly minors: readonly string[]
  readonly ask: (minor: string) => SecurityReplay
}

function questions(folder: string): readonly Question[] {
  const routing = readRoutingVectors(folder).map((vector): Question => {
    const section = vector.section.startsWith('H') ? 'H' : vector.section
    return {
      id: vector.id,
      title: vector.title,
      area: `routing ${section} ${vector.proxy.type} ${vector.lookup?.kind ?? 'request'}`,
      // What its own issue builds is counted as unknown until then.
      built: false,
      minors: vector.istio,
      ask: minor => replay(vector, minor)
    }
  })
  const security = readSecurityVectors(folder).map(
    (vector): Question => ({
      id: vector.id,
      title: '',
      area: `security ${vector.section} ${vector.workload.type}`,
      built: vector.workload.type !== 'waypoint',
      minors: vector.istio,
      ask: minor => replaySecurity(vector, minor)
    })
  )
  return [...routing, ...security]
}

type Status = SecurityReplay['status']
const statuses: readonly Status[] = ['equal', 'different', 'unknown']

function main(folder: string, ids: readonly string[]): number {
  const areas = new Map<string, Record<Status, number>>()
  let failed = 0
  for (const question of questions(folder)) {
    if (ids.length > 0 && !ids.some(id => question.id.startsWith(id))) continue
    const counts = areas.get(question.area) ?? { equal: 0, different: 0, unknown: 0 }
    areas.set(question.area, counts)
    for (const minor of question.minors) {
      const { status, actual, expected } = question.ask(minor)
      counts[status] += 1
      const wrong = status === 'different' || (status === 'unknown' && question.built)
      if (wrong) failed += 1
      if (!wrong && ids.length === 0) continue
      print(`${status} ${question.id} ${minor} ${question.title}`)
      if (status === 'equal') continue
      print(`  expected ${JSON.stringify(expected)}`)
      print(`  actual   ${JSON.stringify(actual)}`)
    }
  }
  const total = { equal: 0, different: 0, unknown: 0 }
  for (const [area, counts] of [...areas].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const status of statuses) total[status] += counts[status]
    print(`${area}: ${words(counts)}`)
  }
  print(`all: ${words(total)}`)
  return failed === 0 ? 0 : 1
}

function words({ equal, different, unknown }: Record<Status, number>): string {
  return `${equal} equal, ${different} different, ${unknown} unknown`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

const [folder, ...ids] = process.argv.slice(2)
if (folder === undefined)
  throw new Error('name the folder that holds routing.json and security.json')
process.exitCode = main(folder, ids)
