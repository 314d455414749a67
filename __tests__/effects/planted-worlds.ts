type Fields = Readonly<Record<string, unknown>>

/** Objects that make a planted field matter, by kind; the pattern says which field it is. */
export const templates: Readonly<Record<string, (pattern: string) => Fields>> = {
  VirtualService: pattern =>
    /^spec\.(?:tcp|tls)/.test(pattern)
      ? connectionRoutes(pattern)
      : {
          spec: {
            hosts: ['reviews'],
            http: [
              { ...action(pattern), ...around(pattern) },
              { route: [{ destination: { host: 'ratings' } }] }
            ]
          }
        },
  DestinationRule: pattern => {
    const field = pattern.replace(/^.*trafficPolicy\./, '').replace('portLevelSettings[].', '')
    const policy = policyAround(field)
    const level = pattern.includes('portLevelSettings')
      ? { portLevelSettings: [{ port: { number: 9080 }, ...policy }] }
      : policy
    const inSubset = pattern.startsWith('spec.subsets[].trafficPolicy')
    return {
      spec: {
        host: 'reviews',
        trafficPolicy: {
          connectionPool: { tcp: { maxConnections: 5 } },
          ...(inSubset ? {} : level)
        },
        subsets: [
          { name: 'v1', labels: { version: 'v1' }, ...(inSubset && { trafficPolicy: level }) }
        ]
      }
    }
  },
  Gateway: pattern => ({
    spec: {
      selector: { istio: 'ingressgateway' },
      servers: [
        pattern.startsWith('spec.servers[].tls') && !pattern.endsWith('httpsRedirect')
          ? {
              port: { number: 443, name: 'https', protocol: 'HTTPS' },
              hosts: ['*'],
              tls: { mode: 'SIMPLE', credentialName: 'shop' }
            }
          : { port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }
      ]
    }
  }),
  ServiceEntry: () => ({
    spec: {
      hosts: ['api.example.com'],
      ports: [{ number: 80, name: 'http', protocol: 'HTTP' }],
      resolution: 'DNS'
    }
  }),
  Sidecar: () => ({ spec: { egress: [{ hosts: ['./*'] }] } }),
  AuthorizationPolicy: pattern => ({
    spec: /^spec\.(?:selector|targetRef)/.test(pattern)
      ? { action: 'DENY', rules: [{}] }
      : pattern.startsWith('spec.provider')
        ? { action: 'CUSTOM', rules: [{}] }
        : { rules: [pattern.includes('.when[].') ? { when: [condition(pattern)] } : {}] }
  }),
  RequestAuthentication: pattern => ({
    spec: {
      jwtRules: [{ issuer: 'https://iss', ...(pattern.endsWith('jwksUri') ? {} : { jwks }) }]
    }
  }),
  PeerAuthentication: pattern => ({
    spec: pattern === 'spec.mtls.mode' ? {} : { mtls: { mode: 'STRICT' } }
  }),
  Telemetry: pattern => ({ spec: reported(pattern) })
}

/** A block of telemetry in which the planted field counts. */
function reported(pattern: string): Fields {
  const providers = (name: string) => ({ providers: [{ name }] })
  if (pattern.startsWith('spec.tracing')) {
    const off = pattern.endsWith('match.mode') ? { disableSpanReporting: true } : {}
    return { tracing: [{ ...providers('otel'), ...off }] }
  }
  if (pattern.startsWith('spec.metrics')) {
    const overrides = pattern.includes('.match.') ? { overrides: [{ disabled: true }] } : {}
    return { metrics: [{ ...providers('prometheus'), ...overrides }] }
  }
  return { accessLogging: [providers('envoy')] }
}

/** Rules for a port that speaks TCP, or TLS. */
function connectionRoutes(pattern: string): Fields {
  const isTls = pattern.startsWith('spec.tls')
  const field = pattern.replace(/^spec\.t(?:cp|ls)\[\]\./, '')
  const host = isTls ? 'vault.example.com' : 'db'
  const destinations = ['db', 'backup'].map(one => ({ destination: { host: one }, weight: 50 }))
  const route =
    field === 'route[].weight'
      ? destinations
      : [{ destination: { host: 'backup', port: { number: 3306 } } }]
  const match = isTls ? [{ sniHosts: [host] }] : field.startsWith('match') ? [{}] : undefined
  return { spec: { hosts: [host], [isTls ? 'tls' : 'tcp']: [{ ...(match && { match }), route }] } }
}

