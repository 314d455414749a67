import fc from 'fast-check'

/** Small worlds of policies, biased to collisions: YAML of one side. */
export interface AccessWorld {
  readonly policies: readonly unknown[]
}

const principals = fc.constantFrom(
  'cluster.local/ns/a/sa/one',
  'cluster.local/ns/b/sa/two',
  'cluster.local/ns/a/*',
  '*/sa/two',
  '*'
)
const paths = fc.constantFrom('/admin', '/admin*', '*.css', '/a/{*}', '/a/{**}', '/', '*')
const few = <T>(values: fc.Arbitrary<T>) => fc.array(values, { minLength: 1, maxLength: 2 })

const source = fc.record(
  {
    principals: few(principals),
    notPrincipals: few(principals),
    namespaces: few(fc.constantFrom('a', 'b', 'a*', '*')),
    notNamespaces: few(fc.constantFrom('a', 'b')),
    ipBlocks: few(fc.constantFrom('10.0.0.0/8', '10.1.0.0/16', '10.1.2.3', 'nonsense')),
    remoteIpBlocks: few(fc.constantFrom('10.0.0.0/8', '192.0.2.0/24')),
    requestPrincipals: few(fc.constantFrom('*', 'iss/sub', 'iss/*', '*/sub')),
    notRequestPrincipals: few(fc.constantFrom('*', 'iss/sub')),
    serviceAccounts: few(fc.constantFrom('one', 'a/one', 'b/two')),
    trustDomains: few(fc.constantFrom('cluster.local', 'other', '*'))
  },
  { requiredKeys: [] }
)
const operation = fc.record(
  {
    methods: few(fc.constantFrom('GET', 'POST', 'P*', '*')),
    notMethods: few(fc.constantFrom('GET', 'DELETE')),
    paths: few(paths),
    notPaths: few(paths),
    hosts: few(fc.constantFrom('pay.shop', '*.shop', 'PAY.shop:80')),
    ports: few(fc.constantFrom('8080', '80', '5432')),
    notPorts: few(fc.constantFrom('8080', '9999'))
  },
  { requiredKeys: [] }
)
const values = few(fc.constantFrom('v', 'w', 'v*', '*'))
const condition = fc.oneof(
  fc.record({ key: fc.constant('request.headers[x-a]'), values }),
  fc.record({ key: fc.constant('request.headers[x-a]'), notValues: values }),
  fc.record({ key: fc.constant('request.auth.claims[g]'), values }),
  fc.record({ key: fc.constant('request.auth.claims[a][b]'), notValues: values }),
  fc.record({ key: fc.constant('request.auth.audiences'), values }),
  fc.record({ key: fc.constant('source.namespace'), values: few(fc.constantFrom('a', 'b')) }),
  fc.record({ key: fc.constant('connection.sni'), values: few(fc.constantFrom('x.y', '*.y')) }),
  fc.record({ key: fc.constant('destination.port'), values: few(fc.constantFrom('8080', '1')) }),
  fc.record({ key: fc.constant('no.such.key'), values })
)
const rule = fc.record(
  {
    from: fc.array(fc.record({ source }), { maxLength: 2 }),
    to: fc.array(fc.record({ operation }), { maxLength: 2 }),
    when: fc.array(condition, { maxLength: 2 })
  },
  { requiredKeys: [] }
)

const selector = fc.constantFrom(
  undefined,
  { matchLabels: { app: 'pay' } },
  { matchLabels: { app: 'x' } }
)

const authorization = fc.record({
  apiVersion: fc.constant('security.istio.io/v1'),
  kind: fc.constant('AuthorizationPolicy'),
  metadata: fc.record({
    namespace: fc.constantFrom('shop', 'istio-system', 'a'),
    annotations: fc.constantFrom({}, {}, {}, { 'istio.io/dry-run': 'true' })
  }),
  spec: fc.record(
    {
      selector,
      action: fc.constantFrom('ALLOW', 'ALLOW', 'DENY', 'DENY', 'AUDIT', 'CUSTOM'),
      provider: fc.constantFrom({ name: 'ask' }, { name: 'none' }),
      rules: fc.array(rule, { maxLength: 2 })
    },
    { requiredKeys: [] }
  )
})

const peer = fc.record({
  apiVersion: fc.constant('security.istio.io/v1'),
  kind: fc.constant('PeerAuthentication'),
  metadata: fc.record({ namespace: fc.constantFrom('shop', 'istio-system') }),
  spec: fc.record(
    {
      selector,
      mtls: fc.record({ mode: fc.constantFrom('STRICT', 'PERMISSIVE', 'DISABLE', 'UNSET') }),
      portLevelMtls: fc.constantFrom({ 8080: { mode: 'DISABLE' } }, { 5432: { mode: 'STRICT' } })
    },
    { requiredKeys: [] }
  )
})

