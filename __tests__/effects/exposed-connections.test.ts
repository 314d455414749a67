import { describe, expect, test } from '@jest/globals'
import { curl } from '../../src/report/request-words.ts'
import { diffOf } from '../support/reviewed.ts'

const yaml = (...documents: readonly object[]): string =>
  documents.map(document => JSON.stringify(document)).join('\n---\n')

const object = (apiVersion: string, kind: string, name: string, spec: object) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'edge' },
  spec
})

const istio = (kind: string, name: string, spec: object) =>
  object('networking.istio.io/v1', kind, name, spec)

const pods = (name: string) =>
  object('apps/v1', 'Deployment', name, {
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'app' }] } }
  })

const service = (name: string, ...ports: readonly (readonly [string, number])[]) =>
  object('v1', 'Service', name, {
    selector: { app: name },
    ports: ports.map(([port, number]) => ({ name: port, port: number }))
  })

const gateway = (port: object, hosts: readonly string[], tls?: object) =>
  istio('Gateway', 'edge', {
    selector: { app: 'edge' },
    servers: [{ port, hosts, ...(tls && { tls }) }]
  })

const world = [
  pods('edge'),
  pods('ledger'),
  pods('orders'),
  service('ledger', ['tcp-sql', 5432]),
  service('orders', ['http', 80], ['http-admin', 8080])
]

function between(base: readonly object[], head: readonly object[]) {
  const report = diffOf(yaml(...world, ...base), yaml(...world, ...head))
  expect(report.unknown).toEqual([])
  return report.effects.map(({ kind, subject, members, region, witness }) => ({
    said: `${kind} ${[subject, ...members.map(one => one.subject)].map(({ name }) => name).join(', ')} at ${subject.gateway}:${subject.port}, ${region}`,
    outcomes: `${witness?.before.outcome} → ${witness?.after.outcome}`,
    request: witness === null ? '' : curl(witness.request)
  }))
}

describe('bytes that a gateway forwards', () => {
  const tcp = gateway({ number: 9000, name: 'tcp', protocol: 'TCP' }, ['*'])
  const rule = istio('VirtualService', 'ledger', {
    hosts: ['*'],
    gateways: ['edge'],
    tcp: [{ route: [{ destination: { host: 'ledger' } }] }]
  })

  test('a port that is opened to a service is an exposure; one that is closed is traffic lost', () => {
    expect(between([tcp], [tcp, rule])).toEqual([
      {
        said: 'exposed * at edge/edge:9000, every connection',
        outcomes: 'reset → served',
        request: expect.stringMatching(/^nc -zv /)
      }
    ])
    expect(between([tcp, rule], [tcp]).map(({ said }) => said)).toEqual([
      'traffic-lost * at edge/edge:9000, every connection'
    ])
  })

  test('nothing is exposed where a policy of the service lets nobody in', () => {
    const closed = {
      ...object('security.istio.io/v1', 'AuthorizationPolicy', 'closed', {
        selector: { matchLabels: { app: 'ledger' } }
      })
    }
    expect(between([tcp, closed], [tcp, rule, closed]).map(({ said }) => said)).toEqual([
      'traffic-gained * at edge/edge:9000, every connection'
    ])
  })

  test('a server name that a VirtualService passes on', () => {
    const passthrough = gateway({ number: 443, name: 'tls', protocol: 'TLS' }, ['a.example.com'], {
      mode: 'PASSTHROUGH'
    })
    const named = (name: string) =>
      istio('VirtualService', 'ledger', {
        hosts: ['*.example.com'],
        gateways: ['edge'],
        tls: [{ match: [{ sniHosts: [name] }], route: [{ destination: { host: 'ledger' } }] }]
      })
    const found = between(
      [passthrough, named('a.example.com')],
      [passthrough, named('b.example.com')]
    )
    expect(found.map(({ said, request }) => `${said} | ${request}`).sort()).toEqual([
      'exposed b.example.com at edge/edge:443, server name b.example.com | openssl s_client -connect "$GATEWAY:443" -servername b.example.com',
      'traffic-lost a.example.com at edge/edge:443, server name a.example.com | openssl s_client -connect "$GATEWAY:443" -servername a.example.com'
    ])
  })
})

describe('AUTO_PASSTHROUGH', () => {
  const auto = (...hosts: readonly string[]) =>
    gateway({ number: 15443, name: 'tls', protocol: 'TLS' }, hosts, { mode: 'AUTO_PASSTHROUGH' })
  const region = 'mutual TLS that is passed on by its server name, outbound_.PORT_.SUBSET_.HOST'

  test('every service of its hosts is exposed, told as one, with a connection that offers what the mesh offers', () => {
    const [found, ...more] = between([], [auto('*.local')])
    expect(more).toEqual([])
    expect(found).toEqual({
      said: `exposed ledger.edge.svc.cluster.local, orders.edge.svc.cluster.local at edge/edge:15443, ${region}`,
      outcomes: 'reset → served',
      request:
        'openssl s_client -connect "$GATEWAY:15443" -servername outbound_.5432_._.ledger.edge.svc.cluster.local -alpn istio'
    })
  })

  test('narrower hosts close the rest', () => {
    const narrow = auto('orders.edge.svc.cluster.local')
    expect(between([auto('*.local')], [narrow]).map(({ said }) => said)).toEqual([
      `traffic-lost ledger.edge.svc.cluster.local at edge/edge:15443, ${region}`
    ])
    expect(between([narrow], [auto('edge/orders.edge.svc.cluster.local')])).toEqual([])
  })

  test('a subset has a server name of its own', () => {
    const subset = istio('DestinationRule', 'orders', {
      host: 'orders',
      subsets: [{ name: 'v1', labels: {} }]
    })
    const servers = auto('orders.edge.svc.cluster.local')
    expect(between([servers], [servers, subset]).map(({ said }) => said)).toEqual([
      `exposed orders.edge.svc.cluster.local at edge/edge:15443, ${region}`
    ])
  })
})