/** Blocks without which a field of a policy has no meaning. */
function policyAround(field: string): Fields {
  if (/^loadBalancer\.localityLbSetting\.failover/.test(field)) {
    return { outlierDetection: { consecutive5xxErrors: 5 } }
  }
  if (/^connectionPool\.http\.(?:http2KeepAlive|maxConcurrentStreams)/.test(field)) {
    return { connectionPool: { http: { h2UpgradePolicy: 'UPGRADE' } } }
  }
  if (field.startsWith('loadBalancer.warmup')) return { loadBalancer: { simple: 'ROUND_ROBIN' } }
  if (field.startsWith('tls.') && field !== 'tls.mode') return { tls: { mode: 'SIMPLE' } }
  return {}
}

const jwks = '{"keys":[{"kty":"oct","k":"a2V5"}]}'

/** A condition of which one half is planted. */
function condition(pattern: string): Fields {
  return pattern.endsWith('.key') ? { values: ['a'] } : { key: 'request.headers[x]' }
}

/** What the first rule does with a request: routes, unless the field is about something else. */
function action(pattern: string): Fields {
  if (/^spec\.http\[\]\.(?:redirect|directResponse|delegate)/.test(pattern)) return {}
  return {
    route: [
      { destination: { host: 'reviews', subset: 'v1' }, weight: 90 },
      { destination: { host: 'reviews', subset: 'v2' }, weight: 10 }
    ]
  }
}

/** Fields without which the planted one has no meaning. */
function around(pattern: string): Fields {
  const field = pattern.replace('spec.http[].', '')
  const percentage = { value: 50 }
  if (field === 'fault.abort.grpcStatus') return { fault: { abort: { percentage } } }
  if (field.startsWith('fault.abort')) return { fault: { abort: { percentage, httpStatus: 500 } } }
  if (field === 'fault.delay.percent') return { fault: { delay: { fixedDelay: '1s' } } }
  if (field.startsWith('fault.delay')) return { fault: { delay: { percentage, fixedDelay: '1s' } } }
  if (field === 'match[].ignoreUriCase') return { match: [{ uri: { prefix: '/a' } }] }
  if (field.startsWith('mirrorPercent')) return { mirror: { host: 'ratings' } }
  if (field.startsWith('mirrors[].percentage')) {
    return { mirrors: [{ destination: { host: 'ratings' } }] }
  }
  return {}
}

/** Values that mean something where any two would not. */
export function valuesAt(kind: string, pattern: string): readonly [unknown, unknown] | null {
  return special[`${kind} ${pattern}`] ?? null
}

/** Values that some identity, address, token or request can have. */
function accessValues(): Record<string, readonly [unknown, unknown]> {
  const source = 'AuthorizationPolicy spec.rules[].from[].source.'
  const operation = 'AuthorizationPolicy spec.rules[].to[].operation.'
  const found: Record<string, readonly [unknown, unknown]> = {}
  const both = (prefix: string, field: string, values: readonly [unknown, unknown]): void => {
    found[`${prefix}${field}[]`] = values
    found[`${prefix}not${field.charAt(0).toUpperCase()}${field.slice(1)}[]`] = values
  }
  both(source, 'principals', ['cluster.local/ns/a/sa/one', 'cluster.local/ns/b/sa/two'])
  both(source, 'trustDomains', ['cluster.local', 'elsewhere'])
  both(source, 'ipBlocks', ['10.0.0.0/8', '10.1.0.0/16'])
  both(source, 'remoteIpBlocks', ['10.0.0.0/8', '10.1.0.0/16'])
  both(source, 'requestPrincipals', ['https://iss/one', 'https://iss/two'])
  found['RequestAuthentication spec.jwtRules[].spaceDelimitedClaims[]'] = ['groups', 'roles']
  found['AuthorizationPolicy spec.rules[].when[].key'] = ['request.headers[x]', 'source.namespace']
  both(operation, 'methods', ['GET', 'POST'])
  both(operation, 'paths', ['/a', '/b'])
  both(operation, 'ports', ['9080', '9081'])
  return found
}

