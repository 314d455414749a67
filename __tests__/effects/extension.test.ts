import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/report/report.ts'
import { reportProblems } from '../support/report-schema.ts'
import { runCli, withFiles } from '../support/world.ts'

const world = `apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8081}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {selector: {matchLabels: {app: cart}}, template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: a, image: b}]}}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: shop}
spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec: {hosts: [cart, shop.example.com], gateways: [mesh, public], http: [{name: r, timeout: TIMEOUT, route: [{destination: {host: cart}}]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec: {hosts: [web], http: [{timeout: TIMEOUT, route: [{destination: {host: web}}]}]}
`

async function compare(
  base: string,
  head: string,
  timeouts: readonly [string, string] = ['1s', '1s']
): Promise<Report> {
  const files = {
    'a/w.yaml': world.replaceAll('TIMEOUT', timeouts[0]),
    'b/w.yaml': world.replaceAll('TIMEOUT', timeouts[1]),
    ...(base === '' ? {} : { 'a/f.yaml': base }),
    ...(head === '' ? {} : { 'b/f.yaml': head })
  }
  return withFiles(files, async directory => {
    const { stdout, stderr } = await runCli(['diff', 'a', 'b', '-f', 'json'], { cwd: directory })
    expect(stderr).toBe('')
    const report = JSON.parse(stdout)
    expect(reportProblems(report)).toEqual([])
    return report
  })
}

const filter = (patches: string, more = '', namespace = 'shop') =>
  `apiVersion: networking.istio.io/v1alpha3\nkind: EnvoyFilter\nmetadata: {name: f, namespace: ${namespace}}\nspec: {${more}configPatches: [${patches}]}`
const patch = (applyTo: string, match: string, change: string) =>
  `{applyTo: ${applyTo}, match: ${match}, patch: ${change}}`
const http = (name: string, type = '') =>
  `{operation: INSERT_BEFORE, value: {name: ${name}, typed_config: {"@type": "type.googleapis.com/envoy.${type}"}}}`
const lua = http('envoy.filters.http.lua', 'extensions.filters.http.lua.v3.Lua')
const cart = 'workloadSelector: {labels: {app: cart}}, '
const merge = '{operation: MERGE, value: {route: {timeout: 9s}}}'
const vhost = (name: string, more = '') =>
  `{context: SIDECAR_OUTBOUND, routeConfiguration: {name: "80", vhost: {name: "${name}.shop.svc.cluster.local:80"${more}}}}`

