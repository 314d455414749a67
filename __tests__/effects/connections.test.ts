import { describe, expect, test } from '@jest/globals'
import type { Effect } from '../../src/effects/effect.ts'
import { diffOf } from '../support/reviewed.ts'

/** `kind subject port: region | facet before → after`: what a person reads first. */
function said(base: string, head: string): string[] {
  const report = diffOf(base, head)
  expect(report.unknown.map(one => one.message)).toEqual([])
  return report.effects.map(words)
}

function words({ kind, subject, region, changes, witness }: Effect): string {
  expect(witness).not.toBeNull()
  const facets = changes.map(({ facet, before, after }) => `${facet} ${before} → ${after}`)
  return `${kind} ${subject.name} ${subject.port ?? '-'}: ${region} | ${facets.join('; ')}`
}

const yaml = (...documents: readonly object[]): string =>
  documents.map(document => JSON.stringify(document)).join('\n---\n')

const service = (name: string, port: string, number: number, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { selector: { app: name }, ports: [{ name: port, port: number }], ...more }
})

const istio = (kind: string, name: string, spec: object, namespace = 'shop') => ({
  apiVersion: 'networking.istio.io/v1',
  kind,
  metadata: { name, namespace },
  spec
})

const to = (host: string, subset?: string, port?: number) => ({
  destination: { host, ...(subset && { subset }), ...(port && { port: { number: port } }) }
})

const db = service('db', 'tcp-sql', 3306)
const spare = service('spare', 'tcp-sql', 3306)
const subsets = (...names: readonly string[]) =>
  istio('DestinationRule', 'db', {
    host: 'db',
    subsets: names.map(name => ({ name, labels: { version: name } }))
  })
const tcp = (...rules: readonly object[]) =>
  istio('VirtualService', 'db', { hosts: ['db'], tcp: rules })