/** A field of every level of a policy. */
function durations(field: string): Record<string, readonly [unknown, unknown]> {
  const levels = ['trafficPolicy', 'subsets[].trafficPolicy'].flatMap(level => [
    level,
    `${level}.portLevelSettings[]`
  ])
  return Object.fromEntries(
    levels.map(level => [`DestinationRule spec.${level}.${field}`, ['10s', '20s'] as const])
  )
}

/** Values that the connections of the world can meet. */
function connectionValues(): Record<string, readonly [unknown, unknown]> {
  const found: Record<string, readonly [unknown, unknown]> = {}
  for (const protocol of ['tcp', 'tls']) {
    const match = `VirtualService spec.${protocol}[].match[].`
    found[`${match}destinationSubnets[]`] = ['10.1.0.0/16', '10.2.0.0/16']
    found[`${match}gateways[]`] = ['mesh', 'planted']
    found[`${match}port`] = protocol === 'tcp' ? [3306, 3307] : [443, 444]
    found[`VirtualService spec.${protocol}[].route[].destination.host`] = ['backup', 'db']
    found[`VirtualService spec.${protocol}[].route[].destination.port.number`] = [3306, 3307]
  }
  return found
}

const special: Readonly<Record<string, readonly [unknown, unknown]>> = {
  ...accessValues(),
  'DestinationRule spec.exportTo[]': ['.', '*'],
  ...connectionValues(),
  ...durations('loadBalancer.warmupDurationSecs'),
  'Sidecar spec.egress[].captureMode': ['NONE', 'DEFAULT'],
  'Gateway spec.servers[].hosts[]': ['shop.example.com', 'other.example.com'],
  'Gateway spec.servers[].tls.mode': ['PASSTHROUGH', 'MUTUAL'],
  'ServiceEntry spec.ports[].protocol': ['TCP', 'HTTP'],
  'VirtualService spec.http[].redirect.redirectCode': [302, 307]
}

const services = `
apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {selector: {app: reviews}, ports: [{name: http, port: 9080}, {name: http-b, port: 9081}]}
---
apiVersion: v1
kind: Service
metadata: {name: ratings, namespace: shop}
spec: {selector: {app: ratings}, ports: [{name: http, port: 9080}]}
---
apiVersion: v1
kind: Service
metadata: {name: audit, namespace: ops}
spec: {selector: {app: audit}, ports: [{name: http, port: 9080}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: public, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [planted]
  http: [{route: [{destination: {host: ratings, port: {number: 9080}}}]}]
`

const connections = `
apiVersion: v1
kind: Service
metadata: {name: db, namespace: shop}
spec: {clusterIP: 10.1.0.5, selector: {app: db}, ports: [{name: tcp, port: 3306}, {name: tcp-b, port: 3307}]}
---
apiVersion: v1
kind: Service
metadata: {name: backup, namespace: shop}
spec: {clusterIP: 10.1.0.6, selector: {app: backup}, ports: [{name: tcp, port: 3306}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: vault, namespace: shop}
spec:
  hosts: [vault.example.com]
  ports: [{number: 443, name: tls, protocol: TLS}, {number: 444, name: tls-b, protocol: TLS}]
  resolution: DNS
`

const rules = `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews, namespace: shop}
spec:
  host: reviews
  subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]
`

const routes = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http: [{route: [{destination: {host: reviews, subset: v1}}]}]
`

const tokens = `
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: tokens, namespace: shop}
spec: {jwtRules: [{issuer: 'https://iss', jwks: '${jwks}'}]}
`

const claims = `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: groups, namespace: shop}
spec: {action: DENY, rules: [{when: [{key: 'request.auth.claims[groups]', values: [admin]}]}]}
`

/** The planted object in a mesh, in which no other object says what it says. */
export function world(kind: string, object: unknown): string {
  const rest = kind === 'DestinationRule' ? routes : rules
  const others =
    kind === 'AuthorizationPolicy' ? [tokens] : kind === 'RequestAuthentication' ? [claims] : []
  return [services, connections, rest, ...others, JSON.stringify(object)].join('---\n')
}
