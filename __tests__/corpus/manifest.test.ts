import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { readPlain, readTree } from '../../src/manifest/document.ts'
import type { Json, SourceFile } from '../../src/manifest/manifest.ts'
import { readManifests } from '../../src/manifest/read.ts'
import { SourceText } from '../../src/manifest/source.ts'
import { contentStart, splitDocuments } from '../../src/manifest/split.ts'
import { decode } from '../../src/manifest/text.ts'
import { corpus, describeCorpus, yamlFiles } from '../support/corpus.ts'

jest.setTimeout(120_000)

const options = { defaultNamespace: 'default' }

function filesOf(folder: string): SourceFile[] {
  const root = corpus(folder)
  return yamlFiles(root).map(path => ({
    path: relative(root, path),
    bytes: readFileSync(path),
    side: 'head'
  }))
}

/** The documents of a folder that differ from each other. */
function* documents(
  folder: string
): Generator<{ path: string; source: SourceText; slice: { start: number; end: number } }> {
  const seen = new Set<string>()
  for (const { path, bytes } of filesOf(folder)) {
    const decoded = decode(bytes)
    if ('refused' in decoded) continue
    const source = new SourceText(decoded.text)
    for (const slice of splitDocuments(decoded.text, 100_000)) {
      const text = decoded.text.slice(slice.start, slice.end)
      if (contentStart(decoded.text, slice) < 0 || seen.has(text)) continue
      seen.add(text)
      yield { path, source, slice }
    }
  }
}

function same(value: Json | undefined): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

/** Documents that Kubernetes reads and the yaml library does not: brackets less indented than it asks for. */
const plainOnly = new Set([
  'pairs/21/base/kustomize/default/istio-config.gen.yaml',
  'validate/crds/serviceentry-valid.yaml'
])

describeCorpus('the corpus', () => {
  test.each(['analyze', 'samples', 'pairs', 'validate', 'crds'])(
    '%s: no crash, and every manifest has its places',
    folder => {
      const files = filesOf(folder)
      const reading = readManifests(files, options)
      expect(reading.filesRead).toBeGreaterThan(0)
      for (const manifest of reading.manifests) {
        const { start, end } = manifest.locate(['metadata', 'name'])
        expect(start.line).toBeGreaterThan(0)
        expect(end.line * 1e6 + end.column).toBeGreaterThan(start.line * 1e6 + start.column)
      }
      const findings = new Map<string, number>()
      for (const { id } of reading.findings) findings.set(id, (findings.get(id) ?? 0) + 1)
      const reasons = new Map<string, number>()
      for (const { reason } of reading.skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
      process.stdout.write(
        `${folder}: ${files.length} files, ${reading.manifests.length} manifests, findings ${describe(findings)}, skipped ${describe(reasons)}\n`
      )
    }
  )

  test('all of the analyzers’ inputs are read without a finding', () => {
    const reading = readManifests(filesOf('analyze'), options)
    expect(reading.filesRead).toBe(114)
    expect(reading.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('the plain reader says what the yaml library says', () => {
    const counts = { documents: 0, plain: 0 }
    for (const folder of ['analyze', 'samples', 'pairs', 'validate', 'crds']) {
      for (const { path, source, slice } of documents(folder)) {
        counts.documents++
        const plain = readPlain(source, slice)
        if (plain === undefined) continue
        counts.plain++
        const tree = readTree(source, slice).value
        if (tree === undefined) expect(plainOnly).toContain(`${folder}/${path}`)
        else expect(same(plain)).toEqual(same(tree))
      }
    }
    process.stdout.write(`plain reader: ${counts.plain} of ${counts.documents} documents\n`)
    expect(counts.plain / counts.documents).toBeGreaterThan(0.95)
  })
})

function describe(counts: ReadonlyMap<string, number>): string {
  const entries = [...counts].map(([name, count]) => `${name} ${count}`)
  return entries.length === 0 ? 'none' : entries.join(', ')
}
