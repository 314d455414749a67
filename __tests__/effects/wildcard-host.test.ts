import { expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

const entry = (name: string, host: string, spec: object) =>
  JSON.stringify({
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name, namespace: 'shop' },
    spec: { hosts: [host], ports: [{ number: 80, name: 'http', protocol: 'HTTP' }], ...spec }
  })

test('requests of a name that is gone reach the ServiceEntry of a wildcard that did not change', () => {
  const wide = entry('wide', '*.example.com', { location: 'MESH_EXTERNAL', resolution: 'NONE' })
  const world = (host: string) =>
    [entry('api', host, { location: 'MESH_INTERNAL', resolution: 'DNS' }), wide].join('\n---\n')
  const { effects, unknown } = diffOf(world('api.example.com'), world('fresh.example.org'))
  expect(unknown).toEqual([])
  const said = effects.flatMap(({ region, changes }) =>
    changes.map(({ before, after }) => `${region}: ${before} → ${after}`)
  )
  expect(said).toContain('every request: api.example.com → *.example.com')
})

const routes = (hosts: readonly string[], timeout: string) =>
  JSON.stringify({
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'all', namespace: 'shop' },
    spec: {
      hosts,
      http: [
        {
          match: [{ authority: { prefix: 'admin.' } }],
          timeout,
          route: [{ destination: { host: 'api.example.com' } }]
        },
        { route: [{ destination: { host: 'api.example.com' } }] }
      ]
    }
  })

test.each([
  ['one domain', ['*.example.org']],
  ['two domains', ['*.example.com', '*.example.org']]
])('some Host headers of %s are not every request of it', (_, hosts) => {
  const api = entry('api', 'api.example.com', { location: 'MESH_EXTERNAL', resolution: 'DNS' })
  const world = (timeout: string) => [api, routes(hosts, timeout)].join('\n---\n')
  const { effects, unknown } = diffOf(world('3s'), world('4s'))
  expect(unknown).toEqual([])
  expect(effects.map(({ region }) => region).join()).toContain('Host header beginning with admin.')
  expect(effects.map(({ region }) => region).join()).not.toContain('every request')
})
