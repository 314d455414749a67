import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { JsonMap } from '../../src/manifest/manifest.ts'
import { features } from '../../src/mesh/features.ts'
import { validateManifest } from '../../src/validation/validate.ts'
import { manifestOf } from '../support/validation.ts'

interface Example {
  readonly minor: string
  readonly object: JsonMap
  readonly refused: boolean
  readonly found: readonly string[]
}

// Written by conformance/validation, where Istio's own validator was asked.
const examples: readonly Example[] = JSON.parse(
  readFileSync('conformance/validation/examples.json', 'utf8')
)

describe('an example of each finding, recorded with the answer of Istio', () => {
  test.each(examples.map((one, index) => [index, one.object.kind, one] as const))(
    '%i %s',
    (_, __, { minor, object, refused, found }) => {
      const findings = validateManifest(manifestOf(object), { features: features(minor) })
      const said = findings.filter(
        ({ severity, sources }) => severity === 'error' && sources.length > 0
      )
      expect(said.length > 0).toBe(refused)
      expect(
        findings.map(({ id, at }) => `${id} ${'path' in at ? at.path.join('.') : ''}`)
      ).toEqual(found)
      for (const { message, params } of findings) {
        expect(message).toMatch(/^[A-Z{"a-z].*\.$/s)
        expect(message).not.toMatch(/\{[a-zA-Z]+\}/)
        // A fact holds no position, so that a fingerprint survives a moved item.
        expect(params.field).not.toMatch(/\[\d+\]/)
      }
    }
  )

  test('they are many, of every kind', () => {
    expect(examples.length).toBeGreaterThan(450)
    expect(new Set(examples.map(({ object }) => object.kind)).size).toBe(15)
  })
})
