import { expect, test } from '@jest/globals'
import { routingFlags } from '../../conformance/generate/flags.ts'
import { olderBehaviours } from '../../conformance/older-minors.ts'
import { readFlags } from '../../conformance/record/runs.ts'

const read = new Set(Object.values(readFlags()).flat())
const restored = olderBehaviours.flatMap(({ flag }) =>
  flag !== undefined && read.has(flag.name) ? [flag] : []
)

test('flags that restore older behaviours are known of the judges', () => {
  expect(restored.length).toBeGreaterThan(5)
})

test.each(restored.map(flag => [flag.name, flag.value] as const))(
  'worlds run under %s=%s',
  (name, value) => {
    expect(routingFlags[name]).toContain(value)
  }
)
