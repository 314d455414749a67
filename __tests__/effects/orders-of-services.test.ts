import { describe, expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

const client = (namespace: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: client, namespace: ${namespace}}
spec: {template: {metadata: {labels: {app: client}}, spec: {containers: [{name: c, image: i}]}}}
`

const object = (kind: string, at: string, spec: string) => {
  const [namespace, name, year] = at.split('/')
  const age = year === undefined ? '' : `, creationTimestamp: "${year}-01-01T00:00:00Z"`
  return `---
apiVersion: networking.istio.io/v1
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}${age}}
spec: ${spec}
`
}

const entry = (
  at: string,
  host: string,
  address: string,
  port = '80, name: http, protocol: HTTP'
) =>
  object(
    'ServiceEntry',
    at,
    `{hosts: [${host}], location: MESH_EXTERNAL, resolution: STATIC, endpoints: [{address: ${address}}], ports: [{number: ${port}}]}`
  )

/** `kind subject: proxies: facet before → after`. */
function told(base: string, head: string): string[] {
  const { effects, unknown } = diffOf(base, head)
  expect(unknown).toEqual([])
  return effects.map(({ kind, subject, proxy, changes }) => {
    const facets = changes.map(({ facet, before, after }) => `${facet}: ${before} → ${after}`)
    return `${kind} ${subject.name}: ${proxy.names.join()}: ${facets.join('; ')}`
  })
}

const host = 'api.example.com'

describe('two ServiceEntries of one host', () => {
  const world = client('third') + client('b')
  const one = entry('a/x', host, '10.0.0.1')

  test('in other namespaces than theirs the older one is taken, which git does not hold', () => {
    expect(told(world + one, world + one + entry('b/z', host, '10.0.0.2'))).toEqual([
      `order-dependent ${host}: pods in any other namespace,pods in third: if a/x is older: endpoints at 10.0.0.1:80 → endpoints at 10.0.0.1:80; if b/z is older: endpoints at 10.0.0.1:80 → endpoints at 10.0.0.2:80`,
      `upstream-changed ${host}: pods in b: endpoints: at 10.0.0.1:80 → at 10.0.0.2:80`
    ])
  })

  test('ages in git decide', () => {
    const older = entry('a/x/2020', host, '10.0.0.1')
    const younger = entry('b/z/2021', host, '10.0.0.2')
    expect(told(world + older, world + older + younger)).toEqual([
      `upstream-changed ${host}: pods in b: endpoints: at 10.0.0.1:80 → at 10.0.0.2:80`
    ])
  })

  test('with the same endpoints their order does not matter', () => {
    expect(told(world + one, world + one + entry('b/z', host, '10.0.0.1'))).toEqual([])
  })

  test('what namespaces keep to themselves competes with nothing elsewhere', () => {
    const own = entry('b/z', host, '10.0.0.2').replace('{hosts', '{exportTo: ["."], hosts')
    expect(told(world + one, world + one + own)).toEqual([
      `upstream-changed ${host}: pods in b: endpoints: at 10.0.0.1:80 → at 10.0.0.2:80`
    ])
  })
})

describe('ServiceEntries without addresses on one port', () => {
  const tcp = '5432, name: tcp, protocol: TCP'

  test('of bytes that are forwarded unread the older one has the listener', () => {
    const world = client('a') + entry('a/x', 'db1.example.com', '10.0.0.1', tcp)
    const other = entry('a/z', 'db2.example.com', '10.0.0.2', tcp)
    expect(told(world, world + other)).toEqual([
      'order-dependent db2.example.com: all sidecars: if a/x is older: db1.example.com → db1.example.com; if a/z is older: db1.example.com → db2.example.com'
    ])
  })

  test('of HTTP share it', () => {
    const world = client('a') + entry('a/x', 'one.example.com', '10.0.0.1')
    const found = told(world, world + entry('a/z', 'two.example.com', '10.0.0.2'))
    expect(found.filter(one => one.startsWith('order-dependent'))).toEqual([])
  })
})

test('where routes are alike, each order says what is set otherwise', () => {
  const service =
    'apiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: a}\nspec: {selector: {app: cart}, ports: [{name: http, port: 80}]}\n---\n'
  const policy = (at: string, simple: string) =>
    object(
      'DestinationRule',
      at,
      `{host: cart, trafficPolicy: {loadBalancer: {simple: ${simple}}}}`
    )
  const base = service + client('a') + policy('a/x', 'RANDOM')
  expect(told(base, base + policy('a/z', 'ROUND_ROBIN'))).toEqual([
    'order-dependent cart: all sidecars: if a/x is older: load balancing RANDOM → load balancing RANDOM; if a/z is older: load balancing RANDOM → load balancing ROUND_ROBIN'
  ])
})
