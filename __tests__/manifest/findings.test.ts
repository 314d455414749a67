import { expect, test } from '@jest/globals'
import { type ManifestFindingId, manifestFindings } from '../../src/manifest/findings.ts'
import { read, virtualService } from './reading.ts'

const service = 'apiVersion: v1\nkind: Service\n'
const long = Array.from(
  { length: 12 },
  (_, i) => `  a${i}: &a${i} [${`*a${i - 1}, `.repeat(i === 0 ? 0 : 9)}x]\n`
)

/** A document that has it, for each. */
const examples: Record<ManifestFindingId, string> = {
  'manifest/alias-bomb': virtualService + long.join(''),
  'manifest/ambiguous-character': `${virtualService}  a: b\u0085\n`,
  'manifest/cyclic-anchor': `${virtualService}  a: &a [*a]\n`,
  'manifest/duplicate-key': `${virtualService}  hosts: [b]\n`,
  'manifest/invalid-anchor': `${virtualService}  a: &a.b 1\n`,
  'manifest/invalid-annotations': `${service}metadata: {name: a, annotations: {b: 1}}\n`,
  'manifest/invalid-api-version': 'apiVersion: 1\nkind: Service\nmetadata: {name: a}\n',
  'manifest/invalid-encoding': `${virtualService}# \ufffd\n`,
  'manifest/invalid-key': `${virtualService}  ? [a]\n  : b\n`,
  'manifest/invalid-kind': 'apiVersion: v1\nkind: [Service]\nmetadata: {name: a}\n',
  'manifest/invalid-labels': `${service}metadata: {name: a, labels: {b: {}}}\n`,
  'manifest/invalid-merge': `${virtualService}  <<: 1\n`,
  'manifest/invalid-metadata': `${service}metadata: a\n`,
  'manifest/invalid-name': `${service}metadata: {name: 0777}\n`,
  'manifest/invalid-namespace': `${service}metadata: {name: a, namespace: yes}\n`,
  'manifest/invalid-scalar': `${virtualService}  a: .inf\n`,
  'manifest/invalid-suppression': `${virtualService}# meshproof: ignore this\n`,
  'manifest/invalid-yaml': `${virtualService}  a: [\n`,
  'manifest/missing-api-version': 'kind: Service\nmetadata: {name: a}\n',
  'manifest/missing-kind': 'apiVersion: v1\nmetadata: {name: a}\n',
  'manifest/missing-name': `${service}metadata: {labels: {a: b}}\n`,
  'manifest/too-deep': `${virtualService}  a: ${'['.repeat(200)}\n`,
  'manifest/too-large': `${virtualService}# ${'x'.repeat(2000)}\n`,
  'manifest/too-many-documents': `${virtualService}---\n`.repeat(4),
  'manifest/unknown-anchor': `${virtualService}  a: *b\n`,
  'manifest/unsupported-version': `%YAML 1.2\n---\n${virtualService}`
}

test.each(Object.entries(examples))('%s', (id, text) => {
  const { findings } = read(text, { maxFileBytes: 2000, maxDocuments: 3 })
  expect(findings.map(finding => finding.id)).toEqual([id])
  const [finding] = findings
  if (finding === undefined || 'manifest' in finding.at)
    throw new Error('places of the reader are ranges')
  // What and why, then what to do; in sentences.
  expect(finding.message).toMatch(/^.+[.:] ?.*[^.]\.$/)
  expect(finding.params.file).toBe('a.yaml')
  const { start, end } = finding.at
  expect(end.line > start.line || end.column > start.column).toBe(true)
  expect(manifestFindings).toHaveProperty([id])
})
