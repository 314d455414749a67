import { describe, expect, test } from '@jest/globals'
import { gatewayClaims } from '../../src/effects/gateway-claims.ts'
import { ingressClaims } from '../../src/effects/ingress-claims.ts'
import { buildMesh } from '../../src/mesh/mesh.ts'
import { diffOf } from '../support/reviewed.ts'
import { manifestsFrom } from '../support/side.ts'

const yaml = (...documents: readonly object[]): string =>
  documents.map(document => JSON.stringify(document)).join('\n---\n')

const object = (apiVersion: string, kind: string, name: string, spec: object) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'edge' },
  spec
})

const pods = object('apps/v1', 'Deployment', 'edge', {
  selector: { matchLabels: { istio: 'ingressgateway' } },
  template: {
    metadata: { labels: { istio: 'ingressgateway' } },
    spec: { containers: [{ name: 'proxy' }] }
  }
})

const service = (name: string) =>
  object('v1', 'Service', name, { selector: { app: name }, ports: [{ name: 'http', port: 80 }] })

const server = (number: number, protocol: string, hosts: readonly string[], tls?: object) => ({
  port: { number, name: `${protocol}-${number}`, protocol },
  hosts,
  ...(tls && { tls })
})

const gateway = (name: string, ...servers: readonly object[]) =>
  object('networking.istio.io/v1', 'Gateway', name, {
    selector: { istio: 'ingressgateway' },
    servers
  })

const simple = { mode: 'SIMPLE', credentialName: 'cert' }

function meshOf(...documents: readonly object[]) {
  return buildMesh({ side: 'head', manifests: manifestsFrom(yaml(...documents)) })
}

describe('what Gateways compete for', () => {
  const claims = (...gateways: readonly object[]) => {
    const mesh = meshOf(pods, ...gateways)
    const all = mesh.of('Gateway').map(one => gatewayClaims(one, mesh))
    // The name of the pods' class is no matter of this page.
    return all.map(own => own.map(claim => claim.replace(/^.* (?=\d)/, '')))
  }

  test('servers that end TLS: each server name', () => {
    expect(
      claims(gateway('a', server(443, 'HTTPS', ['a.example.com', 'b.example.com'], simple)))
    ).toEqual([['443 a.example.com', '443 b.example.com']])
  })

  test('others: the whole port, and then those that end TLS there too', () => {
    expect(
      claims(
        gateway('a', server(443, 'HTTPS', ['a.example.com'], simple)),
        gateway('b', server(443, 'TCP', ['*']))
      )
    ).toEqual([['443', '443 a.example.com'], ['443']])
    expect(
      claims(gateway('a', server(15443, 'TLS', ['*.local'], { mode: 'AUTO_PASSTHROUGH' })))
    ).toEqual([['15443']])
  })

  test('nobody takes it: nothing', () => {
    const stray = object('networking.istio.io/v1', 'Gateway', 'a', {
      selector: { istio: 'elsewhere' },
      servers: [server(80, 'HTTP', ['*'])]
    })
    const own = claims(stray, gateway('b', server(80, 'HTTP', ['*'])))
    expect(own[1]).toEqual(['80'])
  })
})

const ingress = (name: string, host: string, paths: Readonly<Record<string, string>>) =>
  object('networking.k8s.io/v1', 'Ingress', name, {
    ingressClassName: 'istio',
    tls: [{ hosts: [host], secretName: 'cert' }],
    rules: [
      {
        host,
        http: {
          paths: Object.entries(paths).map(([path, to]) => ({
            path,
            pathType: 'Prefix',
            backend: { service: { name: to, port: { number: 80 } } }
          }))
        }
      }
    ]
  })