const jwks = '{"keys":[{"kty":"EC","crv":"P-256","x":"x","y":"y"}]}'
const token = fc.record({
  apiVersion: fc.constant('security.istio.io/v1'),
  kind: fc.constant('RequestAuthentication'),
  metadata: fc.record({ namespace: fc.constantFrom('shop', 'istio-system') }),
  spec: fc.record({
    selector,
    jwtRules: fc.array(
      fc.record(
        {
          issuer: fc.constantFrom('iss', 'other'),
          jwks: fc.constant(jwks),
          audiences: few(fc.constantFrom('aud', 'https://aud/')),
          fromHeaders: fc.constant([{ name: 'x-jwt', prefix: 'T ' }]),
          forwardOriginalToken: fc.boolean()
        },
        { requiredKeys: ['issuer', 'jwks'] }
      ),
      { minLength: 1, maxLength: 2 }
    )
  })
})

/** Policies with names that two worlds share by their place. */
export const accessWorld: fc.Arbitrary<AccessWorld> = fc.record({
  policies: fc.array(fc.oneof({ weight: 4, arbitrary: authorization }, peer, token), {
    maxLength: 5
  })
})

const workload = `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: pay, namespace: shop}
spec:
  selector: {app: pay}
  ports: [{name: http, port: 80, targetPort: 8080}, {name: tcp-db, port: 5432}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay, namespace: shop}
spec:
  template:
    metadata: {labels: {app: pay}}
    spec: {serviceAccountName: pay, containers: [{name: c, image: i}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: one, namespace: a}
spec:
  template:
    metadata: {labels: {app: one, sidecar.istio.io/inject: 'true'}}
    spec: {serviceAccountName: one, containers: [{name: c, image: i}]}
`

/** One side as YAML. */
export function accessYaml({ policies }: AccessWorld): string {
  const named = policies.map((policy, index) => {
    const { kind, metadata, ...rest } = policy as { kind: string; metadata: object }
    return JSON.stringify({ ...rest, kind, metadata: { ...metadata, name: `p${index}` } })
  })
  return [workload, ...named].join('\n---\n')
}

/** Providers of both sides. */
export const accessMeshConfig = {
  extensionProviders: [
    { name: 'ask', envoyExtAuthzHttp: { service: 'pay.shop.svc.cluster.local', port: 80 } }
  ]
}

const noToken = fc.constant(undefined)
const claims = fc.record(
  {
    iss: fc.constantFrom('iss', 'other', 'third'),
    sub: fc.constantFrom('sub', 'x'),
    aud: fc.constantFrom('aud', ['x', 'aud'], 'v'),
    g: fc.constantFrom('v', ['w', 'vx'], 7),
    a: fc.constantFrom({ b: 'v' }, 'v')
  },
  { requiredKeys: ['iss', 'sub'] }
)

/** Requests that hit the literals of the worlds, and near misses. */
export const accessRequest = fc.record({
  transport: fc.constantFrom(
    'mtls' as const,
    'mtls' as const,
    'plaintext' as const,
    'tls' as const
  ),
  protocol: fc.constantFrom('http' as const, 'http' as const, 'tcp' as const),
  port: fc.constantFrom(8080, 5432, 9999),
  principal: fc.constantFrom(
    'cluster.local/ns/a/sa/one',
    'cluster.local/ns/b/sa/two',
    'cluster.local/ns/shop/sa/one'
  ),
  ip: fc.constantFrom('10.1.2.3', '10.9.9.9', '192.0.2.7'),
  remoteIp: fc.constantFrom('10.1.2.3', '192.0.2.7'),
  authority: fc.constantFrom('pay.shop', 'pay.shop:80', 'x.shop'),
  method: fc.constantFrom('GET', 'POST', 'DELETE'),
  path: fc.constantFrom('/', '/admin', '/admin/x', '/a/b', '/a/', '/x.css'),
  sni: fc.constantFrom(undefined, 'x.y', 'z'),
  header: fc.constantFrom(undefined, ['v'], ['q'], ['q', 'w']),
  token: fc.oneof(
    noToken,
    fc.record({
      claims,
      signature: fc.constantFrom('good' as const, 'good' as const, 'broken' as const),
      in: fc.constantFrom('header:Authorization:Bearer ', 'header:x-jwt:T ')
    })
  )
})
