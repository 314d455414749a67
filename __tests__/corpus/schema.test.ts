import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { FindingDraft } from '../../src/finding.ts'
import type { Manifest, SourceFile } from '../../src/manifest/manifest.ts'
import { readManifests } from '../../src/manifest/read.ts'
import { validateExpressions } from '../../src/schema/cel.ts'
import type { Schemas } from '../../src/schema/schemas.ts'
import { validateSchema } from '../../src/schema/validate.ts'
import { corpus, describeCorpus, yamlFiles } from '../support/corpus.ts'
import { schemasOf, store } from '../support/schema.ts'

/** Fixtures that the newest minor cannot agree on, and what they need. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'reqauth-valid.yaml full': 'field jwtRules.presence, which comes after 1.31'
}

interface Fixture {
  readonly file: string
  readonly manifest: Manifest
  /** The text that the API server's error contains; `undefined` where it accepts. */
  readonly refusal: string | undefined
}

describeCorpus('the CRD fixtures of Istio', () => {
  const fixtures = readFixtures()
  const schemas = schemasOf({ istio: '1.31' })

  test('are all read', () => {
    expect(fixtures).toHaveLength(112)
    expect(fixtures.filter(({ refusal }) => refusal !== undefined)).toHaveLength(77)
  })

  test('are accepted and refused as the API server does', () => {
    const different: string[] = []
    for (const { file, manifest, refusal } of fixtures) {
      if (isRefused(manifest, schemas) === (refusal !== undefined)) continue
      different.push(`${file} ${manifest.ref.name}`)
    }
    expect(different).toEqual(Object.keys(EXCEPTIONS))
  })

  test('are refused by the rule whose message they name', () => {
    const messages = new Set(
      store
        .load('1.31')
        .nodes.flatMap(node => node.validations?.map(({ message }) => message) ?? [])
    )
    let named = 0
    for (const { manifest, refusal } of fixtures) {
      const message = [...messages].find(text => text !== undefined && refusal?.includes(text))
      if (message === undefined) continue
      named += 1
      expect(
        validateExpressions(manifest, schemas).findings.map(finding => finding.params.rule)
      ).toContain(message)
    }
    expect(named).toBeGreaterThan(25)
  })
})

describeCorpus('the tables', () => {
  test('are what the script makes of the CRDs, byte for byte', () => {
    const root = mkdtempSync(join(tmpdir(), 'schemas-'))
    try {
      const options = ['--istio', corpus('crds'), '--root', root, '--only', 'istio']
      execFileSync(process.execPath, ['scripts/schemas.ts', ...options])
      for (const minor of store.minors()) {
        const path = join('schemas', 'istio', `${minor}.json`)
        expect(readFileSync(join(root, path), 'utf8')).toBe(readFileSync(path, 'utf8'))
      }
    } finally {
      rmSync(root, { recursive: true })
    }
  })

  test('name the CRDs that they were made of by their digest', () => {
    const { files } = JSON.parse(readFileSync('schemas/sources.json', 'utf8')) as {
      files: { file: string; inputs: { sha256: string }[] }[]
    }
    for (const minor of store.minors()) {
      const bytes = readFileSync(join(corpus('crds'), `istio-${minor}.yaml`))
      const source = files.find(({ file }) => file === `istio/${minor}.json`)
      expect(source?.inputs).toEqual([
        expect.objectContaining({ sha256: createHash('sha256').update(bytes).digest('hex') })
      ])
    }
  })
})

describeCorpus('the samples of Istio', () => {
  const { manifests } = read(yamlFiles(corpus('samples')))

  test('are valid in the newest minor', () => {
    expect(manifests.length).toBeGreaterThan(200)
    const schemas = schemasOf({ istio: '1.31' })
    const errors = manifests.flatMap(manifest => errorsOf(manifest, schemas))
    expect(errors.map(({ message }) => message)).toEqual([])
  })
})

describeCorpus.each(store.minors())('every manifest of the corpus, by Istio %s', istio => {
  const newest = istio === store.minors().at(-1)
  const { manifests } = read([
    ...yamlFiles(corpus('samples')),
    ...yamlFiles(corpus('analyze')),
    ...(newest ? yamlFiles(corpus('pairs')) : [])
  ])

  test('is judged without a failure, each finding at a place in its file', () => {
    const schemas = schemasOf({ istio })
    let found = 0
    for (const manifest of manifests) {
      const { findings, unknown } = validateExpressions(manifest, schemas)
      expect(unknown).toEqual([])
      for (const finding of [...validateSchema(manifest, schemas), ...findings]) {
        found += 1
        if (!('manifest' in finding.at)) throw new Error('a finding without a manifest')
        const { start, end } = manifest.locate(finding.at.path, finding.at.part)
        expect(start.line).toBeGreaterThan(0)
        expect(end.line - start.line || end.column - start.column).toBeGreaterThan(0)
      }
    }
    expect(found).toBeGreaterThan(5)
  })
})

function errorsOf(manifest: Manifest, schemas: Schemas): FindingDraft[] {
  const { findings, unknown } = validateExpressions(manifest, schemas)
  expect(unknown).toEqual([])
  const all = [...validateSchema(manifest, schemas), ...findings]
  return all.filter(({ severity }) => severity === 'error')
}

/** The fixtures' names are not what they are about, and some are no names. */
function isRefused(manifest: Manifest, schemas: Schemas): boolean {
  return errorsOf(manifest, schemas).some(({ params }) => params.field !== 'metadata.name')
}

function readFixtures(): Fixture[] {
  const fixtures: Fixture[] = []
  const folder = join(corpus('validate'), 'crds')
  for (const file of readdirSync(folder).sort()) {
    for (const document of readFileSync(join(folder, file), 'utf8').split(/^---.*$/m)) {
      const refusal = /^_err: *(.*)$/m.exec(document)?.[1]
      const bytes = new TextEncoder().encode(document.replace(/^_err:.*$/m, ''))
      const { manifests } = readManifests([{ path: file, bytes, side: 'head' }], {
        defaultNamespace: 'default'
      })
      for (const manifest of manifests) fixtures.push({ file, manifest, refusal })
    }
  }
  return fixtures
}

function read(paths: readonly string[]): { readonly manifests: readonly Manifest[] } {
  const files: SourceFile[] = paths.map(path => ({ path, bytes: readFileSync(path), side: 'head' }))
  return readManifests(files, { defaultNamespace: 'default' })
}
