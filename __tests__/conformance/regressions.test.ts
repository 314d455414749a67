import { expect, test } from '@jest/globals'
import { compareWorld, describeMismatch } from '../../conformance/compare/compare.ts'
import { readRegression, regressionFiles } from '../../conformance/record/store.ts'

/** Worlds in which the engine was once wrong. Each holds Istio's answer; see conformance/README.md. */
const regressions = regressionFiles().map(readRegression)

test.each(regressions.map(each => [each.name, each] as const))('%s', (_, regression) => {
  const { mismatches } = compareWorld(regression.world, regression.istio, regression.answer)
  expect(mismatches.map(describeMismatch)).toEqual([])
})
