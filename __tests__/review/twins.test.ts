import { describe, expect, test } from '@jest/globals'
import { unknownHost } from '../../src/analyzers/virtual-service/unknown-host.ts'
import type { FindingDraft } from '../../src/finding.ts'
import { features } from '../../src/mesh/features.ts'
import { buildMesh } from '../../src/mesh/mesh.ts'
import { dataplaneView } from '../../src/review/dataplane-view.ts'
import { withoutTwins } from '../../src/review/twins.ts'
import { validateExpressions } from '../../src/schema/cel.ts'
import { validateSchema } from '../../src/schema/validate.ts'
import { validateManifest } from '../../src/validation/validate.ts'
import { schemasOf } from '../support/schema.ts'
import { manifestsFrom } from '../support/side.ts'

const schemas = schemasOf({ istio: '1.31' })

function said(yaml: string): [id: string, sources: readonly string[]][] {
  const found = manifestsFrom(yaml).flatMap((manifest): readonly FindingDraft[] => [
    ...validateSchema(manifest, schemas),
    ...validateExpressions(manifest, schemas).findings,
    ...validateManifest(manifest, { features: features('1.31') })
  ])
  return withoutTwins(found).map(({ id, sources }) => [id, sources])
}

const entry =
  'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: a, namespace: b}\n'

describe('one mistake is said once', () => {
  test('a missing field', () => {
    const yaml = `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: a, namespace: b}\nspec: {subsets: []}`
    expect(said(yaml)).toEqual([['schema/missing-field', ['IST0106']]])
  })

  test('a destination that names no host', () => {
    const yaml = `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a, namespace: b}\nspec: {hosts: [a], http: [{route: [{}]}]}`
    const manifests = manifestsFrom(yaml)
    const mesh = buildMesh({ side: 'head', manifests })
    const [nameless] = unknownHost.analyze(mesh, dataplaneView(mesh))
    const schema = manifests.flatMap(one => validateSchema(one, schemas))
    const kept = withoutTwins([...schema, ...(nameless === undefined ? [] : [nameless])])
    expect(kept.map(({ id, sources }) => [id, sources])).toEqual([
      ['schema/missing-field', ['IST0101', 'KIA1101']]
    ])
  })

  test('a value of the wrong type', () => {
    const yaml = `${entry}spec: {hosts: [a.example.com], resolution: FOO}`
    expect(said(yaml)).toEqual([['schema/invalid-value', ['IST0106']]])
  })

  test('a rule in CEL, at the object or at the value', () => {
    const ports =
      'ports: [{number: 80, name: a, protocol: HTTP}, {number: 80, name: b, protocol: HTTP}]'
    const yaml = `${entry}spec: {hosts: [a.example.com], resolution: DNS, addresses: [10.0.0.0/8], ${ports}}`
    expect(said(yaml)).toEqual([
      ['schema/failed-expression', ['IST0106']],
      ['schema/failed-expression', ['IST0106']]
    ])
  })

  test('two mistakes at one place are two', () => {
    const yaml = `${entry}spec: {hosts: ['*'], resolution: DNS, ports: [{number: 80, name: a, protocol: HTTP}]}`
    expect(said(yaml)).toEqual([
      ['schema/failed-expression', ['IST0106']],
      ['service-entry/invalid-dns-host', ['IST0106']]
    ])
  })
})
