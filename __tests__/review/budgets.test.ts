import { describe, expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

const json = (...documents: readonly object[]): string =>
  documents.map(document => JSON.stringify(document)).join('\n---\n')

const istio = (kind: string, name: string, spec: object) => ({
  apiVersion: 'networking.istio.io/v1',
  kind,
  metadata: { name, namespace: 'shop' },
  spec
})

const web = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80 }] }
}

const to = (host: string) => [{ destination: { host } }]

/** VirtualServices of one host, of which the one in the middle has another timeout. */
const rivals = (count: number, timeout: string, path: (index: number) => string) =>
  Array.from({ length: count }, (_, index) =>
    istio('VirtualService', `v${String(index).padStart(4, '0')}`, {
      hosts: ['web.example.com'],
      gateways: ['public'],
      http: [
        {
          match: [{ uri: { prefix: path(index) } }],
          timeout: index === count >> 1 ? timeout : '1s',
          route: to('web')
        }
      ]
    })
  )

const gateway = istio('Gateway', 'public', {
  selector: { istio: 'ingressgateway' },
  servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }]
})

describe('the order of creation', () => {
  const world = (count: number, timeout: string, path: (index: number) => string) =>
    json(web, gateway, ...rivals(count, timeout, path))

  test('of nine rivals whose rules take different requests is proven irrelevant', () => {
    const apart = (index: number) => `/${index}/`
    const report = diffOf(world(9, '1s', apart), world(9, '2s', apart))
    expect(report.unknown).toEqual([])
    expect(report.effects.map(effect => effect.kind)).toEqual(['settings-changed'])
  })

  test('of nine rivals that take the same requests decides', () => {
    const same = () => '/'
    const report = diffOf(world(9, '1s', same), world(9, '2s', same))
    expect(report.unknown).toEqual([])
    expect(report.effects.map(effect => effect.kind)).toEqual(['order-dependent'])
  })

  test('of two hundred is shown and not claimed to be known', () => {
    const same = () => '/'
    const report = diffOf(world(200, '1s', same), world(200, '2s', same))
    expect(report.effects.map(effect => effect.kind)).toEqual(['order-dependent'])
    expect(report.unknown.map(one => one.reason)).toEqual(['budget'])
  })
})

describe('selectors that combine in too many ways', () => {
  const world = (keys: number, timeout: string) =>
    json(
      web,
      istio('VirtualService', 'web', {
        hosts: ['web'],
        http: [
          ...Array.from({ length: keys }, (_, index) => ({
            match: [{ sourceLabels: { [`key${index}`]: 'x' }, uri: { prefix: `/${index}` } }],
            route: to('web')
          })),
          { timeout, route: to('web') }
        ]
      })
    )

  test('are told apart where they are few', () => {
    expect(diffOf(world(4, '1s'), world(4, '2s')).unknown).toEqual([])
  })

  test('are a budget where they are many', () => {
    const report = diffOf(world(8, '1s'), world(8, '2s'))
    expect(report.effects.length).toBeGreaterThan(0)
    expect(report.unknown.map(one => one.reason)).toContain('budget')
  })
})

describe('input that asks too much', () => {
  test('delegates in a circle', () => {
    const delegate = (name: string, target: string) =>
      istio('VirtualService', name, { http: [{ delegate: { name: target, namespace: 'shop' } }] })
    const world = (last: string) =>
      json(
        web,
        istio('VirtualService', 'root', {
          hosts: ['web'],
          http: [{ delegate: { name: 'a', namespace: 'shop' } }]
        }),
        delegate('a', 'b'),
        delegate('b', last)
      )
    const report = diffOf(world('a'), world('root'))
    expect(report.unknown.filter(one => one.reason === 'internal')).toEqual([])
  })

  test('regular expressions that no automaton holds', () => {
    const world = (end: string) =>
      json(
        web,
        istio('VirtualService', 'web', {
          hosts: ['web'],
          http: [
            {
              match: [
                {
                  uri: {
                    regex: Array.from({ length: 60 }, (_, i) => `.*x${i}${end}.*`).join('|')
                  }
                }
              ],
              route: to('web')
            }
          ]
        })
      )
    const report = diffOf(world('y'), world('z'))
    expect(report.unknown.map(one => one.reason)).toEqual(['budget'])
  }, 60_000)

  test('two thousand servers that pass TLS on', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `h${index}.example.com`)
    const servers = (first: string) =>
      [first, ...names.slice(1)].map((host, index) => ({
        port: { number: 443, name: `tls${index}`, protocol: 'TLS' },
        hosts: [host],
        tls: { mode: 'PASSTHROUGH' }
      }))
    const world = (first: string, destination: string) =>
      json(
        web,
        istio('Gateway', 'public', {
          selector: { istio: 'ingressgateway' },
          servers: servers(first)
        }),
        istio('VirtualService', 'web', {
          hosts: ['*.example.com'],
          gateways: ['public'],
          tls: names.map((name, index) => ({
            match: [{ sniHosts: [name] }],
            route: to(index === 5 ? destination : 'web')
          }))
        })
      )
    // The names are the rule's, not the server's: nothing changes where the server's host does.
    expect(
      diffOf(world('h0.example.com', 'web'), world('other.example.com', 'web')).effects
    ).toEqual([])
    const { effects, unknown } = diffOf(
      world('h0.example.com', 'web'),
      world('h0.example.com', 'api.example.org')
    )
    expect(unknown).toEqual([])
    expect(effects.map(({ kind, subject }) => `${kind} ${subject.name}`)).toContain(
      'rerouted h5.example.com'
    )
  }, 60_000)
})
