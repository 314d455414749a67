import { describe, expect, test } from '@jest/globals'
import { diffOf } from '../../conformance/mutants/engine.ts'
import { isNeutral } from '../../conformance/mutants/kinds.ts'
import { readMutantRecording } from '../../conformance/mutants/store.ts'
import { type Asked, verdictOf } from '../../conformance/mutants/verdict.ts'

const { istio, pairs } = readMutantRecording()

describe('edits, as Istio answered on both sides', () => {
  test('of many kinds, some of them neutral', () => {
    const kinds = new Set(pairs.map(({ kind }) => kind))
    expect(kinds.size).toBeGreaterThanOrEqual(20)
    expect([...kinds].filter(isNeutral).length).toBeGreaterThanOrEqual(5)
  })

  test.each(pairs.map((pair, place) => [`${place} ${pair.kind}`, pair] as const))(
    '%s',
    (_, { kind, meshConfig, base, head, asked }) => {
      const report = diffOf({ base, head }, meshConfig, istio)
      const answered = new Map(asked.map(each => [JSON.stringify(each.request), each]))
      const witnesses = new Map<number, Asked>()
      for (const [place, { witness }] of report.effects.entries()) {
        // Another witness than the recorded one is as good; nobody answered it here.
        const found = answered.get(JSON.stringify(witness?.request))
        if (found !== undefined) witnesses.set(place, found)
      }
      const { missed, contradicted } = verdictOf(report, asked, witnesses)
      expect({ missed, contradicted }).toEqual({ missed: [], contradicted: [] })
      if (isNeutral(kind)) expect([...report.effects, ...report.unknown]).toEqual([])
    }
  )
})
