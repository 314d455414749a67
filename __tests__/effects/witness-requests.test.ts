import { expect, test } from '@jest/globals'
import type { Effect } from '../../src/effects/effect.ts'
import { diffOf } from '../support/reviewed.ts'

const yaml = (...documents: readonly object[]): string =>
  documents.map(document => JSON.stringify(document)).join('\n---\n')

const service = (name: string, clusterIP: string, ...ports: readonly object[]) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { clusterIP, selector: { app: name }, ports }
})

const istio = (kind: string, name: string, spec: object, namespace = 'shop') => ({
  apiVersion: 'networking.istio.io/v1',
  kind,
  metadata: { name, namespace },
  spec
})

const to = (host: string, port?: number) => ({
  destination: { host, ...(port && { port: { number: port } }) }
})

function effectsOf(base: string, head: string): readonly Effect[] {
  const report = diffOf(base, head)
  expect(report.unknown.map(one => one.message)).toEqual([])
  return report.effects
}

const http = { name: 'http', port: 80 }

/** A port's own listener has the Service's address; the HTTP routes of the port stay, for every other address. */
const tcpListener = istio('Sidecar', 'default', {
  egress: [
    { port: { number: 80, protocol: 'TCP', name: 'raw' }, hosts: ['*/*'] },
    { hosts: ['*/*'] }
  ]
})

const world = (rule: object, ...more: readonly object[]) =>
  yaml(
    service('web', '10.96.0.1', http),
    service('old', '10.96.0.2', http, { name: 'web', port: 9000 }),
    istio('VirtualService', 'web', { hosts: ['web', 'old'], http: [rule] }),
    ...more
  )

test('a request comes to the routes that it shows: at another address, where that of its host has a listener for bytes', () => {
  const [answered, forwarded] = [{ directResponse: { status: 418 } }, { route: [to('old', 80)] }]
  const effects = effectsOf(world(answered, tcpListener), world(forwarded, tcpListener))
  const here = effects.filter(
    ({ subject, proxy }) => subject.port === 80 && proxy.names.some(name => name.includes('shop'))
  )
  expect(here.map(({ witness }) => witness?.request.address)).toEqual(here.map(() => '192.0.2.1'))
  expect(here.length).toBeGreaterThan(0)
  for (const { region } of here) expect(region).toContain('at an address of no Service')
  for (const { witness } of effectsOf(world(answered), world(forwarded))) {
    expect(witness?.request.address).toBeUndefined()
  }
})

test('routes of a port that reads the protocol are asked by the name of their Service, whatever Host a rule asks for', () => {
  const rule = (authority: string) => ({
    match: [{ port: 9000, authority: { exact: authority } }],
    route: [to('web', 80)]
  })
  const withRest = (authority: string) =>
    yaml(
      service('web', '10.96.0.1', http),
      service('old', '10.96.0.2', { name: 'web', port: 9000 }),
      istio('VirtualService', 'old', {
        hosts: ['old'],
        http: [rule(authority), { directResponse: { status: 200 } }]
      })
    )
  const requests = effectsOf(withRest('a.example'), withRest('b.example')).map(
    ({ witness }) => witness?.request
  )
  // A name that DNS does not know: the address is the Service's.
  expect(requests.map(one => [one?.authority, one?.address]).sort()).toEqual([
    ['a.example', '10.96.0.2'],
    ['b.example', '10.96.0.2']
  ])
})

test('a rewrite that the shortest path of a region hides is shown by a longer one', () => {
  const rules = (match: object) =>
    yaml(
      service('web', '10.96.0.1', http),
      istio('VirtualService', 'web', {
        hosts: ['web'],
        http: [{ match: [match], route: [to('web', 80)], rewrite: { uri: '/' } }]
      })
    )
  const [effect, ...others] = effectsOf(
    rules({ uri: { regex: '/b[a-z]*' } }),
    rules({ uri: { prefix: '/b' } })
  ).filter(({ kind }) => kind === 'settings-changed')
  expect(others).toEqual([])
  expect(effect?.changes.map(({ facet }) => facet)).toEqual(['rewrite'])
  const { witness } = effect ?? {}
  expect([witness?.request.path, witness?.before.path, witness?.after.path]).toEqual([
    '/bx',
    '/',
    '/x'
  ])
})

test('labels of a subset choose no pod where requests go to the pod that was dialled', () => {
  const pods = ['v1', 'v2'].map(version => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `web-${version}`, namespace: 'shop', labels: { app: 'web', version } },
    spec: { containers: [{ name: 'app', image: 'app' }] }
  }))
  const labelled = (clusterIP: string, version: string) =>
    yaml(
      service('web', clusterIP, http),
      ...pods,
      istio('VirtualService', 'web', {
        hosts: ['web'],
        http: [{ route: [{ destination: { host: 'web', subset: 'chosen' } }] }]
      }),
      istio('DestinationRule', 'web', {
        host: 'web',
        subsets: [{ name: 'chosen', labels: { version } }]
      })
    )
  const moved = (clusterIP: string) =>
    effectsOf(labelled(clusterIP, 'v1'), labelled(clusterIP, 'v2')).length > 0
  expect([moved('10.96.0.1'), moved('None')]).toEqual([true, false])
})

