import { expect, test } from '@jest/globals'
import { compareMeshes } from '../../src/effects/compare.ts'
import { manifestChanges } from '../../src/effects/manifest-change.ts'
import { buildMeshes } from '../../src/mesh/mesh.ts'
import { manifestsFrom } from '../support/side.ts'

const gateway = `
apiVersion: v1
kind: Service
metadata: {name: ledger, namespace: books}
spec: {selector: {app: ledger}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ledger, namespace: books}
spec:
  template:
    metadata: {labels: {app: ledger}}
    spec: {containers: [{name: c, image: i}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: edge}
spec:
  template:
    metadata: {labels: {istio: edge}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: edge}
  servers:
  - {port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}
---
`

const virtualService = (name: string, rule: string) => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: books}
spec:
  hosts: [${name}.example.com]
  gateways: [edge/public]
  http: [${rule}]
---
`

const refusing = '{directResponse: {status: 403}}'
const open = '{route: [{destination: {host: ledger}}]}'

function told(one: string, other: string): string[] {
  const manifests = { base: manifestsFrom(one, 'base'), head: manifestsFrom(other, 'head') }
  const { base, head } = buildMeshes(
    { side: 'base', manifests: manifests.base },
    { side: 'head', manifests: manifests.head }
  )
  const { effects } = compareMeshes(base, head, manifestChanges(manifests.base, manifests.head))
  return effects.map(
    ({ kind, subject, witness }) =>
      `${kind} ${subject.name}: ${witness?.before.outcome} → ${witness?.after.outcome}`
  )
}

test('a 403 of one host that becomes a 404 is said beside what another host opens', () => {
  const before = gateway + virtualService('closed', refusing)
  const after = gateway + virtualService('ledger', open)
  expect(told(before, after)).toEqual([
    'exposed ledger.example.com: no-virtual-host → served',
    'rerouted closed.example.com: direct-response → no-virtual-host'
  ])
})