describe('a new EnvoyFilter', () => {
  test.each<[string, string, string, string]>([
    [
      'is told by its filter',
      filter(patch('HTTP_FILTER', '{context: SIDECAR_INBOUND}', lua)),
      'adds Lua',
      'requests that sidecars receive'
    ],
    [
      'and by where it is',
      filter(patch('HTTP_FILTER', '{context: SIDECAR_OUTBOUND, listener: {portNumber: 80}}', lua)),
      'adds Lua',
      'requests that sidecars send, port 80'
    ],
    [
      'at gateways',
      filter(patch('HTTP_FILTER', '{context: GATEWAY}', lua), '', 'istio-system'),
      'adds Lua',
      'requests at gateways'
    ],
    [
      'for the port of some pods',
      filter(
        patch('HTTP_FILTER', '{context: SIDECAR_INBOUND, listener: {portNumber: 8080}}', lua),
        cart
      ),
      'adds Lua',
      'requests that sidecars receive, port 8080'
    ],
    [
      'external authorization',
      filter(
        patch('HTTP_FILTER', '{context: GATEWAY}', http('envoy.filters.http.ext_authz')),
        '',
        'istio-system'
      ),
      'adds external authorization (ext_authz)',
      'requests at gateways'
    ],
    [
      'a rate limit',
      filter(
        patch(
          'HTTP_FILTER',
          '{context: SIDECAR_INBOUND}',
          http('envoy.filters.http.local_ratelimit')
        )
      ),
      'adds a local rate limit',
      'requests that sidecars receive'
    ],
    [
      'a filter by its type alone',
      filter(
        patch(
          'HTTP_FILTER',
          '{context: SIDECAR_INBOUND}',
          http('mine', 'extensions.filters.http.header_mutation.v3.HeaderMutation')
        )
      ),
      'adds a header filter',
      'requests that sidecars receive'
    ],
    [
      'a filter that nobody knows',
      filter(patch('HTTP_FILTER', '{context: SIDECAR_INBOUND}', http('mine', 'x'))),
      'adds the filter mine',
      'requests that sidecars receive'
    ],
    [
      'a guard that goes',
      filter(
        patch(
          'HTTP_FILTER',
          '{context: SIDECAR_INBOUND, listener: {filterChain: {filter: {name: envoy.filters.network.http_connection_manager, subFilter: {name: envoy.filters.http.rbac}}}}}',
          '{operation: REMOVE}'
        )
      ),
      'removes RBAC',
      'requests that sidecars receive'
    ],
    [
      'tokens that are read otherwise',
      filter(
        patch(
          'HTTP_FILTER',
          '{context: SIDECAR_INBOUND, listener: {filterChain: {filter: {subFilter: {name: envoy.filters.http.jwt_authn}}}}}',
          '{operation: MERGE, value: {typed_config: {"@type": x, bypass_cors_preflight: true}}}'
        )
      ),
      'merges into JWT authentication: bypass_cors_preflight',
      'requests that sidecars receive'
    ],
    [
      'a route',
      filter(patch('HTTP_ROUTE', vhost('cart', ', route: {name: r}'), merge)),
      'merges into a route: route.timeout',
      'requests that sidecars send, route configuration 80, virtual host cart.shop.svc.cluster.local:80, route r'
    ],
    [
      'a cluster',
      filter(
        patch(
          'CLUSTER',
          '{context: SIDECAR_OUTBOUND, cluster: {service: cart.shop.svc.cluster.local}}',
          '{operation: MERGE, value: {connect_timeout: 1s}}'
        )
      ),
      'merges into a cluster: connect_timeout',
      'requests that sidecars send, service cart.shop.svc.cluster.local'
    ],
    [
      'a cluster of its own',
      filter(
        patch('CLUSTER', '{context: SIDECAR_OUTBOUND}', '{operation: ADD, value: {name: mine}}')
      ),
      'adds a cluster: name',
      'requests that sidecars send'
    ],
    [
      'a version that runs',
      filter(patch('HTTP_FILTER', '{proxy: {proxyVersion: "^1\\\\.31.*"}}', lua)),
      'adds Lua',
      'requests that sidecars receive and requests that sidecars send'
    ]
  ])('%s', async (_, head, words, region) => {
    const { effects, unknown } = await compare('', head)
    expect(
      effects.map(one => [one.kind, one.certainty, one.changes[0]?.after, one.region])
    ).toEqual([['extension-changed', 'unknown', words, region]])
    expect(effects[0]?.causes[0]?.at).toMatchObject({ file: 'f.yaml', start: { line: 4 } })
    expect(unknown).toHaveLength(1)
    expect(unknown[0]?.message).toContain(
      `EnvoyFilter ${head.includes('istio-system') ? 'istio-system' : 'shop'}/f ${words}`
    )
    // What goes is said too.
    const back = await compare(head, '')
    expect(back.effects.map(one => [one.kind, one.changes[0]?.before])).toEqual([
      ['extension-changed', words]
    ])
  })

  test('that touches who may call is an error, anything else a warning', async () => {
    const severity = async (name: string) =>
      (await compare('', filter(patch('HTTP_FILTER', '{}', http(name))))).effects[0]?.severity
    expect(await severity('envoy.filters.http.rbac')).toBe('error')
    expect(await severity('envoy.filters.http.gzip')).toBe('warning')
  })
})

