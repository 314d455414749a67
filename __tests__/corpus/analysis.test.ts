import { expect, test } from '@jest/globals'
import { describeCorpus } from '../support/corpus.ts'
import { answer, expectation, type IstioCase, istioCases } from '../support/istio-cases.ts'

interface Exception {
  readonly why: string
  /** What istioctl says and we do not. */
  readonly missing: readonly string[]
}

/** Cases on which we differ on purpose, by exactly this. One that agrees again fails: it has to go from here. */
const EXCEPTIONS: Readonly<Record<string, Exception>> = {}

describeCorpus('the test tables of the analyzers of Istio', () => {
  const cases = istioCases()

  test('are all there', () => {
    expect(cases).toHaveLength(105)
    expect(Object.keys(EXCEPTIONS).length).toBeLessThanOrEqual(2)
  })

  test.each(cases.map(one => [`${one.id} ${one.analyzer.name} ${one.name}`, one] as const))(
    '%s',
    (_, one: IstioCase) => {
      const missing = EXCEPTIONS[one.id]?.missing ?? []
      expect([...answer(one), ...missing].sort()).toEqual(expectation(one))
    }
  )
})
