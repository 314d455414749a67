import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { FieldPath, FindingDraft } from '../../src/finding.ts'
import type { Json, JsonMap } from '../../src/manifest/manifest.ts'
import { features } from '../../src/mesh/features.ts'
import { validateManifest } from '../../src/validation/validate.ts'
import { corpus, describeCorpus } from '../support/corpus.ts'
import { manifestOf } from '../support/validation.ts'
import { FRAGMENTS, type Fragment } from '../support/validation-fragments.ts'

interface Case {
  readonly id: string
  readonly resource?: JsonMap
  readonly fragment?: Fragment
  readonly expect: { readonly valid: boolean }
}

/** What Istio's test asks of Go and no YAML can ask of Istio: there an empty list is none, and null an empty item. */
const RESOURCES: Readonly<Record<string, string>> = {
  'TestValidateAuthorizationPolicy/29': 'from is a list without items and not none',
  'TestValidateAuthorizationPolicy/32': 'to is a list without items and not none',
  'TestValidateTelemetry/6': 'a custom tag is nil',
  'TestValidateTrafficExtension/19': 'a selector is nil'
}

/** MeshConfig and MeshNetworks are no resources: the webhook never sees them. */
const MESH = [
  'function:trustDomain',
  'mesh.v1alpha1.MeshNetworks',
  'mesh.v1alpha1.ProxyConfig.ConnectionSettings',
  'mesh.v1alpha1.MeshConfig.DefaultTrafficPolicy',
  'function:meshDefaultInboundHttpRetryPolicy'
]

/** The same of parts of objects. */
const PARTS: Readonly<Record<string, string>> = {
  'TestValidateDelegateHTTPRoute/16': 'a match of a header is nil',
  'TestValidateHTTPRoute/26': 'a match of a header is nil',
  'TestValidateRootHTTPRoute/3': 'a match of a header is nil'
}

describeCorpus("the tables of Istio's validator", () => {
  const cases = readCases()

  test('whole objects are taken and refused alike', () => {
    const resources = cases.filter(({ resource }) => resource !== undefined)
    expect(resources).toHaveLength(408)
    const different = resources.filter(one => isRefused(judged(one)) === one.expect.valid)
    process.stdout.write(
      `objects: ${resources.length - different.length} of ${resources.length} agree\n`
    )
    expect(different.map(({ id }) => id).sort()).toEqual(Object.keys(RESOURCES).sort())
  })

  test('errors name a field whose parent is there', () => {
    let errors = 0
    for (const one of cases) {
      for (const { at, severity } of judged(one)) {
        if (severity !== 'error') continue
        if (!('manifest' in at)) throw new Error('a place without a manifest')
        errors += 1
        expect([one.id, at.path, hasParent(one.resource ?? {}, at.path)]).toEqual([
          one.id,
          at.path,
          true
        ])
      }
    }
    expect(errors).toBeGreaterThan(250)
  })

  test('parts of objects are taken and refused alike', () => {
    const fragments = cases.flatMap(({ id, fragment, expect }) =>
      fragment === undefined ? [] : [{ id, fragment, valid: expect.valid }]
    )
    expect(fragments).toHaveLength(474)
    const ours = fragments.filter(({ fragment }) => !MESH.includes(fragment.message))
    expect(ours).toHaveLength(437)
    const different = ours.filter(({ fragment, valid }) => {
      const run = FRAGMENTS[fragment.message]
      if (run === undefined) throw new Error(`no function for ${fragment.message}`)
      return isRefused(run(fragment.value, fragment.args ?? {})) === valid
    })
    process.stdout.write(`parts: ${ours.length - different.length} of ${ours.length} agree\n`)
    expect(different.map(({ id }) => id).sort()).toEqual(Object.keys(PARTS).sort())
  })
})

function judged({ resource }: Case): readonly FindingDraft[] {
  if (resource === undefined) return []
  return validateManifest(manifestOf(resource), { features: features('1.31') })
}

function isRefused(findings: readonly FindingDraft[]): boolean {
  return findings.some(({ severity, sources }) => severity === 'error' && sources.length > 0)
}

/** Every step but the last two is there: what is missing is missing from something. */
function hasParent(object: JsonMap, path: FieldPath): boolean {
  let value: Json | undefined = object
  for (const step of path.slice(0, -2)) {
    if (typeof value !== 'object' || value === null) return false
    value = (value as Readonly<Record<string, Json>>)[String(step)]
  }
  return typeof value === 'object' && value !== null
}

function readCases(): readonly Case[] {
  // Written by the script of the corpus; its README says what each part means.
  const { cases } = JSON.parse(readFileSync(join(corpus('validate'), 'cases.json'), 'utf8')) as {
    cases: readonly Case[]
  }
  return cases
}
