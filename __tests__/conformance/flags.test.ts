import { expect, test } from '@jest/globals'
import { accessFlags } from '../../conformance/generate/access/world.ts'
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

test('no older behaviour of policies, tokens or mutual TLS has a flag that a judge reads', () => {
  const ofSecurity = olderBehaviours.filter(({ what }) => /polic|principal|token|mutual/.test(what))
  expect(ofSecurity.length).toBeGreaterThan(1)
  expect(ofSecurity.filter(({ flag }) => flag !== undefined)).toEqual([])
})

test.each(Object.keys(accessFlags))(
  'worlds of access run under %s, which every judge reads',
  name => {
    for (const flags of Object.values(readFlags())) expect(flags).toContain(name)
  }
)
