import { describe, expect, test } from '@jest/globals'
import type { JsonMap } from '../../src/manifest/manifest.ts'
import { isMap } from '../../src/manifest/map.ts'
import { coerceObject, findProblems } from '../../src/schema/validate.ts'
import { compileWithAjv } from '../support/json-schema.ts'
import { schemasOf } from '../support/schema.ts'
import { SchemaArbitrary } from '../support/schema-arbitrary.ts'

const ROUNDS = 400
const NETWORKING = 'networking.istio.io'
const SECURITY = 'security.istio.io'

/** ajv reads the same tables by rules of its own; both must accept and refuse the same objects. */
describe.each([
  ['1.18', NETWORKING, 'DestinationRule', 'v1beta1'],
  ['1.18', NETWORKING, 'WorkloadGroup', 'v1alpha3'],
  ['1.20', NETWORKING, 'VirtualService', 'v1alpha3'],
  ['1.24', NETWORKING, 'WorkloadGroup', 'v1'],
  ['1.31', NETWORKING, 'VirtualService', 'v1'],
  ['1.31', NETWORKING, 'ServiceEntry', 'v1'],
  ['1.31', NETWORKING, 'Sidecar', 'v1'],
  ['1.31', NETWORKING, 'EnvoyFilter', 'v1alpha3'],
  ['1.31', SECURITY, 'AuthorizationPolicy', 'v1'],
  ['1.31', SECURITY, 'RequestAuthentication', 'v1'],
  ['1.31', 'telemetry.istio.io', 'Telemetry', 'v1'],
  ['1.31', 'extensions.istio.io', 'WasmPlugin', 'v1alpha1'],
  ['1.31', 'gateway.networking.k8s.io', 'HTTPRoute', 'v1'],
  ['1.18', 'gateway.networking.k8s.io', 'Gateway', 'v1beta1']
])('Istio %s, %s %s %s', (istio, group, kind, name) => {
  const schemas = schemasOf({ istio }).kind(group, kind)
  const version = schemas?.version(name)
  if (schemas === undefined || version === undefined) throw new Error(`no ${kind} ${name}`)

  test('agrees with ajv', () => {
    const ajv = compileWithAjv(schemas.table, version.schema)
    const arbitrary = new SchemaArbitrary(schemas.table, 7)
    let valid = 0
    for (let round = 0; round < ROUNDS; round++) {
      const object = arbitrary.object(version.schema)
      if (!isMap(object)) continue
      const problems = findProblems(object, schemas, version).filter(
        problem => problem.id !== 'duplicate-item'
      )
      const accepted = ajv(plain(coerceObject(object, schemas, version)))
      if (accepted !== (problems.length === 0)) {
        expect({ object, ajv: ajv.errors }).toEqual({ object, problems })
      }
      if (accepted) valid += 1
    }
    expect(valid).toBeGreaterThan(5)
    expect(valid).toBeLessThan(ROUNDS)
  })
})

/** ajv asks for hasOwnProperty of what it checks. */
function plain(object: JsonMap): unknown {
  return JSON.parse(JSON.stringify(object))
}
