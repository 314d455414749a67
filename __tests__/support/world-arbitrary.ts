import fc from 'fast-check'

/** An object as JSON, which is YAML too. */
export type Manifestish = Readonly<Record<string, unknown>>

/** Documents of one file. */
export function yamlOf(objects: readonly Manifestish[]): string {
  return objects.map(object => JSON.stringify(object, null, 1)).join('\n---\n')
}

/** The same objects with the keys of every map in another order. */
export function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversedKeys(inner)])
  )
}

const names = fc.constantFrom('reviews', 'ratings', 'web')
const versions = fc.constantFrom('v1', 'v2')
const hosts = fc.constantFrom(
  'reviews',
  'ratings',
  'web',
  'reviews.shop.svc.cluster.local',
  'shop.example.com',
  '*.example.com'
)

/** Small worlds that collide a lot: few names, few hosts, few paths. */
export const world: fc.Arbitrary<Manifestish[]> = fc
  .tuple(
    fc.subarray(['reviews', 'ratings', 'web'], { minLength: 1 }),
    fc.uniqueArray(fc.oneof(deployment(), destinationRule(), virtualService(), gateway()), {
      maxLength: 7,
      selector: object => JSON.stringify([object.kind, object.metadata])
    })
  )
  .map(([services, others]) => [...services.map(service), ...others])

function service(name: string): Manifestish {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'shop' },
    spec: { selector: { app: name }, ports: [{ name: 'http', port: 80 }] }
  }
}

function deployment(): fc.Arbitrary<Manifestish> {
  return fc.tuple(names, versions).map(([app, version]) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `${app}-${version}`, namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app } },
      template: { metadata: { labels: { app, version } }, spec: { containers: [] } }
    }
  }))
}

function destinationRule(): fc.Arbitrary<Manifestish> {
  return fc
    .tuple(names, fc.subarray(['v1', 'v2']), fc.option(fc.constantFrom(1, 100)))
    .map(([host, subsets, connections]) => ({
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: host, namespace: 'shop' },
      spec: {
        host,
        subsets: subsets.map(name => ({ name, labels: { version: name } })),
        ...(connections !== null && {
          trafficPolicy: { connectionPool: { tcp: { maxConnections: connections } } }
        })
      }
    }))
}

function gateway(): fc.Arbitrary<Manifestish> {
  return fc.constantFrom('*', 'shop.example.com', '*.example.com').map(host => ({
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata: { name: 'public', namespace: 'shop' },
    spec: {
      selector: { istio: 'ingressgateway' },
      servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: [host] }]
    }
  }))
}

function virtualService(): fc.Arbitrary<Manifestish> {
  return fc
    .record({
      name: fc.constantFrom('a', 'b', 'c'),
      namespace: fc.constantFrom('shop', 'ops'),
      hosts: fc.uniqueArray(hosts, { minLength: 1, maxLength: 2 }),
      gateways: fc.constantFrom<string[]>([], ['mesh'], ['shop/public'], ['mesh', 'shop/public']),
      exportTo: fc.constantFrom<string[]>([], [], ['.']),
      http: fc.array(rule(), { minLength: 1, maxLength: 3 })
    })
    .map(({ name, namespace, ...spec }) => ({
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name, namespace },
      spec
    }))
}

function rule(): fc.Arbitrary<Manifestish> {
  const settings = fc.constantFrom<Manifestish>(
    {},
    {},
    { timeout: '3s' },
    { retries: { attempts: 1 } },
    { rewrite: { uri: '/' } },
    { fault: { abort: { httpStatus: 503, percentage: { value: 10 } } } },
    { headers: { request: { set: { 'x-a': '1' } } } }
  )
  const target = fc.oneof(
    { weight: 5, arbitrary: route() },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Manifestish>(
        { redirect: { uri: '/new' } },
        { directResponse: { status: 404 } }
      )
    }
  )
  return fc
    .tuple(fc.option(fc.array(match(), { minLength: 1, maxLength: 2 })), settings, target)
    .map(([matches, setting, action]) => ({
      ...(matches !== null && { match: matches }),
      ...('route' in action ? setting : {}),
      ...action
    }))
}

function route(): fc.Arbitrary<Manifestish> {
  const destination = fc
    .tuple(names, fc.option(fc.constantFrom('v1', 'v2', 'v3')))
    .map(([host, subset]) => ({
      host: `${host}.shop.svc.cluster.local`,
      ...(subset !== null && { subset })
    }))
  return fc
    .array(fc.tuple(destination, fc.constantFrom(1, 2, 50)), { minLength: 1, maxLength: 2 })
    .map(shares => ({ route: shares.map(([to, weight]) => ({ destination: to, weight })) }))
}

function match(): fc.Arbitrary<Manifestish> {
  return fc.record(
    {
      uri: fc.constantFrom<Manifestish>(
        { prefix: '/' },
        { prefix: '/a' },
        { exact: '/a' },
        { prefix: '/a/b' },
        { regex: '/a/[0-9]+' }
      ),
      method: fc.constantFrom<Manifestish>({ exact: 'GET' }, { exact: 'POST' }),
      headers: fc.constantFrom<Manifestish>(
        { x: { exact: '1' } },
        { x: {} },
        { y: { prefix: 'a' } }
      ),
      withoutHeaders: fc.constantFrom<Manifestish>({ x: {} }, { x: { exact: '1' } }),
      queryParams: fc.constantFrom<Manifestish>({ q: { exact: '1' } }),
      sourceLabels: fc.constantFrom<Manifestish>({ app: 'web' }),
      port: fc.constantFrom(80, 8080)
    },
    { requiredKeys: [] }
  )
}
