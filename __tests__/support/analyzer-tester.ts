import { describe, expect, test } from '@jest/globals'
import type { Analyzer, DataplaneView } from '../../src/analyzers/analyzer.ts'
import type { FindingDraft, Place, SourceRange } from '../../src/finding.ts'
import type { JsonMap } from '../../src/manifest/manifest.ts'
import { buildMesh, type Mesh } from '../../src/mesh/mesh.ts'
import { expectGolden } from './golden.ts'
import { manifestsFrom } from './side.ts'

/** A sentence about the example, and its YAML. */
export type Examples = Readonly<Record<string, string>>

export interface AnalyzerTest {
  /** Nothing is found in these. */
  readonly good: Examples
  /** What is found stands in the YAML: `#   ^^^^ message` under the offending value. */
  readonly bad: Examples
  readonly dataplane?: (mesh: Mesh) => DataplaneView
  /** What the mesh configuration says in every example. */
  readonly meshConfig?: JsonMap
}

/**
 * Tests an analyzer by examples that are also its documentation (`docs/analyzers/<id>.md`, a golden).
 * Good examples are realistic and minimal. Vary line and column, have one case with two findings, one with
 * the object in another namespace, and one whose answer depends on something that git does not hold.
 * `# istio: 1.20` on a line of an example sets the minor, `# complete` says that the example is the whole mesh, and
 * `# now: 2026-06-01T00:00:00Z` is the time by which it is judged.
 */
export function testAnalyzer(analyzer: Analyzer, { good, bad, ...rest }: AnalyzerTest): void {
  const kinds = new Set<string>()
  const run = (yaml: string) => findings(analyzer, yaml, kinds, rest)
  describe(analyzer.id, () => {
    for (const [sentence, yaml] of Object.entries(good)) {
      test(`good: ${sentence}`, () => {
        expect(drawn(yaml, run(yaml))).toBe(yaml)
      })
    }
    for (const [sentence, yaml] of Object.entries(bad)) {
      test(`bad: ${sentence}`, () => {
        const plain = withoutMarkers(yaml)
        expect(plain).not.toBe(yaml)
        expect(drawn(plain, run(plain))).toBe(yaml)
      })
    }
    test('page', () => {
      expectGolden(`docs/analyzers/${analyzer.id}.md`, page(analyzer, good, bad, kinds))
    })
  })
}

const marker = /^#\s*\^+ .*$/

function withoutMarkers(yaml: string): string {
  return yaml
    .split('\n')
    .filter(line => !marker.test(line))
    .join('\n')
}

function findings(
  analyzer: Analyzer,
  yaml: string,
  kinds: Set<string>,
  { dataplane, meshConfig }: Omit<AnalyzerTest, 'good' | 'bad'>
): readonly FindingDraft[] {
  const minor = /^# istio: (1\.\d+)$/m.exec(yaml)?.[1]
  const manifests = manifestsFrom(yaml)
  const mesh = buildMesh({
    side: 'head',
    manifests,
    complete: /^# complete$/m.test(yaml),
    ...(meshConfig !== undefined && { meshConfig }),
    ...(minor !== undefined && { istio: { minor, why: 'the example' } })
  })
  const now = /^# now: (\S+)$/m.exec(yaml)?.[1]
  return analyzer.analyze(observed(mesh, kinds), dataplane?.(mesh) ?? noDataplane, now)
}

const noDataplane: DataplaneView = {
  proxies: [],
  config() {
    throw new Error('this test has no dataplane')
  },
  table: () => undefined
}

/** Notes which kinds an analyzer asks for. */
function observed(mesh: Mesh, kinds: Set<string>): Mesh {
  return new Proxy(mesh, {
    get(target, property, receiver) {
      if (property === 'of') {
        return (kind: string, group?: string) => {
          kinds.add(kind)
          return target.of(kind, group)
        }
      }
      if (property === 'workloads') kinds.add('workloads')
      if (property === 'registry') for (const kind of ['Service', 'ServiceEntry']) kinds.add(kind)
      return Reflect.get(target, property, receiver)
    }
  })
}

/** The text with a marker line under each finding, in the order of lines, columns and messages. */
export function drawn(yaml: string, found: readonly FindingDraft[]): string {
  const byLine = new Map<number, { column: number; text: string }[]>()
  const lines = yaml.split('\n')
  for (const finding of found) {
    const { start, end } = rangeOf(finding.at)
    const last = end.line === start.line ? end.column : (lines[start.line - 1] ?? '').length + 1
    const indent = '#'.padEnd(start.column - 1)
    const text = `${indent}${'^'.repeat(Math.max(1, last - start.column))} ${finding.message}`
    byLine.set(start.line, [...(byLine.get(start.line) ?? []), { column: start.column, text }])
  }
  return lines
    .flatMap((line, index) => [
      line,
      ...(byLine.get(index + 1) ?? [])
        .sort((a, b) => a.column - b.column || (a.text < b.text ? -1 : 1))
        .map(({ text }) => text)
    ])
    .join('\n')
}

function rangeOf(at: Place | SourceRange): SourceRange {
  return 'manifest' in at ? at.manifest.locate(at.path, at.part) : at
}

function page(analyzer: Analyzer, good: Examples, bad: Examples, kinds: Set<string>): string {
  const facts = [
    `Severity: **${analyzer.severity}**`,
    analyzer.sources.length > 0 ? `also known as ${analyzer.sources.join(', ')}` : '',
    analyzer.since === undefined ? '' : `since Istio ${analyzer.since}`,
    kinds.size > 0 ? `looks at ${[...kinds].sort().join(', ')}` : ''
  ].filter(fact => fact !== '')
  const sections = [
    `# ${analyzer.id}`,
    analyzer.summary,
    `${facts.join(' · ')}.`,
    `## Why\n\n${analyzer.why}`,
    `## What to do\n\n${analyzer.fix}`,
    `## Found\n\n${examples(bad)}`,
    `## Not found\n\n${examples(good)}`
  ]
  return `<!-- Derived by the analyzer's test (\`-u\` writes it). -->\n${sections.join('\n\n')}\n`
}

function examples(all: Examples): string {
  const blocks: string[] = []
  for (const [sentence, yaml] of Object.entries(all)) {
    blocks.push(
      `${sentence[0]?.toUpperCase()}${sentence.slice(1)}:\n\n\`\`\`yaml\n${yaml.trim()}\n\`\`\``
    )
  }
  return blocks.join('\n\n')
}