describe('Ingresses', () => {
  test('compete for the paths of their hosts and for server names', () => {
    const mesh = meshOf(ingress('a', 'a.example.com', { '/': 'web' }))
    expect(mesh.of('Ingress').map(one => ingressClaims(one, mesh))).toEqual([
      ['host a.example.com', 'certificate a.example.com']
    ])
    const other = { ...ingress('a', 'a.example.com', { '/': 'web' }) }
    const elsewhere = meshOf({ ...other, spec: { ...other.spec, ingressClassName: 'nginx' } })
    expect(elsewhere.of('Ingress').map(one => ingressClaims(one, elsewhere))).toEqual([[]])
  })

  const world = [pods, service('web'), service('pay')]
  const first = ingress('first', 'a.example.com', { '/': 'web', '/api': 'web' })
  const said = (...more: readonly object[]) =>
    diffOf(yaml(...world, first), yaml(...world, first, ...more)).effects.map(
      ({ kind, region, changes }) => ({ kind, region, orders: changes.map(({ facet }) => facet) })
    )

  test('the older one takes equal paths, and git does not say which it is', () => {
    const found = said(ingress('second', 'a.example.com', { '/api': 'pay' }))
    const orders = ['if edge/first is older', 'if edge/second is older']
    const region = 'path /api or paths under /api/'
    expect(found).toContainEqual({ kind: 'order-dependent', region, orders })
  })

  test('with ages in git nothing is open', () => {
    const aged = (one: ReturnType<typeof object>, created: string) => ({
      ...one,
      metadata: { ...one.metadata, creationTimestamp: created }
    })
    const old = aged(first, '2024-01-01T00:00:00Z')
    const young = aged(
      ingress('second', 'a.example.com', { '/api': 'pay' }),
      '2025-01-01T00:00:00Z'
    )
    const report = diffOf(yaml(...world, old), yaml(...world, old, young))
    expect(report.effects.filter(({ kind }) => kind === 'order-dependent')).toEqual([])
  })

  test('the order of VirtualServices is looked at although there is an Ingress', () => {
    const route = (name: string, to: string) =>
      object('networking.istio.io/v1', 'VirtualService', name, {
        hosts: ['web.edge.svc.cluster.local'],
        http: [{ route: [{ destination: { host: to, port: { number: 80 } } }] }]
      })
    const base = [...world, first, route('b', 'web')]
    const report = diffOf(yaml(...base), yaml(...base, route('a', 'pay')))
    expect(report.effects.map(({ kind }) => kind)).toEqual(['order-dependent'])
  })
})

test('a redirect that holds for both Gateways whichever is older depends on no order', () => {
  const web = object('networking.istio.io/v1', 'VirtualService', 'web', {
    hosts: ['a.example.com'],
    gateways: ['a'],
    http: [{ route: [{ destination: { host: 'web' } }] }]
  })
  const base = [pods, service('web'), web, gateway('a', server(80, 'HTTP', ['a.example.com']))]
  const redirecting = gateway('b', server(80, 'HTTP', ['a.example.com'], { httpsRedirect: true }))
  const report = diffOf(yaml(...base), yaml(...base, redirecting))
  expect(report.effects.map(({ kind }) => kind)).toEqual(['rerouted'])
})

test('of two Gateways with one server name the routes of each order are those of the older one', () => {
  const to = object('networking.istio.io/v1', 'VirtualService', 'web', {
    hosts: ['a.example.com'],
    gateways: ['a'],
    http: [{ route: [{ destination: { host: 'web' } }] }]
  })
  const own = gateway('a', server(443, 'HTTPS', ['a.example.com'], simple))
  const base = yaml(pods, service('web'), own, to)
  const head = yaml(
    pods,
    service('web'),
    own,
    to,
    gateway('b', server(443, 'HTTPS', ['a.example.com'], simple))
  )
  const { effects } = diffOf(base, head)
  const said = effects.flatMap(({ kind, subject, changes }) =>
    kind === 'order-dependent' && subject.gateway === 'edge/a'
      ? changes.map(({ facet, before, after }) => `${facet}: ${before} → ${after}`)
      : []
  )
  expect(said).toEqual([
    'if edge/a is older: web.edge → web.edge',
    'if edge/b is older: web.edge → 404 (no route matches)'
  ])
})
