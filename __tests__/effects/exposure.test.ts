import { describe, expect, test } from '@jest/globals'
import { compareMeshes } from '../../src/effects/compare.ts'
import { manifestChanges } from '../../src/effects/manifest-change.ts'
import { buildMeshes } from '../../src/mesh/mesh.ts'
import { manifestsFrom } from '../support/side.ts'

const pods = `
apiVersion: v1
kind: Namespace
metadata: {name: bank, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: accounts, namespace: bank}
spec:
  template:
    metadata: {labels: {app: accounts}}
    spec: {serviceAccountName: accounts, containers: [{name: c, image: i}]}
---
apiVersion: v1
kind: Service
metadata: {name: accounts, namespace: bank}
spec: {selector: {app: accounts}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ingress, namespace: edge}
spec:
  template:
    metadata: {labels: {istio: ingress}, annotations: {inject.istio.io/templates: gateway}}
    spec: {serviceAccountName: edge, containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: v1
kind: Service
metadata: {name: ingress, namespace: edge}
spec: {type: LoadBalancer, selector: {istio: ingress}, ports: [{name: http, port: 80, targetPort: 8080}, {name: https, port: 443, targetPort: 8443}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: ingress}
  servers:
  - {port: {number: 80, name: http, protocol: HTTP}, hosts: [bank.example.com]}
  - {port: {number: 443, name: https, protocol: HTTPS}, tls: {mode: SIMPLE, credentialName: bank}, hosts: [bank.example.com]}
---
`

const route = (rule: string, more = '') => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: accounts, namespace: bank}
spec:
  hosts: [bank.example.com${more}]
  gateways: [edge/public]
  http:
  - ${rule}
