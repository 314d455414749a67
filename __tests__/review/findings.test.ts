import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../src/finding.ts'
import { partition } from '../../src/review/findings.ts'
import { findingOf } from '../gates/evidence.ts'

function at(file: string, line: number, fingerprint = 'f'): Finding {
  const place = { file, start: { line, column: 1 }, end: { line, column: 2 } }
  return { ...findingOf('error', fingerprint), at: place }
}

function places(findings: readonly Finding[]): string[] {
  return findings.map(finding => `${finding.at.file}:${finding.at.start.line}`)
}

describe('partition', () => {
  test('a moved line is the same finding', () => {
    const { introduced, resolved, remaining } = partition([at('a', 1)], [at('a', 9)])
    expect([places(introduced), places(resolved), places(remaining)]).toEqual([[], [], ['a:9']])
  })

  test('equal findings are counted', () => {
    const { introduced, remaining } = partition([at('a', 1)], [at('a', 1), at('a', 5)])
    expect([places(introduced), places(remaining)]).toEqual([['a:5'], ['a:1']])
    expect(places(partition([at('a', 1), at('a', 2)], [at('a', 2)]).resolved)).toEqual(['a:2'])
  })

  test('of equal ones the copy in a new file is the introduced one', () => {
    const { introduced } = partition([at('b', 1)], [at('a', 1), at('b', 1)])
    expect(places(introduced)).toEqual(['a:1'])
  })

  test('another mesh is another finding', () => {
    const { introduced, resolved } = partition([{ ...at('a', 1), mesh: 'prod' }], [at('a', 1)])
    expect([introduced.length, resolved.length]).toEqual([1, 1])
  })
})
