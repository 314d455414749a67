import { describe, expect, test } from '@jest/globals'
import { describeOutcome } from '../../src/report/request-words.ts'
import { diffOf, saidEffects } from '../support/reviewed.ts'

const yaml = (...documents: readonly object[]): string =>
  documents.map(document => JSON.stringify(document)).join('\n---\n')

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  spec: object,
  namespace: string
) => ({
  apiVersion,
  kind,
  metadata: { name, namespace },
  spec
})

const service = (name: string, namespace: string, port: number) =>
  object(
    'v1',
    'Service',
    name,
    { selector: { app: name }, ports: [{ name: 'http', port }] },
    namespace
  )

const workload = (name: string, namespace: string, labels: object) =>
  object(
    'apps/v1',
    'Deployment',
    name,
    {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { serviceAccountName: name, containers: [{ name: 'app' }] }
      }
    },
    namespace
  )

const istio = (kind: string, name: string, spec: object, namespace = 'shop') =>
  object('networking.istio.io/v1', kind, name, spec, namespace)

describe('what is served no more', () => {
  test('the share of a subset whose labels no pod carries', () => {
    const world = (second: string) =>
      yaml(
        service('reviews', 'shop', 80),
        workload('one', 'shop', { app: 'reviews', version: 'v1' }),
        workload('two', 'shop', { app: 'reviews', version: 'v2' }),
        istio('VirtualService', 'reviews', {
          hosts: ['reviews'],
          http: [
            {
              route: [
                { destination: { host: 'reviews', subset: 'v1' }, weight: 90 },
                { destination: { host: 'reviews', subset: 'v2' }, weight: 10 }
              ]
            }
          ]
        }),
        istio('DestinationRule', 'reviews', {
          host: 'reviews',
          subsets: [
            { name: 'v1', labels: { version: 'v1' } },
            { name: 'v2', labels: { version: second } }
          ]
        })
      )
    const report = diffOf(world('v2'), world('v3'))
    expect(report.unknown).toEqual([])
    expect(saidEffects(report)).toEqual([
      'traffic-lost reviews:80, every request: destinations reviews v1 90 %, reviews v2 10 % → reviews v1 90 %, reviews v2 10 % (no pods: 503)'
    ])
    const after = report.effects[0]?.witness?.after
    expect(after?.outcome).toBe('served')
    expect(after && describeOutcome(after)).toMatch(/subset v2 10 % \(no pods\)$/)
  })

  test('requests to a port that no listener has any more, where the outbound policy closes them', () => {
    const mesh = yaml(
      service('orders', 'shop', 8080),
      service('payments', 'bank', 9090),
      workload('orders', 'shop', { app: 'orders' })
    )
    const scoped = (mode: string) =>
      `${mesh}\n---\n${yaml(
        istio('Sidecar', 'default', {
          egress: [{ hosts: ['./*'] }],
          outboundTrafficPolicy: { mode }
        })
      )}`
    const ofPayments = (mode: string) =>
      saidEffects(diffOf(mesh, scoped(mode))).filter(words => words.includes(' payments:9090'))
    expect(ofPayments('REGISTRY_ONLY')).toEqual([
      'traffic-lost payments:9090, every request: destinations payments → closed by the proxy (blackholed)'
    ])
    expect(ofPayments('ALLOW_ANY')).toEqual([
      'visibility-changed payments:9090, every request: destinations payments → passed through to the address dialled'
    ])
  })

  test('a forward proxy has no endpoints of its own, and needs none', () => {
    const entry = (resolution: string) =>
      yaml(
        workload('orders', 'shop', { app: 'orders' }),
        istio('ServiceEntry', 'out', {
          hosts: ['*.example.com'],
          resolution,
          location: 'MESH_EXTERNAL',
          ports: [{ number: 80, name: 'http', protocol: 'HTTP' }]
        })
      )
    const report = diffOf(entry('NONE'), entry('DYNAMIC_DNS'))
    expect(report.unknown).toEqual([])
    expect(saidEffects(report)).toEqual([
      'upstream-changed *.example.com:80, every request: discovery by the address that the client dialled (ORIGINAL_DST) → by DNS, by the name in the request (dynamic forward proxy); endpoints at the dialled address, port 80 → at what DNS gives for the name'
    ])
  })

  test('a workload that leaves the mesh loses no call to pods that have no proxy', () => {
    const world = (account: object) =>
      yaml(
        workload('plain', 'shop', { app: 'plain', 'sidecar.istio.io/inject': 'false' }),
        istio('WorkloadEntry', 'machine', { address: '10.0.0.1', ...account })
      )
    const [left] = diffOf(world({ serviceAccount: 'machine' }), world({})).effects
    expect(left?.changes).toEqual([
      { facet: 'membership', before: 'has a sidecar', after: 'is outside the mesh' }
    ])
  })

  test('two prefixes that are rewritten to the same are told apart by their length', () => {
    const world = (prefix: string) =>
      yaml(
        service('web', 'shop', 80),
        workload('web', 'shop', { app: 'web' }),
        istio('VirtualService', 'web', {
          hosts: ['web'],
          http: [
            {
              match: [{ uri: { prefix } }],
              rewrite: { uri: '/' },
              route: [{ destination: { host: 'web' } }]
            }
          ]
        })
      )
    expect(saidEffects(diffOf(world('/api'), world('/api/')))).toContain(
      'settings-changed web:80, paths under /api/: rewrite first 4 characters → / → first 5 characters → /'
    )
  })

  test('what many objects change alike is told once, with all of them in the data', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const world = (count: number, to: string) =>
      yaml(
        service('one', 'shop', 80),
        service('other', 'shop', 80),
        workload('one', 'shop', { app: 'one' }),
        workload('other', 'shop', { app: 'other' }),
        ...names.slice(0, count).map(name =>
          istio('VirtualService', name, {
            hosts: [`${name}.example.com`],
            http: [{ route: [{ destination: { host: to } }] }]
          })
        )
      )
    const [all, ...more] = diffOf(world(5, 'one'), world(5, 'other')).effects
    expect(more).toEqual([])
    const told = [all?.subject.name, ...(all?.members.map(({ subject }) => subject.name) ?? [])]
    expect(told).toEqual(names.map(name => `${name}.example.com`))
    expect(new Set(all?.causes.map(({ ref }) => ref.name))).toEqual(new Set(names))
    expect(all?.rollback).toContain('VirtualService shop/e')
    // Few are each a change that somebody wrote.
    expect(diffOf(world(3, 'one'), world(3, 'other')).effects).toHaveLength(3)
  })

  test('a forward proxy asks DNS for the Host instead of passing on what was dialled, on every port', () => {
    const mode = (name: string) =>
      yaml(
        service('orders', 'shop', 8080),
        workload('orders', 'shop', { app: 'orders' }),
        istio('Sidecar', 'default', { outboundTrafficPolicy: { mode: name } })
      )
    const report = diffOf(mode('ALLOW_ANY'), mode('ALLOW_ANY_DYNAMIC_DNS'))
    const turned =
      'every request: destinations passed through to the address dialled → passed through to the address that DNS gives for the Host'
    expect(report.unknown).toEqual([])
    expect(saidEffects(report)).toEqual([`rerouted hosts outside the mesh, ${turned}`])
    expect(report.effects[0]?.members.map(({ subject }) => subject.port)).toEqual([8080])
    expect(report.effects[0]?.witness?.after.destinations).toMatchObject([{ host: 'a' }])
  })

  describe('services that a Sidecar hides, which requests then reach past the mesh', () => {
    const mesh = yaml(
      service('orders', 'shop', 8080),
      service('payments', 'bank', 9090),
      workload('frontend', 'shop', { app: 'frontend' }),
      workload('other', 'shop', { app: 'other' }),
      workload('payments', 'bank', { app: 'payments' })
    )
    const scope = (...hosts: readonly string[]) =>
      istio('Sidecar', 'default', { egress: [{ hosts }] })
    const security = (kind: string, spec: object) =>
      object('security.istio.io/v1', kind, 'own', spec, 'bank')
    const allowed = (account: string) =>
      security('AuthorizationPolicy', {
        rules: [{ from: [{ source: { principals: [`cluster.local/ns/shop/sa/${account}`] } }] }]
      })
    const between = (policy: object, base: object, head: object) => {
      const report = diffOf(yaml(policy, base, ...documents), yaml(policy, head, ...documents))
      expect(report.unknown).toEqual([])
      const own = report.effects.filter(({ kind }) => kind !== 'visibility-changed')
      return own.map(({ kind, subject, changes, witness, causes }) => {
        expect(causes).not.toEqual([])
        const [change] = changes
        const outcomes = `${witness?.before.outcome} → ${witness?.after.outcome}`
        return `${kind} ${subject.name}: ${change?.before} → ${change?.after} | ${outcomes}`
      })
    }
    const documents = mesh.split('\n---\n').map(text => JSON.parse(text) as object)
    const [seen, hides] = [scope('./*', 'bank/*'), scope('./*')]

    test('a port that takes plaintext loses its mutual TLS', () => {
      expect(between(security('PeerAuthentication', {}), seen, hides)).toEqual([
        'mtls-weakened payments: mutual TLS → plaintext, past the mesh to the address dialled | served → served'
      ])
    })

    test('a port that takes mutual TLS alone refuses it, and takes it again', () => {
      const strict = security('PeerAuthentication', { mtls: { mode: 'STRICT' } })
      expect(between(strict, seen, hides)).toEqual([
        'connection-broken payments: mutual TLS → broken: plaintext, past the mesh to the address dialled, and the port takes mutual TLS alone (STRICT) | served → reset'
      ])
      expect(between(strict, hides, seen)).toEqual([
        'connection-repaired payments: broken: plaintext, past the mesh to the address dialled, and the port takes mutual TLS alone (STRICT) → mutual TLS | reset → served'
      ])
    })

    test('who was let in by identity is let in no more; nobody loses what nobody had', () => {
      expect(between(allowed('frontend'), seen, hides)).toEqual([
        'connection-broken payments: mutual TLS → broken: plaintext, past the mesh to the address dialled, and no ALLOW policy lets it in (403) | served → denied'
      ])
      expect(between(allowed('stranger'), seen, hides)).toEqual([])
    })
  })
})

test('a Service whose selector no longer matches the pods it had loses its requests', () => {
  const world = (label: string) => `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: ${label}}, ports: [{name: http, port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: app, image: app}]}}
`
  const lost = diffOf(world('cart'), world('crat')).effects.find(
    ({ kind }) => kind === 'traffic-lost'
  )
  expect(lost).toMatchObject({ certainty: 'assumed', direction: 'break', severity: 'error' })
  expect(lost?.changes).toEqual([{ facet: 'pods', before: 'pods of cart', after: 'no known pods' }])
  const kinds = diffOf(world('crat'), world('cart')).effects.map(({ kind }) => kind)
  expect(kinds).toContain('traffic-gained')
})
