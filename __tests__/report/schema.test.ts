import { describe, expect, test } from '@jest/globals'
import { json } from '../../src/report/json.ts'
import { hostile } from '../support/hostile-report.ts'
import { reportProblems } from '../support/report-schema.ts'
import { empty, proven, typical } from '../support/reports.ts'

describe('schemas/report.schema.json', () => {
  test.each([
    ['empty', empty],
    ['typical', typical],
    ['proven', proven],
    ['hostile', hostile]
  ])('holds for the %s report, as written', (_, report) => {
    expect(reportProblems(report)).toEqual([])
    expect(reportProblems(JSON.parse(json.render(report, { color: false, budget: 0 })))).toEqual([])
  })

  test('refuses an unknown field, a missing one and a wrong one', () => {
    expect(reportProblems({ ...empty, extra: 1 })).toHaveLength(1)
    expect(reportProblems({ ...empty, plan: undefined })).toHaveLength(1)
    const wrong = { ...typical, effects: [{ ...typical.effects[0], kind: 'moved' }] }
    expect(reportProblems(wrong)).toHaveLength(1)
  })
})