describe('an EnvoyFilter that no proxy meets', () => {
  test.each<[string, string]>([
    [
      'a version that nobody runs',
      filter(patch('HTTP_FILTER', '{proxy: {proxyVersion: "^1\\\\.12.*"}}', lua))
    ],
    [
      'a port that no listener has',
      filter(patch('HTTP_FILTER', '{context: SIDECAR_OUTBOUND, listener: {portNumber: 81}}', lua))
    ],
    [
      'a port that no Service leads to',
      filter(
        patch('HTTP_FILTER', '{context: SIDECAR_INBOUND, listener: {portNumber: 9999}}', lua),
        cart
      )
    ],
    [
      'a listener of another name',
      filter(patch('LISTENER', '{context: SIDECAR_OUTBOUND, listener: {name: 0.0.0.0_81}}', merge))
    ],
    [
      'a route configuration of another name',
      filter(
        patch('HTTP_ROUTE', '{context: SIDECAR_OUTBOUND, routeConfiguration: {name: "81"}}', merge)
      )
    ],
    ['a virtual host of another name', filter(patch('VIRTUAL_HOST', vhost('nope'), merge))],
    [
      'a domain that none has',
      filter(
        patch(
          'VIRTUAL_HOST',
          '{context: SIDECAR_OUTBOUND, routeConfiguration: {vhost: {domainName: nope.example.com}}}',
          merge
        )
      )
    ],
    [
      'a route of another name',
      filter(patch('HTTP_ROUTE', vhost('cart', ', route: {name: other}'), merge))
    ],
    [
      'a cluster of another service',
      filter(
        patch(
          'CLUSTER',
          '{context: SIDECAR_OUTBOUND, cluster: {service: nope.shop.svc.cluster.local}}',
          merge
        )
      )
    ],
    [
      'a cluster of another port',
      filter(patch('CLUSTER', '{context: SIDECAR_OUTBOUND, cluster: {portNumber: 81}}', merge))
    ],
    [
      'a subset that nobody has',
      filter(
        patch(
          'CLUSTER',
          '{context: SIDECAR_OUTBOUND, cluster: {service: cart.shop.svc.cluster.local, subset: v9}}',
          merge
        )
      )
    ],
    [
      'another Gateway',
      filter(
        patch(
          'ROUTE_CONFIGURATION',
          '{context: GATEWAY, routeConfiguration: {gateway: shop/other}}',
          merge
        ),
        '',
        'istio-system'
      )
    ],
    ['a patch of nothing', filter('{applyTo: HTTP_FILTER}')]
  ])('%s', async (_, head) => {
    const { effects, unknown, unchanged } = await compare('', head)
    expect([effects, unknown]).toEqual([[], []])
    expect(unchanged.textOnly).toEqual([
      {
        file: 'f.yaml',
        what: 'no proxy meets what changed',
        ref: expect.stringContaining('EnvoyFilter')
      }
    ])
  })
})

describe('an edit', () => {
  const one = patch('HTTP_FILTER', '{context: SIDECAR_INBOUND}', lua)
  const two = patch(
    'CLUSTER',
    '{context: SIDECAR_OUTBOUND}',
    '{operation: MERGE, value: {connect_timeout: 1s}}'
  )
  const three = patch('HTTP_FILTER', '{context: SIDECAR_INBOUND}', http('envoy.filters.http.gzip'))

  test.each<[string, string, string]>([
    [
      'of keys in another order',
      filter(one),
      filter(`{patch: ${lua}, applyTo: HTTP_FILTER, match: {context: SIDECAR_INBOUND}}`)
    ],
    ['of a comment', filter(one), `# why\n${filter(one)}`],
    ['of the order among kinds of objects', filter(`${one}, ${two}`), filter(`${two}, ${one}`)],
    [
      'of what is the default',
      filter(patch('HTTP_FILTER', '{}', lua)),
      filter(patch('HTTP_FILTER', '{context: ANY}', lua))
    ],
    ['of a priority without rivals', filter(one), filter(one, 'priority: 7, ')],
    [
      'of labels',
      filter(one),
      filter(one).replace('namespace: shop}', 'namespace: shop, labels: {a: b}}')
    ],
    [
      'of a patch that no proxy meets',
      filter(
        `${one}, ${patch('CLUSTER', '{context: SIDECAR_OUTBOUND, cluster: {portNumber: 81}}', merge)}`
      ),
      filter(
        `${one}, ${patch('CLUSTER', '{context: SIDECAR_OUTBOUND, cluster: {portNumber: 82}}', merge)}`
      )
    ]
  ])('%s is none', async (_, base, head) => {
    const { effects, unknown } = await compare(base, head)
    expect([effects, unknown]).toEqual([[], []])
  })

  test('names what changed and nothing else', async () => {
    const { effects } = await compare(filter(`${one}, ${two}`), filter(`${one}, ${two}, ${three}`))
    expect(effects.map(({ changes }) => changes)).toEqual([
      [{ facet: 'EnvoyFilter', before: 'nothing of this', after: 'adds compression' }]
    ])
  })

  test('of the order within a kind is one', async () => {
    const { effects } = await compare(filter(`${one}, ${three}`), filter(`${three}, ${one}`))
    expect(effects).toHaveLength(1)
  })

  test('of whom it is for is one', async () => {
    const { effects } = await compare(filter(one), filter(one, cart))
    expect(effects[0]?.subject.name).toBe('pods with app=cart in shop')
  })
})

