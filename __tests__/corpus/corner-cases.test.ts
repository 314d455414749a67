import { describe, expect, test } from '@jest/globals'
import { corpus, describeCorpus } from '../support/corpus.ts'
import { type RoutingVector, readRoutingVectors, replay } from '../support/routing-vectors.ts'

/** Areas that are not built: their vectors may answer `unknown`. Everything else must be equal. */
const NOT_BUILT = (vector: RoutingVector): boolean =>
  vector.proxy.type === 'waypoint' || /kind: (HTTPRoute|GRPCRoute|GatewayClass)/.test(vector.world)

describeCorpus('routing corner cases', () => {
  const areas = new Map<string, RoutingVector[]>()
  for (const vector of readRoutingVectors(corpus('corner-cases'))) {
    const section = vector.section.startsWith('H') ? 'H' : vector.section
    const area = `${section} at a ${vector.proxy.type}`
    areas.set(area, [...(areas.get(area) ?? []), vector])
  }
  describe.each([...areas].sort(([a], [b]) => (a < b ? -1 : 1)))('%s', (_, vectors) => {
    test('what is built equals Istio, what is not says so', () => {
      const counts = { equal: 0, different: 0, unknown: 0 }
      const wrong: unknown[] = []
      for (const vector of vectors) {
        for (const minor of vector.istio) {
          const { status, actual, expected } = replay(vector, minor)
          counts[status] += 1
          const tolerated = status === 'unknown' && NOT_BUILT(vector)
          if (status !== 'equal' && !tolerated)
            wrong.push({ id: vector.id, minor, expected, actual })
        }
      }
      process.stdout.write(`${_}: ${JSON.stringify(counts)}\n`)
      expect(wrong).toEqual([])
    })
  })
})