const pod = (name: string, labels: object) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop', labels },
  spec: { containers: [{ name: 'app', image: 'app' }] }
})

const selecting = (selector: object) => ({
  ...service('web', '10.96.0.1', http),
  spec: { clusterIP: '10.96.0.1', selector, ports: [http] }
})

test('a selector says who serves the clients that see its Service, not those that see a ServiceEntry of its host', () => {
  const entry = istio(
    'ServiceEntry',
    'web',
    {
      hosts: ['web.shop.svc.cluster.local'],
      exportTo: ['.'],
      ports: [{ number: 80, name: 'http', protocol: 'HTTP' }],
      resolution: 'STATIC',
      endpoints: [{ address: '203.0.113.1' }]
    },
    'other'
  )
  const scope = istio('Sidecar', 'default', { egress: [{ hosts: ['./*'] }] }, 'other')
  const sides = (...more: readonly object[]) =>
    effectsOf(
      yaml(selecting({ app: 'web' }), pod('web-v2', { app: 'web', version: 'v2' }), ...more),
      yaml(
        selecting({ app: 'web', version: 'v1' }),
        pod('web-v2', { app: 'web', version: 'v2' }),
        ...more
      )
    )
  const lost = sides(entry, scope).filter(({ kind }) => kind === 'traffic-lost')
  expect(lost.length).toBeGreaterThan(0)
  for (const { proxy } of lost) expect(proxy.names.join()).not.toContain('in other')
  for (const { witness } of lost)
    expect(witness?.request.from).not.toHaveProperty('namespace', 'other')
})

test('a selector that takes the labels of an empty subset finds no more pods for it', () => {
  const world = (selector: object) =>
    yaml(
      selecting(selector),
      pod('web-v2', { app: 'web', version: 'v2' }),
      istio('VirtualService', 'web', {
        hosts: ['web'],
        http: [
          {
            route: [
              { destination: { host: 'web', subset: 'old' }, weight: 50 },
              { destination: { host: 'elsewhere.example.com' }, weight: 50 }
            ]
          }
        ]
      }),
      istio('DestinationRule', 'web', {
        host: 'web',
        subsets: [{ name: 'old', labels: { version: 'v1' } }]
      })
    )
  const effects = effectsOf(world({ app: 'web' }), world({ app: 'web', version: 'v1' }))
  expect(effects.filter(({ kind }) => kind === 'traffic-gained')).toEqual([])
})

test('a selector that asks otherwise of the label of a subset leaves it empty', () => {
  const world = (selector: object) =>
    yaml(
      selecting(selector),
      pod('web-v2', { app: 'web', version: 'v2' }),
      istio('VirtualService', 'web', {
        hosts: ['web'],
        http: [{ route: [{ destination: { host: 'web', subset: 'new' } }] }]
      }),
      istio('DestinationRule', 'web', {
        host: 'web',
        subsets: [{ name: 'new', labels: { version: 'v2' } }]
      })
    )
  const effects = effectsOf(world({ app: 'web' }), world({ app: 'web', version: 'v1' }))
  const lost = effects.find(({ kind }) => kind === 'traffic-lost')
  expect(lost?.witness?.after.outcome).toBe('no-endpoints')
})

test('a connection whose name DNS knows on one side alone is shown by the address', () => {
  const entry = (name: string, host: string, more: object) =>
    istio('ServiceEntry', name, {
      hosts: [host],
      ports: [{ number: 9000, name: 'tcp', protocol: 'TCP' }],
      resolution: 'DNS',
      ...more
    })
  const world = (host: string) =>
    yaml(entry('rest', 'rest.example.com', {}), entry('own', host, { addresses: ['240.1.2.1'] }))
  const [effect, ...others] = effectsOf(world('old.example.com'), world('new.example.com'))
  expect(others).toEqual([])
  const { request, before, after } = effect?.witness ?? {}
  expect(request?.address).toBe('240.1.2.1')
  expect([before, after].map(one => one?.destinations.map(({ host }) => host))).toEqual([
    ['old.example.com'],
    ['new.example.com']
  ])
})

test('a rewrite of / to / is none: what else a rule in front changes is shown', () => {
  const rest = {
    route: [to('web', 80)],
    rewrite: { uri: '/' },
    mirror: { host: 'old.shop.svc.cluster.local' }
  }
  const world = (...front: readonly object[]) =>
    yaml(
      service('web', '10.96.0.1', http),
      service('old', '10.96.0.2', http),
      istio('VirtualService', 'web', { hosts: ['web'], http: [...front, rest] })
    )
  const front = { match: [{ uri: { prefix: '/api' } }], route: [to('web', 80)] }
  const [effect, ...others] = effectsOf(world(), world(front))
  expect(others).toEqual([])
  expect(effect?.changes.map(({ facet }) => facet)).toEqual(['mirrors'])
})
