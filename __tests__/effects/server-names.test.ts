import { describe, expect, test } from '@jest/globals'
import type { Effect } from '../../src/effects/effect.ts'
import { diffOf } from '../support/reviewed.ts'

/** `kind subject: region | facet before → after`: what a person reads first, of routing alone. */
function said(base: string, head: string): string[] {
  const routed = effectsOf(base, head).filter(({ kind }) => kind !== 'unexposed')
  return routed.map(({ kind, subject, region, changes }) => {
    const facets = changes.map(({ facet, before, after }) => `${facet} ${before} → ${after}`)
    return `${kind} ${subject.name}: ${region} | ${facets.join('; ')}`
  })
}

function effectsOf(base: string, head: string): readonly Effect[] {
  const report = diffOf(base, head)
  expect(report.unknown.map(one => one.message)).toEqual([])
  return report.effects
}

const yaml = (...documents: readonly object[]): string =>
  documents.map(document => JSON.stringify(document)).join('\n---\n')

const service = (name: string, namespace: string, ports: readonly object[], selector: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace },
  spec: { selector, ports }
})

const istio = (kind: string, name: string, spec: object, namespace = 'istio-system') => ({
  apiVersion: 'networking.istio.io/v1',
  kind,
  metadata: { name, namespace },
  spec
})

const entry = { istio: 'ingressgateway' }

const mesh = [
  service('ingress', 'istio-system', [{ name: 'https', port: 443, targetPort: 8443 }], entry),
  service('web', 'shop', [{ name: 'http', port: 80 }], { app: 'web' }),
  service('old', 'shop', [{ name: 'http', port: 80 }], { app: 'old' })
]

const gateway = (name: string, hosts: readonly string[], credentialName = 'cert') =>
  istio('Gateway', name, {
    selector: entry,
    servers: [
      {
        port: { number: 443, name: `https-${name}`, protocol: 'HTTPS' },
        hosts,
        tls: { mode: 'SIMPLE', credentialName }
      }
    ]
  })

const route = (name: string, hosts: readonly string[], gateways: readonly string[], to: string) =>
  istio('VirtualService', name, {
    hosts,
    gateways,
    http: [{ route: [{ destination: { host: `${to}.shop.svc.cluster.local` } }] }]
  })

const wide = gateway('wide', ['*'])
const narrow = gateway('narrow', ['api.example.com'])

describe('a Gateway whose server name takes the connections of a wider one', () => {
  const api = route('api', ['api.example.com'], ['wide'], 'web')

  test('loses the routes that are bound to the wider one alone', () => {
    expect(said(yaml(...mesh, wide, api), yaml(...mesh, wide, narrow, api))).toEqual([
      'traffic-lost api.example.com: every request | destinations web.shop → 404 (no route matches)'
    ])
  })

  test('gains them where it goes', () => {
    const effects = effectsOf(yaml(...mesh, wide, narrow, api), yaml(...mesh, wide, api))
    expect(effects.map(({ kind }) => kind)).toEqual(['exposed'])
  })

  test('reroutes where its own routes lead elsewhere', () => {
    const own = route('own', ['api.example.com'], ['narrow'], 'old')
    expect(said(yaml(...mesh, wide, api, own), yaml(...mesh, wide, narrow, api, own))).toEqual([
      'rerouted api.example.com: every request | destinations web.shop → old.shop'
    ])
  })

  test('changes nothing where both are bound', () => {
    const both = route('api', ['api.example.com'], ['wide', 'narrow'], 'web')
    expect(said(yaml(...mesh, wide, both), yaml(...mesh, wide, narrow, both))).toEqual([])
  })

  test('takes the names under its wildcard, and no others', () => {
    const any = route('any', ['*'], ['wide'], 'web')
    const some = gateway('some', ['*.example.com'])
    expect(said(yaml(...mesh, wide, any), yaml(...mesh, wide, some, any))).toEqual([
      'traffic-lost *.example.com: every request | destinations web.shop → 404 (no route matches)'
    ])
  })
})

test('a narrower server with a certificate of its own is told beside the routes that are lost', () => {
  const api = route('api', ['api.example.com'], ['wide'], 'web')
  const other = gateway('narrow', ['api.example.com'], 'own')
  expect(said(yaml(...mesh, wide, api), yaml(...mesh, wide, other, api)).sort()).toEqual([
    'settings-changed api.example.com: server name api.example.com | server TLS SIMPLE, credentialName cert → SIMPLE, credentialName own',
    'traffic-lost api.example.com: every request | destinations web.shop → 404 (no route matches)'
  ])
})

test('a name that no server takes any more is reset, not answered', () => {
  const shop = route('shop', ['shop.example.com', 'api.example.com'], ['wide'], 'web')
  const [effect, ...rest] = effectsOf(
    yaml(...mesh, wide, shop),
    yaml(...mesh, gateway('wide', ['api.example.com']), shop)
  )
  expect(rest).toEqual([])
  expect(effect?.changes.map(({ after }) => after)).toEqual([
    'connection reset (no server takes it)'
  ])
  expect(effect?.witness?.request).toMatchObject({ sni: 'shop.example.com' })
  expect(effect?.witness?.after.outcome).toBe('reset')
})

test('routes that a narrower server hides are met with another name in TLS alone, and that is said', () => {
  const world = (to: string) =>
    yaml(...mesh, wide, narrow, route('api', ['api.example.com'], ['wide'], to))
  const [effect, ...rest] = effectsOf(world('web'), world('old'))
  expect(rest).toEqual([])
  expect(effect?.region).toBe(
    'every request, where TLS asks for another name, such as another.example'
  )
  expect(effect?.witness?.request).toMatchObject({
    authority: 'api.example.com',
    sni: 'another.example'
  })
})

test('a server that has no routes yet is shown by a request, not by bytes that are no HTTP', () => {
  const plain = istio('Gateway', 'plain', {
    selector: entry,
    servers: [{ port: { number: 8080, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }]
  })
  const ports = [
    { name: 'https', port: 443, targetPort: 8443 },
    { name: 'http', port: 8080, targetPort: 8081 }
  ]
  const world = [service('ingress', 'istio-system', ports, entry), wide]
  const effects = effectsOf(yaml(...world), yaml(...world, plain))
  expect(effects.map(({ witness }) => witness?.request.protocol)).toEqual(['http'])
})

test('routes to which no server name leads on both sides are not held against each other', () => {
  const wide = (hosts: readonly string[]) =>
    yaml(
      ...mesh,
      gateway('wide', hosts),
      gateway('narrow', ['api.example.com']),
      route('api', ['api.example.com'], ['wide', 'narrow'], 'web')
    )
  const lines = said(wide(['*.example.com']), wide(['fresh.example.org']))
  // Who asks for api.example.com in TLS meets the narrow server's routes, before and after.
  expect(lines.filter(line => line.includes(' api.example.com:'))).toEqual([])
  expect(lines).toHaveLength(2)
  for (const line of lines) expect(line).toContain('rerouted')
})
