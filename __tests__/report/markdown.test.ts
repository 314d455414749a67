import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bytes } from '../../src/report/blocks.ts'
import { markdown } from '../../src/report/markdown.ts'
import type { Report } from '../../src/report/report.ts'
import { attack, hostile, payloads } from '../support/hostile-report.ts'
import { scanMarkdown } from '../support/markdown-scan.ts'
import { empty, proven, typical } from '../support/reports.ts'

const links = {
  base: 'https://github.example.com/shop/mesh/blob/1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d/',
  head: 'https://github.example.com/shop/mesh/blob/4f1c2ab0000000000000000000000000000000aa/'
}

const reports = { typical, proven, empty }

const render = (report: Report, budget = 60_000) =>
  markdown.render(report, { color: false, budget, links })

/** Nothing outside of code may be a mention, a number that links, an address, HTML, an escape or a marker. */
const DANGEROUS =
  /[<>@\\&$~^!]|#\d|\[(?!◌)|\]\(|https?:|www\.\S|--|==|GH-|\b[0-9a-fA-F]{7,}\b|:[a-z_]+:/

function expectSafe(text: string, budget: number): void {
  expect(bytes(text)).toBeLessThanOrEqual(budget)
  expect(Buffer.byteLength(text)).toBe(bytes(text))
  const { prose, faults, headings } = scanMarkdown(text)
  expect(faults).toEqual([])
  expect(headings).toHaveLength(1)
  expect(text.startsWith('### ')).toBe(true)
  expect(text).not.toContain('<!--')
  for (const line of prose) {
    if (/^(?:---|\s*)$/.test(line)) continue
    expect(line.replace(/^ *- /, '')).not.toMatch(DANGEROUS)
  }
}

describe('any report', () => {
  const piece = fc.oneof(
    fc.constantFrom(...payloads),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '`',
          '|',
          '\\',
          '<',
          '>',
          '@',
          '#',
          '1',
          ' ',
          '\n',
          '*',
          '_',
          '[',
          ']',
          '(',
          ')',
          '!',
          '-',
          '"',
          'a',
          ':',
          '//',
          'www.'
        ),
        { maxLength: 30 }
      )
      .map(parts => parts.join(''))
  )
  const samples = fc.constantFrom<keyof typeof reports>('typical', 'proven', 'empty')

  test('fits its budget, is well-formed and lets nothing out of code', () => {
    fc.assert(
      fc.property(
        samples,
        fc.array(piece, { minLength: 1, maxLength: 24 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 12_000, max: 70_000 }),
        (name, pieces, repeat, budget) => {
          expectSafe(render(attack(reports[name], repeat, pieces), budget), budget)
        }
      ),
      { numRuns: 150 }
    )
  })

  test('stays within the budget when every list is long, and says how much is missing', () => {
    for (const budget of [12_000, 30_000, 60_000, 1_048_576]) {
      const text = render(hostile, budget)
      expectSafe(text, budget)
      expect(text.length).toBeGreaterThan(budget / 2)
    }
    expect(render(hostile)).toMatch(/\*\*\d+ more effects\*\* in the job summary/)
  })

  test('survives one name of a megabyte', () => {
    const long = 'x'.repeat(1_000_000)
    expectSafe(render(attack(typical, 2, [long])), 60_000)
  })
})

describe('the samples', () => {
  test('a typical report is complete within the budget', () => {
    const text = render(typical)
    expectSafe(text, 60_000)
    expect(text).not.toContain('job summary')
    expect(render(typical, 0)).toBe(text)
  })

  test('lists effects by risk, not as they came', () => {
    const text = render({ ...typical, effects: [...typical.effects].reverse() })
    expect(text).toBe(render(typical))
    expect(text.indexOf('Traffic lost')).toBeLessThan(text.indexOf('Rerouted'))
  })

  test('names the mesh of an effect only where there are several', () => {
    expect(render(typical)).not.toContain('(mesh ')
    const two = [...typical.meshes, ...typical.meshes.map(mesh => ({ ...mesh, name: 'test' }))]
    expect(render({ ...typical, meshes: two })).toContain('(mesh `default`)')
  })

  test('links the full report where there is one', () => {
    const text = markdown.render(typical, {
      color: false,
      budget: 60_000,
      fullReport: 'https://github.example.com/shop/mesh/actions/runs/1'
    })
    expect(text).toContain('[full report](https://github.example.com/shop/mesh/actions/runs/1)')
    expect(text).toContain('`shop/vs.yaml:14` moved above line 22')
  })
})
