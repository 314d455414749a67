import { describe, expect, test } from '@jest/globals'
import { answer } from '../../../src/dataplane/answer.ts'
import { dataplane } from '../../../src/dataplane/dataplane.ts'
import type { Request } from '../../../src/dataplane/request.ts'
import { buildMesh } from '../../../src/mesh/mesh.ts'
import { manifestsFrom } from '../../support/side.ts'

const world = `
apiVersion: v1
kind: Namespace
metadata: {name: bank, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: accounts, namespace: bank}
spec: {selector: {app: accounts}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: accounts, namespace: bank}
spec:
  template:
    metadata: {labels: {app: accounts}}
    spec: {serviceAccountName: accounts, containers: [{name: c, image: i}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: bank}
spec:
  template:
    metadata: {labels: {app: web}}
    spec: {serviceAccountName: web, containers: [{name: c, image: i}]}
`

const object = (kind: string, spec: string, group = 'security') => `---
apiVersion: ${group}.istio.io/v1
kind: ${kind}
metadata: {name: it, namespace: bank}
spec: ${spec}
`

const request: Request = {
  from: { namespace: 'bank', pod: 'web', serviceAccount: 'web' },
  protocol: 'http',
  port: 80,
  authority: 'accounts',
  method: 'GET',
  path: '/',
  headers: {},
  transport: 'plaintext'
}

function asked(extra: string, changed: Partial<Request> = {}) {
  const mesh = buildMesh({ side: 'head', manifests: manifestsFrom(world + extra) })
  return answer(dataplane(mesh), { ...request, ...changed })
}

describe('both ends of a request', () => {
  test('two sidecars agree on mutual TLS by themselves', () => {
    const outcome = asked(object('PeerAuthentication', '{mtls: {mode: STRICT}}'))
    expect(outcome).toMatchObject({ outcome: 'served', transport: 'mtls' })
  })

  test('a client that sends plaintext meets a server that takes none', () => {
    const plain = object(
      'DestinationRule',
      '{host: accounts, trafficPolicy: {tls: {mode: DISABLE}}}',
      'networking'
    )
    const outcome = asked(plain + object('PeerAuthentication', '{mtls: {mode: STRICT}}'))
    expect(outcome).toMatchObject({ outcome: 'reset' })
    expect(outcome.reason).toContain('STRICT')
    expect(asked(plain)).toMatchObject({ outcome: 'served', transport: 'plaintext' })
  })

  test("the server's policies know the client by its account", () => {
    const allow = (account: string) =>
      object(
        'AuthorizationPolicy',
        `{selector: {matchLabels: {app: accounts}}, rules: [{from: [{source: {serviceAccounts: [${account}]}}]}]}`
      )
    const line = (world + allow('web')).split('\n').findIndex(text => text.includes('rules:')) + 1
    expect(asked(allow('web'))).toMatchObject({
      outcome: 'served',
      decidedBy: { filter: 'rbac', action: 'ALLOW', rule: 0, line }
    })
    expect(asked(allow('other'))).toMatchObject({
      outcome: 'denied',
      status: 403,
      destinations: [{ host: 'accounts.bank.svc.cluster.local' }]
    })
  })

  test('policies see the path as the client rewrote it', () => {
    const rewrite = object(
      'VirtualService',
      '{hosts: [accounts], http: [{rewrite: {uri: /inner}, route: [{destination: {host: accounts}}]}]}',
      'networking'
    )
    const deny = object(
      'AuthorizationPolicy',
      "{action: DENY, rules: [{to: [{operation: {paths: ['/inner*']}}]}]}"
    )
    expect(asked(rewrite + deny)).toMatchObject({ outcome: 'denied' })
    expect(asked(deny)).toMatchObject({ outcome: 'served' })
  })
})

describe('endpoints that are no pods', () => {
  const deny = object('AuthorizationPolicy', '{action: DENY, rules: [{}]}')
  const entry = (more: string, ports = '{number: 81, name: http, protocol: HTTP}') =>
    object('ServiceEntry', `{hosts: [api.example.com], ports: [${ports}], ${more}}`, 'networking')
  const outside = { authority: 'api.example.com', port: 81 }

  test('a name of DNS is none of the pods of its namespace', () => {
    const found = asked(deny + entry('resolution: DNS, location: MESH_EXTERNAL'), outside)
    expect(found).toMatchObject({ outcome: 'served' })
    expect(asked(deny)).toMatchObject({ outcome: 'denied' })
  })

  test('an address is none, whatever its labels say', () => {
    const labels = 'endpoints: [{address: 10.9.9.9, labels: {app: accounts}}]'
    const found = asked(deny + entry(`resolution: STATIC, ${labels}`), outside)
    expect(found).toMatchObject({ outcome: 'served' })
  })

  test('pods that a ServiceEntry selects are', () => {
    const selector = 'workloadSelector: {labels: {app: accounts}}'
    const found = asked(
      deny + entry(`location: MESH_INTERNAL, resolution: STATIC, ${selector}`),
      outside
    )
    expect(found).toMatchObject({ outcome: 'denied' })
  })
})