describe('TCP at sidecars', () => {
  test('another subset', () => {
    const world = (subset: string) =>
      yaml(db, subsets('v1', 'v2'), tcp({ route: [to('db', subset)] }))
    expect(said(world('v1'), world('v2'))).toEqual([
      'rerouted db 3306: every connection | destinations db v1 → db v2'
    ])
  })

  test('a subset that is gone closes connections', () => {
    const world = (...names: readonly string[]) =>
      yaml(db, subsets(...names), tcp({ route: [to('db', 'v2')] }))
    expect(said(world('v1', 'v2'), world('v1'))).toEqual([
      'traffic-lost db 3306: every connection | destinations db v2 → db v2 (no such subset: closed)'
    ])
  })

  test('weights, and weights that mean the same', () => {
    const world = (one: number, other: number) =>
      yaml(
        db,
        subsets('v1', 'v2'),
        tcp({
          route: [
            { ...to('db', 'v1'), weight: one },
            { ...to('db', 'v2'), weight: other }
          ]
        })
      )
    expect(said(world(50, 50), world(1, 1))).toEqual([])
    expect(said(world(90, 10), world(50, 50))).toEqual([
      'weights-changed db 3306: every connection | destinations db v1 90 %, db v2 10 % → db v1 50 %, db v2 50 %'
    ])
  })

  test('subnets of an address that git holds', () => {
    const fixed = service('db', 'tcp-sql', 3306, { clusterIP: '10.1.2.3' })
    const world = (subnet: string) =>
      yaml(fixed, spare, tcp({ match: [{ destinationSubnets: [subnet] }], route: [to('spare')] }))
    expect(said(world('10.1.0.0/16'), world('10.1.2.0/24'))).toEqual([])
    expect(said(world('10.1.0.0/16'), world('10.2.0.0/16'))).toEqual([
      'rerouted db 3306: every connection | destinations spare → db'
    ])
  })

  test('a subnet of an address that git does not hold is not guessed', () => {
    const world = (subnet: string) =>
      yaml(db, spare, tcp({ match: [{ destinationSubnets: [subnet] }], route: [to('spare')] }))
    const report = diffOf(world('10.1.0.0/16'), world('10.2.0.0/16'))
    expect(report.effects).toEqual([])
    expect(report.unknown.map(one => one.message)).toEqual([
      'db in shop, port 3306, every connection: the address of the Service decides, and git does not hold it'
    ])
  })

  test('a match that only some clients pass', () => {
    const world = (labels: object) =>
      yaml(db, spare, tcp({ match: [{ sourceLabels: labels }], route: [to('spare')] }))
    const effects = diffOf(world({ app: 'a' }), world({ app: 'b' })).effects
    expect(effects.map(({ kind, proxy }) => `${kind} ${proxy.names.join(', ')}`)).toEqual([
      'rerouted pods with app=a in any other namespace, pods with app=a in shop',
      'rerouted pods with app=b in any other namespace, pods with app=b in shop'
    ])
  })

  test('a second service on the port takes nothing away: each has an address of its own', () => {
    expect(said(yaml(db), yaml(db, spare)).filter(one => one.includes(' db '))).toEqual([])
  })

  test('of two that share every address the older one does, and git does not hold their age', () => {
    const entry = (name: string) =>
      istio('ServiceEntry', name, {
        hosts: [`${name}.example.com`],
        ports: [{ number: 3306, name: 'tcp', protocol: 'TCP' }],
        resolution: 'DNS'
      })
    expect(said(yaml(entry('b')), yaml(entry('a'), entry('b')))).toEqual([
      'order-dependent a.example.com 3306: every connection | if shop/a is older b.example.com → a.example.com; if shop/b is older b.example.com → b.example.com'
    ])
  })

  test('a port that speaks HTTP from now on', () => {
    const [bytes, http] = [service('db', 'tcp', 3306), service('db', 'http', 3306)]
    const routing = said(yaml(bytes), yaml(http)).filter(one => one.startsWith('rerouted'))
    expect(routing.sort()).toEqual([
      'rerouted db 3306: bytes that are neither HTTP nor TLS; or TLS | destinations db → passed through to the address dialled',
      'rerouted db 3306: plaintext HTTP | destinations db → read as HTTP, by its routes'
    ])
  })

  test('a port that says that it speaks HTTP, where that was found out before', () => {
    const [found, named] = [service('db', 'x', 80), service('db', 'http', 80)]
    const routing = said(yaml(found), yaml(named)).filter(one => one.startsWith('rerouted'))
    expect(routing).toEqual([
      'rerouted db 80: bytes that are neither HTTP nor TLS; or TLS | destinations db → passed through to the address dialled'
    ])
  })

  test('pools of connections count, pools of requests do not', () => {
    const world = (pool: object) =>
      yaml(
        db,
        istio('DestinationRule', 'db', { host: 'db', trafficPolicy: { connectionPool: pool } })
      )
    expect(
      said(
        world({ http: { http1MaxPendingRequests: 1 } }),
        world({ http: { http1MaxPendingRequests: 2 } })
      )
    ).toEqual([])
    expect(
      said(world({ tcp: { maxConnections: 1 } }), world({ tcp: { maxConnections: 2 } }))
    ).toEqual([
      'upstream-changed db 3306: every connection | connection pool maxConnections 1 → maxConnections 2'
    ])
  })
})

describe('TLS at sidecars', () => {
  const vault = istio('ServiceEntry', 'vault', {
    hosts: ['vault.example.com', 'keys.example.com'],
    ports: [{ number: 443, name: 'tls', protocol: 'TLS' }],
    resolution: 'DNS'
  })
  const tls = (sni: string, host: string) =>
    istio('VirtualService', 'vault', {
      hosts: ['vault.example.com'],
      tls: [{ match: [{ sniHosts: [sni], port: 443 }], route: [to(host, undefined, 443)] }]
    })

  test('another destination for a server name', () => {
    const world = (host: string) => yaml(vault, tls('vault.example.com', host))
    expect(said(world('vault.example.com'), world('keys.example.com'))).toEqual([
      'rerouted vault.example.com 443: server name vault.example.com | destinations vault.example.com → keys.example.com'
    ])
  })

  test('what the only rule does not name goes the way of unknown hosts', () => {
    const route = tls('www.vault.example.com', 'vault.example.com')
    expect(said(yaml(vault), yaml(vault, route)).sort()).toEqual([
      'rerouted vault.example.com 443: server name vault.example.com | destinations vault.example.com → passed through to the address dialled',
      'rerouted www.vault.example.com 443: server name www.vault.example.com | destinations passed through to the address dialled → vault.example.com'
    ])
  })

  test('what nobody knows, once it is refused', () => {
    const sidecar = (mode: string) =>
      istio('Sidecar', 'default', { outboundTrafficPolicy: { mode }, egress: [{ hosts: ['./*'] }] })
    expect(said(yaml(sidecar('ALLOW_ANY')), yaml(sidecar('REGISTRY_ONLY')))).toEqual([
      'traffic-lost hosts outside the mesh -: every connection | destinations passed through to the address dialled → closed by the proxy (blackholed)'
    ])
  })
})

