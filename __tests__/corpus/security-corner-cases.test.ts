import { describe, expect, test } from '@jest/globals'
import { corpus, describeCorpus } from '../support/corpus.ts'
import {
  readSecurityVectors,
  replaySecurity,
  type SecurityVector,
  tableAgainstEvaluation
} from '../support/security-vectors.ts'

describeCorpus('security corner cases', () => {
  const areas = new Map<string, SecurityVector[]>()
  for (const vector of readSecurityVectors(corpus('corner-cases'))) {
    const area = `${vector.section} at a ${vector.workload.type}`
    areas.set(area, [...(areas.get(area) ?? []), vector])
  }
  const waypoints = (vector: SecurityVector): boolean => vector.workload.type === 'waypoint'
  describe.each([...areas].sort(([a], [b]) => (a < b ? -1 : 1)))('%s', (_, vectors) => {
    test('what is built equals Istio and Envoy, waypoints say that they are not', () => {
      const wrong: unknown[] = []
      for (const vector of vectors) {
        for (const minor of vector.istio) {
          const { status, actual, expected } = replaySecurity(vector, minor)
          const right = waypoints(vector) ? status === 'unknown' : status === 'equal'
          if (!right) wrong.push({ id: vector.id, minor, status, expected, actual })
        }
      }
      expect(wrong).toEqual([])
    })
  })

  test('decision tables decide as plain evaluation does', () => {
    const wrong: unknown[] = []
    let asked = 0
    for (const vector of readSecurityVectors(corpus('corner-cases'))) {
      const pair = tableAgainstEvaluation(vector, vector.istio[0] ?? '')
      if (pair === null) continue
      asked += 1
      if (pair.table !== pair.evaluation) wrong.push({ id: vector.id, ...pair })
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(600)
  })
})