describe('beneath an EnvoyFilter that stays', () => {
  const certainties = ({ effects }: Report) =>
    Object.fromEntries(
      effects.map(({ subject, certainty }) => [
        `${subject.name} ${subject.gateway ?? ''}`.trim(),
        certainty
      ])
    )

  test('what did not change equals itself', async () => {
    const own = filter(patch('HTTP_ROUTE', vhost('cart'), merge))
    const { effects, unknown, assumptions } = await compare(own, own)
    expect([effects, unknown]).toEqual([[], []])
    expect(assumptions).toContainEqual({
      kind: 'opaque-unchanged',
      params: { ref: 'EnvoyFilter shop/f' }
    })
  })

  test('only the effects that it meets are not certain', async () => {
    const own = filter(patch('HTTP_ROUTE', vhost('cart'), merge))
    const report = await compare(own, own, ['1s', '2s'])
    const lowered = report.effects.filter(({ certainty }) => certainty === 'unknown')
    expect(
      lowered.map(({ subject, proxy, members }) => [subject.name, proxy.names, members.length])
    ).toEqual([['cart', ['pods in shop'], 0]])
    expect(report.effects.length).toBeGreaterThan(1)
    expect(report.unknown.map(({ message }) => message)).toEqual([
      'routes of pods in shop changed beneath EnvoyFilter shop/f, which merges into a route: route.timeout: what it makes of them is unknown'
    ])
  })

  test.each<[string, string]>([
    ['filters of requests', filter(patch('HTTP_FILTER', '{context: SIDECAR_OUTBOUND}', lua))],
    [
      'routes of gateways',
      filter(
        patch('HTTP_ROUTE', '{context: GATEWAY, routeConfiguration: {name: http.81}}', merge),
        '',
        'istio-system'
      )
    ],
    [
      'another version',
      filter(patch('HTTP_ROUTE', '{proxy: {proxyVersion: "^1\\\\.12.*"}}', merge))
    ]
  ])('%s meet none', async (_, own) => {
    const report = await compare(own, own, ['1s', '2s'])
    expect(Object.values(certainties(report))).not.toContain('unknown')
    expect(report.unknown).toEqual([])
  })
})

describe('a Wasm plugin', () => {
  const plugin = (spec: string) =>
    `apiVersion: extensions.istio.io/v1alpha1\nkind: WasmPlugin\nmetadata: {name: w, namespace: shop}\nspec: {${spec}}`

  test('is told by its module, phase, pods and traffic', async () => {
    const head = plugin(
      'url: "oci://a/b:1", phase: AUTHZ, selector: {matchLabels: {app: cart}}, match: [{mode: SERVER, ports: [{number: 8080}]}]'
    )
    const { effects, unknown } = await compare('', head)
    expect(
      effects.map(one => [one.kind, one.changes[0]?.after, one.region, one.subject.name])
    ).toEqual([
      [
        'extension-changed',
        'runs the Wasm module oci://a/b:1 before authorization',
        'requests received, port 8080',
        'pods with app=cart in shop'
      ]
    ])
    expect(unknown).toHaveLength(1)
  })

  test('with keys in another order is the same', async () => {
    const { effects, unknown } = await compare(
      plugin('url: "oci://a/b:1", phase: AUTHZ'),
      plugin('phase: AUTHZ, url: "oci://a/b:1"')
    )
    expect([effects, unknown]).toEqual([[], []])
  })
})