---
`

const to = 'route: [{destination: {host: accounts}}]'
const api = route(`{match: [{uri: {prefix: /api}}], ${to}}`)
const all = route(`{${to}}`)

const policy = (spec: string, namespace = 'bank', kind = 'AuthorizationPolicy') => `
apiVersion: security.istio.io/v1
kind: ${kind}
metadata: {name: it, namespace: ${namespace}}
spec: ${spec}
---
`

/**
 * Exposure as `kind name:port: region | before → after | outcomes of the witness`.
 * @param reason for which something stays unknown; nothing does where it is not given
 */
function told(one: string, other: string, reason?: string): string[] {
  const manifests = { base: manifestsFrom(one, 'base'), head: manifestsFrom(other, 'head') }
  const { base, head } = buildMeshes(
    { side: 'base', manifests: manifests.base },
    { side: 'head', manifests: manifests.head }
  )
  const changes = manifestChanges(manifests.base, manifests.head)
  const { effects, unknown } = compareMeshes(base, head, changes)
  const open = unknown.filter(one => one.reason !== 'field').map(one => one.reason)
  expect([...new Set(open)]).toEqual(reason === undefined ? [] : [reason])
  return effects
    .filter(({ domain }) => domain === 'exposure')
    .flatMap(({ kind, subject, members, region, changes: [facet], witness, causes }) => {
      expect(causes.length).toBeGreaterThan(0)
      const seen = witness === null ? '' : `${witness.before.outcome} → ${witness.after.outcome}`
      return [subject, ...members.map(member => member.subject)].map(
        ({ name, port }) =>
          `${kind} ${name}:${port}: ${region} | ${facet?.before} → ${facet?.after} | ${seen}`
      )
    })
}

const http = (region: string, before: string, outcome: string) =>
  `exposed bank.example.com:80: ${region} | ${before} → served by accounts.bank | ${outcome} → served`
const https = (region: string, before: string, outcome: string) =>
  http(region, before, outcome).replace(':80:', ':443:')
const both = (region: string, before: string, outcome: string) => [
  http(region, before, outcome),
  https(region, before, outcome)
]

describe('what the outside reaches', () => {
  test('a route that is new', () => {
    expect(told(pods, pods + api)).toEqual(
      both('paths under /api', '404 (no route matches)', 'no-route')
    )
  })

  test('a wider path, of which the rest was served before', () => {
    expect(told(pods + api, pods + all)).toEqual(
      both('any path except /api', '404 (no route matches)', 'no-route')
    )
  })

  test('a policy of the pods behind it that goes, through a rewrite of the path', () => {
    const rewrite = route(`{match: [{uri: {prefix: /api/}}], rewrite: {uri: /}, ${to}}`)
    const deny = policy('{action: DENY, rules: [{to: [{operation: {paths: ["/admin*"]}}]}]}')
    expect(told(pods + rewrite + deny, pods + rewrite)).toEqual(
      both('paths under /api/admin', 'denied by AuthorizationPolicy bank/it', 'denied')
    )
  })

  test('a policy of the gateway that goes', () => {
    const deny = policy('{action: DENY, rules: [{to: [{operation: {methods: [POST]}}]}]}', 'edge')
    expect(told(pods + all + deny, pods + all)).toEqual(
      both('method POST', 'denied by AuthorizationPolicy edge/it', 'denied')
    )
  })

  test('a policy on hosts, as they are sent', () => {
    const allow = (hosts: string) =>
      policy(`{rules: [{to: [{operation: {hosts: [${hosts}]}}]}]}`, 'edge')
    const [first] = told(
      pods + all + allow('other.example.com'),
      pods + all + allow('bank.example.com')
    )
    expect(first).toMatch(/^exposed bank.example.com:80: .*denied.* → served by accounts.bank/)
  })

  test('the account of the gateway that is let in', () => {
    const allow = (account: string) =>
      policy(`{rules: [{from: [{source: {principals: [cluster.local/ns/edge/sa/${account}]}}]}]}`)
    expect(told(pods + all + allow('other'), pods + all + allow('edge'))).toEqual(
      both('every request', 'denied: ALLOW policies apply and no rule matches', 'denied')
    )
  })

  test.each([
    [
      'a label of the gateway pods',
      '{istio: internal}, annotations',
      '{istio: ingress}, annotations'
    ],
    [
      'the type of its Service',
      '{type: ClusterIP, selector: {istio: ingress}',
      '{type: LoadBalancer, selector: {istio: ingress}'
    ],
    ['a host of the Gateway', 'hosts: [other.example.com]', 'hosts: [bank.example.com]'],
    [
      'the selector of the Gateway',
      'selector: {istio: internal}\n  servers',
      'selector: {istio: ingress}\n  servers'
    ]
  ])('%s', (_, before, after) => {
    expect(pods).toContain(after)
    const shown = told(pods.replaceAll(after, before) + all, pods + all)
    expect(shown.filter(one => one.startsWith('exposed'))).toHaveLength(2)
    expect(shown[0]).toMatch(/^exposed bank.example.com:80: every request .* → served$/)
  })

  test('the name of a port, where an unchanged policy asks for HTTP', () => {
    const named = (name: string) =>
      pods.replace(
        '{name: http, port: 80, targetPort: 8080}]}\n---\napiVersion: apps/v1',
        `{name: ${name}, port: 80, targetPort: 8080}]}\n---\napiVersion: apps/v1`
      )
    const deny = policy('{action: DENY, rules: [{to: [{operation: {methods: [DELETE]}}]}]}')
    const shown = told(named('tcp') + all + deny, named('http') + all + deny)
    expect(shown[0]).toMatch(/^exposed bank.example.com:80: /)
  })

  test('a certificate that is no longer asked for', () => {
    const mutual = pods.replace('mode: SIMPLE', 'mode: MUTUAL')
    const before = 'connection reset: the gateway wants a client certificate'
    expect(told(mutual + all, pods + all)).toEqual([https('every request', before, 'reset')])
  })

  test('a token that is no longer required', () => {
    const jwt = policy(
      '{jwtRules: [{issuer: iss, jwks: \'{"keys":[{"kty":"oct","k":"a2V5"}]}\'}]}',
      'edge',
      'RequestAuthentication'
    )
    const need = policy(
      '{action: DENY, rules: [{from: [{source: {notRequestPrincipals: ["*"]}}]}]}',
      'edge'
    )
    expect(told(pods + all + jwt + need, pods + all + jwt)).toEqual(
      both('every request', 'denied by AuthorizationPolicy edge/it', 'denied')
    )
  })

  test("addresses of clients, as the gateway writes them down for the pods' policy", () => {
    const allow = (block: string) =>
      policy(`{rules: [{from: [{source: {remoteIpBlocks: [${block}]}}]}]}`)
    expect(told(pods + all + allow('10.1.0.0/16'), pods + all + allow('10.0.0.0/8'))).toEqual(
      both(
        'client address in 10.0.0.0/8 except 10.1.0.0/16',
        'denied: ALLOW policies apply and no rule matches',
        'denied'
      )
    )
  })

  test('what is withdrawn by a policy, and a route that is lost, each once', () => {
    const deny = policy('{action: DENY, rules: [{to: [{operation: {paths: ["/admin*"]}}]}]}')
    expect(told(pods + all, pods + all + deny)).toEqual(
      [':80', ':443'].map(
        port =>
          `unexposed bank.example.com${port}: paths under /admin | served by accounts.bank → denied by AuthorizationPolicy bank/it | served → denied`
      )
    )
    expect(told(pods + all, pods + api)).toEqual([])
  })

  test('a narrower server beside a wildcard: its name was reached before', () => {
    const server = (name: string, host: string) => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ${name}, namespace: edge}
spec:
  selector: {istio: ingress}
  servers:
  - {port: {number: 443, name: https, protocol: HTTPS}, tls: {mode: SIMPLE, credentialName: ${name}}, hosts: ['${host}']}
---
`
    const both = all
      .replace('[bank.example.com]', '[foo.example.org]')
      .replace('[edge/public]', '[edge/wide, edge/narrow]')
    const wide = pods + both + server('wide', '*.example.org')
    const narrow = server('narrow', 'foo.example.org')
    expect(told(wide, wide + narrow)).toEqual([])
    expect(told(wide + narrow, wide)).toEqual([])
    // Without the wide server the narrow one is the way in.
    expect(told(pods + both, pods + both + narrow)).toEqual([
      'exposed foo.example.org:443: every request | connection refused (no listener) → served by accounts.bank | reset → served'
    ])
  })

  describe('policies about the address of the gateway', () => {
    const one = '{from: [{source: {ipBlocks: [10.0.0.0/8]}}]}'
    const admin =
      '{from: [{source: {ipBlocks: [10.0.0.0/8]}}], to: [{operation: {paths: ["/admin"]}}]}'

    test('are equal where they are written otherwise', () => {
      const again = policy(`{rules: [${one}, ${admin}]}`)
      expect(told(pods + all + policy(`{rules: [${one}]}`), pods + all + again)).toEqual([])
      const token = '{from: [{source: {ipBlocks: [10.0.0.0/9, 10.128.0.0/9]}}]}'
      const halves = policy(`{rules: [${token}]}`)
      expect(told(pods + all + policy(`{rules: [${one}]}`), pods + all + halves)).toEqual([])
    })

    test('are not known where they decide', () => {
      const open = '{to: [{operation: {paths: ["/open"]}}]}'
      const opened = policy(`{rules: [${one}, ${open}]}`)
      const found = told(
        pods + all + policy(`{rules: [${one}]}`),
        pods + all + opened,
        'composition'
      )
      expect(found).toEqual([])
    })
  })

  test('gateways for the way out expose nothing', () => {
    const out = (text: string) =>
      text.replaceAll('ingress', 'egress').replaceAll('LoadBalancer', 'ClusterIP')
    expect(told(out(pods), out(pods + all))).toEqual([])
  })
})
