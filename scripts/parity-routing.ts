/**
 * Replays the routing vectors of the corner cases against this engine and prints area by area what is
 * equal, different and not answered. `node scripts/parity-routing.ts FOLDER [ID…]`; with ids, both answers.
 */
import { readRoutingVectors, replay } from '../__tests__/support/routing-vectors.ts'

const [folder, ...ids] = process.argv.slice(2)
if (folder === undefined) throw new Error('name the folder that holds routing.json')
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const areas = new Map<string, { equal: number; different: number; unknown: number }>()
for (const vector of readRoutingVectors(folder)) {
  if (ids.length > 0 && !ids.some(id => vector.id.startsWith(id))) continue
  const section = vector.section.startsWith('H') ? 'H' : vector.section
  const area = `${section} ${vector.proxy.type} ${vector.lookup?.kind ?? 'request'}`
  const counts = areas.get(area) ?? { equal: 0, different: 0, unknown: 0 }
  areas.set(area, counts)
  for (const minor of vector.istio) {
    const { status, actual, expected } = replay(vector, minor)
    counts[status] += 1
    if (ids.length === 0 && status !== 'different') continue
    print(`${status} ${vector.id} ${minor} ${vector.title}`)
    if (status === 'equal') continue
    print(`  expected ${JSON.stringify(expected)}`)
    print(`  actual   ${JSON.stringify(actual)}`)
  }
}
const total = { equal: 0, different: 0, unknown: 0 }
for (const [area, counts] of [...areas].sort()) {
  for (const key of ['equal', 'different', 'unknown'] as const) total[key] += counts[key]
  print(`${area}: ${counts.equal} equal, ${counts.different} different, ${counts.unknown} unknown`)
}
print(`all: ${total.equal} equal, ${total.different} different, ${total.unknown} unknown`)
