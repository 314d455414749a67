import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import type { Side } from '../../src/finding.ts'
import type { SideFiles } from '../../src/manifest/manifest.ts'
import type { Report } from '../../src/report/report.ts'
import { corpus, describeCorpus } from '../support/corpus.ts'
import { diffOf } from '../support/reviewed.ts'
import { type SpecChange, specChanges } from '../support/spec-changes.ts'
import { effective } from '../support/text-only-pairs.ts'

interface Pair {
  readonly id: string
  readonly class: 'text-only' | 'spec-changed' | 'added-removed' | 'context-changed'
}

const folder = corpus('pairs')
const pairs: readonly Pair[] = existsSync(join(folder, 'pairs.json'))
  ? JSON.parse(readFileSync(join(folder, 'pairs.json'), 'utf8'))
  : []

function sideOf(path: string, side: Side): SideFiles {
  const files: { path: string; bytes: Uint8Array; side: Side }[] = []
  const visit = (at: string): void => {
    if (!existsSync(at)) return
    for (const name of readdirSync(at).sort()) {
      const file = join(at, name)
      if (statSync(file).isDirectory()) visit(file)
      else
        files.push({ path: relative(path, file), bytes: new Uint8Array(readFileSync(file)), side })
    }
  }
  visit(path)
  return { name: side, files, skipped: [] }
}

const lines: string[] = []
const changes: SpecChange[] = []

function counted(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => `${value} ${count}`).join(', ') || '-'
}

function note({ id, class: kind }: Pair, report: Report, own: readonly SpecChange[]): void {
  lines.push(
    [
      id,
      kind.padEnd(15),
      report.verdict.outcome.padEnd(5),
      `effects: ${counted(report.effects.map(effect => effect.kind))}`,
      `unknown: ${counted(report.unknown.map(one => one.reason))}`,
      `spec changes: ${counted(own.map(worded))}`
    ].join('  ')
  )
}

/** `unknown opaque`, `inert`, `effect`. */
function worded({ verdict, why }: SpecChange): string {
  return verdict === 'unknown' ? `unknown ${why}` : verdict
}

function share(all: readonly SpecChange[]): number {
  return all.filter(({ verdict }) => verdict === 'unknown').length / all.length
}

function shareLine(name: string, all: readonly SpecChange[]): string {
  const percent = (100 * share(all)).toFixed(1)
  return `${name}: ${all.length}, unknown ${percent} % (${counted(all.map(worded).sort())})`
}

describeCorpus('changes that people made', () => {
  test.each(pairs.map(pair => [pair.id, pair] as const))('pair %s', (id, pair) => {
    const path = join(folder, id)
    const base = sideOf(join(path, 'base'), 'base')
    const head = sideOf(join(path, 'head'), 'head')
    const report = diffOf({}, {}, { base, head })
    const own = specChanges(base, head, report)
    changes.push(...own)
    note(pair, report, own)
    expect(report.verdict.outcome).not.toBe('error')
    expect(
      report.unknown.filter(({ reason }) => reason === 'internal' || reason === 'witness')
    ).toEqual([])
    // What proxies report of requests is shown by no request.
    const shown = report.effects.filter(effect => effect.domain !== 'observability')
    for (const effect of shown) expect(effect.witness).not.toBeNull()
    if (pair.class === 'text-only') {
      const kinds = report.effects.map(effect => effect.kind)
      if (effective[id] === undefined) expect(kinds).toEqual([])
      else expect(kinds.length).toBeGreaterThan(0)
    }
  })

  test('there are 66', () => {
    expect(pairs.length).toBe(66)
  })

  test('at most one in ten of the spec changes is unknown, the Gateway API aside', () => {
    const compiled = changes.filter(({ isGatewayApi }) => !isGatewayApi)
    expect(compiled.length).toBeGreaterThan(200)
    expect(share(compiled)).toBeLessThanOrEqual(0.1)
  })

  afterAll(() => {
    lines.push(shareLine('spec changes', changes))
    lines.push(
      shareLine(
        'spec changes without the Gateway API',
        changes.filter(({ isGatewayApi }) => !isGatewayApi)
      )
    )
    // The table is for people: what became of each pair, and why.
    process.stdout.write(`${lines.sort().join('\n')}\n`)
  })
})
