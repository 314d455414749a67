import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { html } from '../../src/report/html.ts'
import { style, styleHash } from '../../src/report/html-style.ts'
import { junit } from '../../src/report/junit.ts'
import type { Report } from '../../src/report/report.ts'
import { sarif } from '../../src/report/sarif.ts'
import { text } from '../../src/report/text.ts'
import { hostile } from '../support/hostile-report.ts'
import { empty, finding, typical } from '../support/reports.ts'

const options = { color: false, budget: 0 }

interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly baselineState?: string
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } }
  }[]
}

function sarifRun(report: Report) {
  const log: {
    runs: {
      tool: { driver: { rules: { id: string }[] } }
      invocations: { executionSuccessful: boolean; toolExecutionNotifications: unknown[] }[]
      results: SarifResult[]
    }[]
  } = JSON.parse(sarif.render(report, options))
  const [run] = log.runs
  if (run === undefined) throw new Error('no run')
  return run
}

describe('sarif', () => {
  test('lists effects, findings of head and unknowns, most severe first; resolved ones are left out', () => {
    const { results, tool } = sarifRun(typical)
    expect(
      results.map(({ ruleId, level, baselineState }) => [ruleId, level, baselineState])
    ).toEqual([
      ['effect/traffic-lost', 'error', undefined],
      ['effect/rerouted', 'warning', undefined],
      ['virtual-service/unknown-subset', 'warning', 'new'],
      ['virtual-service/unknown-subset', 'warning', 'unchanged'],
      ['unknown/opaque', 'note', undefined]
    ])
    for (const { ruleId, ruleIndex } of results)
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  })

  test('names the page of each finding where it is known where pages are', () => {
    const pages = 'https://example.com/blob/v1/'
    const rules = (more: object) => {
      const { runs } = JSON.parse(sarif.render(typical, { ...options, ...more }))
      return runs[0].tool.driver.rules.map(({ helpUri }: { helpUri?: string }) => helpUri)
    }
    const page = `${pages}docs/analyzers/virtual-service/unknown-subset.md`
    expect(rules({ pages }).filter((uri?: string) => uri !== undefined)).toEqual([page])
    expect(rules({}).filter((uri?: string) => uri !== undefined)).toEqual([])
  })

  test('anchors an effect at the line of head that causes it', () => {
    const base = typical.effects[0]?.causes.find(cause => cause.side === 'base')
    expect(base).toBeDefined()
    const [effect] = typical.effects
    if (effect === undefined) throw new Error('no effect')
    const reversed = { ...typical, effects: [{ ...effect, causes: [...effect.causes].reverse() }] }
    const json = sarif.render(reversed, options)
    expect(json.indexOf('"startLine": 14')).toBeLessThan(json.indexOf('"startLine": 22'))
  })

  test('tells equal findings apart and caps the results, saying so', () => {
    const many = Array.from({ length: 6000 }, () => finding)
    const run = sarifRun({
      ...typical,
      effects: [],
      findings: { introduced: many, resolved: [], remaining: [] }
    })
    expect(run.results).toHaveLength(5000)
    expect(new Set(run.results.map(one => one.partialFingerprints['meshproof/v1'])).size).toBe(5000)
    expect(run.invocations[0]?.toolExecutionNotifications).toHaveLength(1)
  })

  test('writes paths as relative references', () => {
    const file = 'a b/#c:d?/é\ud800.yaml'
    const odd = { ...finding, at: { ...finding.at, file } }
    const run = sarifRun({ ...empty, findings: { introduced: [odd], resolved: [], remaining: [] } })
    expect(run.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      'a%20b/%23c%3Ad%3F/%C3%A9%EF%BF%BD.yaml'
    )
  })

  test('a failed run is not a successful one', () => {
    const failed = { ...typical, verdict: { ...typical.verdict, outcome: 'error' as const } }
    expect(sarifRun(failed).invocations[0]?.executionSuccessful).toBe(false)
    expect(sarifRun(typical).invocations[0]?.executionSuccessful).toBe(true)
  })
})

describe('html', () => {
  test('allows its own style sheet by hash and nothing else', () => {
    const hash = createHash('sha256').update(style).digest('base64')
    expect(styleHash).toBe(`sha256-${hash}`)
    const page = html.render(typical, options)
    expect(page).toContain(
      `content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'"`
    )
    expect(page).toContain(`<style>${style}</style>`)
  })

  test('holds only elements of its own, balanced, whatever the report says', () => {
    for (const report of [empty, typical, hostile]) {
      const page = html.render(report, {
        ...options,
        links: { base: 'https://github.example.com/b/', head: 'https://github.example.com/h/' }
      })
      const body = page.replace(`<style>${style}</style>`, '')
      const open: string[] = []
      for (const [, slash = '', name = '', rest = ''] of body.matchAll(
        /<(\/?)([a-z0-9!]+)([^>]*)>/g
      )) {
        expect(name).toMatch(
          /^(?:!doctype|html|head|meta|title|body|h[123]|section|article|ul|li|p|dl|dt|dd|code|strong|span|a|footer)$/
        )
        if (name !== 'meta')
          expect(rest).toMatch(/^(?: (?:href|class|lang|charset)="[^"]*"| html)?$/)
        if (name === 'a' && slash === '')
          expect(rest).toMatch(/^ href="https:\/\/github\.example\.com\/[bh]\/[^"]*"$/)
        if (/^(?:!doctype|meta)$/.test(name)) continue
        if (slash === '') open.push(name)
        else expect(open.pop()).toBe(name)
      }
      expect(open).toEqual([])
    }
  })
})

describe('junit', () => {
  test('counts what it lists', () => {
    const xml = junit.render(
      { ...hostile, verdict: { ...hostile.verdict, outcome: 'error' } },
      options
    )
    const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0
    const [, tests, failures, errors] =
      /<testsuites name="meshproof" tests="(\d+)" failures="(\d+)" errors="(\d+)">/.exec(xml) ?? []
    expect(count(/<testcase /g)).toBe(Number(tests))
    expect(count(/<failure /g)).toBe(Number(failures))
    expect(count(/<error /g)).toBe(Number(errors))
    expect(Number(errors)).toBe(1)
  })

  test('holds no character that XML forbids', () => {
    expect(junit.render(hostile, options)).not.toMatch(
      /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
    )
  })
})

describe('text', () => {
  test('is coloured only where it is asked for', () => {
    const control = String.fromCharCode(27)
    expect(text.render(hostile, options)).not.toContain(control)
    const coloured = text.render(typical, { ...options, color: true })
    expect(coloured.replaceAll(new RegExp(`${control}\\[\\d+m`, 'g'), '')).toBe(
      text.render(typical, options)
    )
    expect(coloured).toContain(`${control}[31m`)
  })
})