describe('at gateways', () => {
  const backend = service('web', 'tls', 8443)
  const gateway = (...servers: readonly object[]) =>
    istio('Gateway', 'public', { selector: { istio: 'ingressgateway' }, servers })
  const server = (protocol: string, hosts: readonly string[], tls?: object, number = 443) => ({
    port: { number, name: protocol.toLowerCase(), protocol },
    hosts,
    ...(tls && { tls })
  })
  const sni = (...rules: readonly (readonly [string, string])[]) =>
    istio('VirtualService', 'web', {
      hosts: ['*.example.com'],
      gateways: ['public'],
      tls: rules.map(([name, host]) => ({
        match: [{ sniHosts: [name], port: 443 }],
        route: [to(host, undefined, 8443)]
      }))
    })
  const passthrough = server('TLS', ['*.example.com'], { mode: 'PASSTHROUGH' })

  test('PASSTHROUGH by server name', () => {
    const world = (...rules: readonly (readonly [string, string])[]) =>
      yaml(backend, service('api', 'tls', 8443), gateway(passthrough), sni(...rules))
    expect(said(world(['a.example.com', 'web']), world(['a.example.com', 'api']))).toEqual([
      'rerouted a.example.com 443: server name a.example.com | destinations web → api'
    ])
    expect(
      said(
        world(['a.example.com', 'web'], ['b.example.com', 'web']),
        world(['a.example.com', 'web'])
      )
    ).toContain(
      'traffic-lost b.example.com 443: server name b.example.com | destinations web → connection refused (no listener)'
    )
  })

  test('a TCP server without its rule listens no more', () => {
    const route = istio('VirtualService', 'tcp', {
      hosts: ['*'],
      gateways: ['public'],
      tcp: [{ match: [{ port: 9000 }], route: [to('web', undefined, 8443)] }]
    })
    const world = (...more: readonly object[]) =>
      yaml(backend, gateway(server('TCP', ['*'], undefined, 9000)), ...more)
    expect(said(world(route), world())).toContain(
      'traffic-lost * 9000: every connection | destinations web → connection refused (no listener)'
    )
  })

  test('how TLS ends', () => {
    const http = istio('VirtualService', 'web', {
      hosts: ['a.example.com'],
      gateways: ['public'],
      http: [{ route: [to('web', undefined, 8443)] }]
    })
    const world = (tls: object) =>
      yaml(backend, gateway(server('HTTPS', ['a.example.com'], tls)), http)
    expect(
      said(
        world({ mode: 'SIMPLE', credentialName: 'a' }),
        world({ mode: 'SIMPLE', credentialName: 'b' })
      )
    ).toContain(
      'settings-changed a.example.com 443: server name a.example.com | server TLS SIMPLE, credentialName a → SIMPLE, credentialName b'
    )
    expect(
      said(
        world({ mode: 'SIMPLE', credentialName: 'a' }),
        world({ mode: 'SIMPLE', credentialName: 'a', minProtocolVersion: 'TLSV1_3' })
      )
    ).toContain(
      'settings-changed a.example.com 443: server name a.example.com | server TLS SIMPLE, credentialName a → SIMPLE, credentialName a, minProtocolVersion TLSV1_3'
    )
  })

  test('names that TLS is ended for, and no route serves', () => {
    const http = istio('VirtualService', 'web', {
      hosts: ['a.example.com'],
      gateways: ['public'],
      http: [{ route: [to('web', undefined, 8443)] }]
    })
    const world = (host: string, ...more: readonly object[]) =>
      yaml(
        backend,
        gateway(server('HTTPS', [host], { mode: 'SIMPLE', credentialName: 'a' })),
        ...more
      )
    const wider =
      'rerouted *.example.com 443: server names under .example.com except a.example.com | destinations connection refused (no listener) → 404 (host not served)'
    expect(said(world('a.example.com', http), world('*.example.com', http))).toEqual([wider])
    expect(said(world('*.example.com', http), world('a.example.com', http))).toEqual([
      'rerouted *.example.com 443: server names under .example.com except a.example.com | destinations 404 (host not served) → connection refused (no listener)'
    ])
    expect(said(world('a.example.com'), world('b.example.com'))).toEqual([
      'rerouted a.example.com 443: server name a.example.com | destinations 404 (host not served) → connection refused (no listener)',
      'rerouted b.example.com 443: server name b.example.com | destinations connection refused (no listener) → 404 (host not served)'
    ])
  })

  test('a listener that Envoy refuses serves no routes, whatever the other side leads there', () => {
    const any = (name: string) =>
      istio('Gateway', name, {
        selector: { istio: 'ingress' },
        servers: [
          {
            port: { number: 443, name: `https-${name}`, protocol: 'HTTPS' },
            hosts: name === 'two' ? ['shop/*'] : ['*'],
            tls: { mode: 'SIMPLE', credentialName: name }
          }
        ]
      })
    const http = istio('VirtualService', 'web', {
      hosts: ['web.example.com'],
      gateways: ['one'],
      http: [{ route: [to('web', undefined, 8443)] }]
    })
    const [both, one] = [
      yaml(backend, any('one'), any('two'), http),
      yaml(backend, any('two'), http)
    ]
    const refused = 'configuration refused by Envoy: two filter chains take the same connections'
    const routes = 'read as HTTP, by its routes'
    expect(said(both, one)).toContain(
      `traffic-gained * 443: TLS or Istio's mutual TLS | destinations ${refused} → ${routes}`
    )
    expect(said(one, both)).toContain(
      `traffic-lost * 443: TLS or Istio's mutual TLS | destinations ${routes} → ${refused}`
    )
    expect(said(both, one).filter(line => line.includes('web.example.com'))).toEqual([])
    const moved = { ...http, spec: { ...http.spec, http: [{ directResponse: { status: 418 } }] } }
    const report = diffOf(both, yaml(backend, any('one'), any('two'), moved))
    expect(report.effects).toEqual([])
    expect(report.unknown.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        'Envoy refuses their listener as both sides have it (two filter chains'
      )
    ])
  })

  test('plaintext never reads a certificate', () => {
    const world = (credentialName: string) =>
      yaml(backend, gateway(server('HTTPS', ['*'], { mode: 'SIMPLE', credentialName })))
    expect(said(world('a'), world('b'))).toEqual([
      "settings-changed * 443: TLS or Istio's mutual TLS | server TLS SIMPLE, credentialName a → SIMPLE, credentialName b"
    ])
  })

  test('names that a server for any name ends TLS for, beside those that are served', () => {
    const https = (name: string, hosts: readonly string[]) =>
      istio('Gateway', name, {
        selector: { istio: 'ingress' },
        servers: [
          {
            port: { number: 443, name: `https-${name}`, protocol: 'HTTPS' },
            hosts,
            tls: { mode: 'SIMPLE', credentialName: 'a' }
          }
        ]
      })
    const narrow = https('narrow', ['*.example.com'])
    const http = istio('VirtualService', 'web', {
      hosts: ['*.example.com'],
      gateways: ['narrow', 'any'],
      http: [{ route: [to('web', undefined, 8443)] }]
    })
    const before = yaml(backend, narrow, https('any', ['*']), http)
    const region = 'server name present except those ending in .example.com'
    expect(said(before, yaml(backend, narrow, http))).toEqual([
      `rerouted * 443: ${region} | destinations 404 (host not served) → connection refused (no listener)`
    ])
  })

  test('names that no request sees', () => {
    const world = (gateway: string, port: string) =>
      yaml(
        backend,
        istio('Gateway', gateway, {
          selector: { istio: 'ingressgateway' },
          servers: [
            {
              port: { number: 443, name: port, protocol: 'HTTPS' },
              hosts: ['a.example.com'],
              tls: { mode: 'SIMPLE', credentialName: 'a' }
            }
          ]
        }),
        istio('VirtualService', 'web', {
          hosts: ['a.example.com'],
          gateways: [gateway],
          http: [{ route: [to('web', undefined, 8443)] }]
        })
      )
    expect(said(world('public', 'https'), world('public', 'web'))).toEqual([])
    expect(said(world('public', 'https'), world('front', 'https'))).toEqual([])
  })

  test('from passing TLS on to ending it', () => {
    const world = (tls: object) =>
      yaml(
        backend,
        gateway(server('HTTPS', ['a.example.com'], tls)),
        istio('VirtualService', 'web', {
          hosts: ['a.example.com'],
          gateways: ['public'],
          http: [{ route: [to('web', undefined, 8443)] }],
          tls: [{ match: [{ sniHosts: ['a.example.com'] }], route: [to('web', undefined, 8443)] }]
        })
      )
    expect(
      said(world({ mode: 'PASSTHROUGH' }), world({ mode: 'SIMPLE', credentialName: 'a' }))
    ).toContain(
      'rerouted a.example.com 443: server name a.example.com | destinations web → read as HTTP, by its routes'
    )
  })
})
