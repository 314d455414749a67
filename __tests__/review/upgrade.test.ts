import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { unreadBehaviours } from '../../src/effects/unread-behaviours.ts'
import { FEATURES, type Feature, features } from '../../src/mesh/features.ts'
import { MINORS } from '../../src/mesh/version.ts'
import type { Report } from '../../src/report/report.ts'
import { root } from '../support/golden.ts'
import { reportProblems } from '../support/report-schema.ts'
import { runCli, withFiles } from '../support/world.ts'

/** One state under two versions. */
async function upgrade(yaml: string, from: string, to: string, ...more: string[]): Promise<Report> {
  return withFiles({ 'w.yaml': yaml }, async directory => {
    const args = ['diff', directory, '--istio-base', from, '--istio', to, '-f', 'json', ...more]
    const { stdout, stderr } = await runCli(args)
    expect(stderr).toBe('')
    const report = JSON.parse(stdout)
    expect(reportProblems(report)).toEqual([])
    return report
  })
}

const causesIn = ({ effects }: Report) =>
  new Set(effects.flatMap(({ behaviours = [] }) => behaviours.map(({ name }) => name)))

const ns = (name: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: {istio-injection: enabled}}`
const service = (name: string, namespace = 'shop', spec = '') =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {selector: {app: ${name}}, ports: [{name: http, port: 80}]${spec}}`
const deployment = (name: string, namespace = 'shop') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {serviceAccountName: ${name}, containers: [{name: a, image: b, ports: [{containerPort: 80}]}]}}}`
const istio = (group: string, kind: string, name: string, spec: string, namespace = 'shop') =>
  `apiVersion: ${group}.istio.io/${group === 'networking' ? 'v1alpha3' : 'v1beta1'}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}`
const vs = (spec: string, name = 'cart', namespace = 'shop') =>
  istio('networking', 'VirtualService', name, spec, namespace)
const dr = (spec: string, name = 'cart', namespace = 'shop') =>
  istio('networking', 'DestinationRule', name, spec, namespace)
const entry = (spec: string, name = 'out', namespace = 'shop') =>
  istio('networking', 'ServiceEntry', name, spec, namespace)
/** Created in that year. */
const aged = (yaml: string, year = '2022') =>
  yaml.replace('metadata: {', `metadata: {creationTimestamp: "${year}-01-01T00:00:00Z", `)
const sidecar = (spec: string) => istio('networking', 'Sidecar', 'default', spec)
const policy = (spec: string, more = '') =>
  `apiVersion: security.istio.io/v1beta1\nkind: AuthorizationPolicy\nmetadata: {name: cart, namespace: shop${more}}\nspec: ${spec}`
const tokens = (rule: string) =>
  istio(
    'security',
    'RequestAuthentication',
    'jwt',
    `{selector: {matchLabels: {app: cart}}, jwtRules: [${rule}]}`
  )
const meshConfig = (text: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  mesh: |\n    ${text.replaceAll('\n', '\n    ')}`
const cart = [ns('shop'), service('cart'), service('web'), deployment('cart'), deployment('web')]
const to = (host: string, more = '') => `route: [{destination: {host: ${host}${more}}}]`

const keys = 'jwksUri: "https://me/keys"'
const onClaim = (name: string, field = 'values') =>
  policy(`{rules: [{when: [{key: "request.auth.claims[${name}]", ${field}: [admin]}]}]}`)

/** A world in which the behaviour shows, and the minor that changes it. */
const shown: Partial<Record<Feature, readonly [string, readonly string[]]>> = {
  'most-specific-virtual-service': [
    '1.21',
    [
      ...cart,
      vs(`{hosts: ["*.shop.svc.cluster.local"], http: [{${to('web')}}]}`, 'a'),
      vs(`{hosts: [cart], http: [{${to('cart')}}]}`, 'b')
    ]
  ],
  'absolute-fqdn-domain': ['1.27', cart],
  'fold-virtual-service-hosts': [
    '1.27',
    [...cart, vs(`{hosts: [Cart.shop.svc.cluster.local], http: [{${to('web')}}]}`)]
  ],
  'external-name-alias': [
    '1.21',
    [
      ...cart,
      'apiVersion: v1\nkind: Service\nmetadata: {name: alias, namespace: shop}\nspec: {type: ExternalName, externalName: cart.shop.svc.cluster.local, ports: [{name: http, port: 80}]}'
    ]
  ],
  'regex-catch-all': [
    '1.21',
    [
      ...cart,
      vs(
        `{hosts: [example.com], gateways: [gw], http: [{match: [{uri: {regex: ".*"}}], ${to('cart')}}]}`,
        'a'
      ),
      vs(
        `{hosts: [example.com], gateways: [gw], http: [{match: [{uri: {prefix: /x}}], ${to('web')}}]}`,
        'b'
      ),
      istio(
        'networking',
        'Gateway',
        'gw',
        '{selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [example.com]}]}'
      )
    ]
  ],
  'missing-header-is-empty': [
    '1.22',
    [
      ...cart,
      vs(
        `{hosts: [cart], http: [{match: [{withoutHeaders: {x: {exact: a}}}], ${to('web')}}, {${to('cart')}}]}`
      )
    ]
  ],
  'retry-503': ['1.24', [...cart, vs(`{hosts: [cart], http: [{${to('cart')}}]}`)]],
  'claims-in-envoy': ['1.21', [...cart, tokens(`{issuer: me, ${keys}}`), onClaim('groups')]],
  'space-delimited-claims': [
    '1.28',
    [...cart, tokens(`{issuer: me, ${keys}, spaceDelimitedClaims: [groups]}`), onClaim('groups')]
  ],
  'shadow-suffix': [
    '1.28',
    [...cart, vs(`{hosts: [cart], http: [{mirror: {host: web}, ${to('cart')}}]}`)]
  ],
  'passthrough-target-port': [
    '1.22',
    [
      ...cart,
      entry(
        '{hosts: [db.example.com], addresses: [10.1.0.0/16], ports: [{number: 80, name: http, protocol: HTTP, targetPort: 8080}], resolution: NONE}'
      )
    ]
  ],
  'auto-sni': [
    '1.21',
    [
      ...cart,
      entry(
        '{hosts: [a.example.com], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}'
      ),
      dr('{host: a.example.com, trafficPolicy: {tls: {mode: SIMPLE}}}')
    ]
  ],
  'verify-certificate-at-client': [
    '1.21',
    [
      ...cart,
      entry(
        '{hosts: [a.example.com], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}'
      ),
      dr('{host: a.example.com, trafficPolicy: {tls: {mode: SIMPLE}}}')
    ]
  ],
  'sidecar-host-exclusion': [
    '1.31',
    [...cart, sidecar('{egress: [{hosts: ["*/*", "~shop/web.shop.svc.cluster.local"]}]}')]
  ],
  'dynamic-dns-outbound': [
    '1.31',
    [...cart, meshConfig('outboundTrafficPolicy: {mode: ALLOW_ANY_DYNAMIC_DNS}')]
  ],
  'redirect-prefix-rewrite': [
    '1.31',
    [
      ...cart,
      vs('{hosts: [cart], http: [{match: [{uri: {prefix: /a}}], redirect: {prefixRewrite: /b}}]}')
    ]
  ],
  'default-traffic-policy': [
    '1.31',
    [
      ...cart,
      meshConfig('defaultTrafficPolicy: {connectionPool: {http: {http1MaxPendingRequests: 7}}}')
    ]
  ],
  'mirrors-list': [
    '1.20',
    [...cart, vs(`{hosts: [cart], http: [{mirrors: [{destination: {host: web}}], ${to('cart')}}]}`)]
  ],
  'regex-rewrite': [
    '1.19',
    [
      ...cart,
      vs(
        `{hosts: [cart], http: [{rewrite: {uriRegexRewrite: {match: a, rewrite: b}}, ${to('cart')}}]}`
      )
    ]
  ],
  'retry-remote-backoff': [
    '1.26',
    [...cart, vs(`{hosts: [cart], http: [{retries: {attempts: 2, backoff: 1s}, ${to('cart')}}]}`)]
  ],
  'unmatched-preflights': [
    '1.23',
    [
      ...cart,
      vs(
        `{hosts: [cart], http: [{corsPolicy: {allowOrigins: [{exact: a}], unmatchedPreflights: IGNORE}, ${to('cart')}}]}`
      )
    ]
  ],
  'path-templates': [
    '1.22',
    [
      ...cart,
      policy(
        '{selector: {matchLabels: {app: cart}}, rules: [{to: [{operation: {paths: ["/a/{*}"]}}]}]}'
      )
    ]
  ],
  'policy-service-accounts': [
    '1.25',
    [
      ...cart,
      policy(
        '{selector: {matchLabels: {app: cart}}, rules: [{from: [{source: {serviceAccounts: [web]}}]}]}'
      )
    ]
  ],
  'policy-trust-domains': [
    '1.30',
    [
      ...cart,
      policy(
        '{selector: {matchLabels: {app: cart}}, rules: [{from: [{source: {trustDomains: [cluster.local]}}]}]}'
      )
    ]
  ],
  'escaped-identity-patterns': [
    '1.30',
    [
      ...cart,
      policy(
        '{selector: {matchLabels: {app: cart}}, rules: [{from: [{source: {principals: ["*.web"]}}]}]}'
      )
    ]
  ],
  'destination-rule-own-namespace-fixed': [
    '1.21',
    [
      ...cart,
      dr(
        '{host: cart, exportTo: [shop], trafficPolicy: {connectionPool: {tcp: {maxConnections: 7}}}}'
      )
    ]
  ],
  'merge-destination-rules-of-equal-export': [
    '1.24',
    [
      ...cart,
      dr('{host: cart, exportTo: ["*"], subsets: [{name: v1, labels: {app: cart}}]}', 'a'),
      dr('{host: cart, exportTo: ["."], subsets: [{name: v2, labels: {app: cart}}]}', 'b'),
      vs(`{hosts: [cart], http: [{${to('cart', ', subset: v1')}}]}`)
    ]
  ],
  'order-by-name-then-namespace': [
    '1.21',
    [
      ...cart,
      ns('aaa'),
      aged(
        vs(
          `{hosts: [cart.shop.svc.cluster.local], http: [{${to('web.shop.svc.cluster.local')}}]}`,
          'a-b',
          'aaa'
        )
      ),
      aged(vs(`{hosts: [cart.shop.svc.cluster.local], http: [{${to('cart')}}]}`, 'a', 'shop'))
    ]
  ],
  'unified-sidecar-scope': [
    '1.24',
    [
      ...cart,
      ns('aaa'),
      aged(
        entry(
          '{hosts: [cart.shop.svc.cluster.local], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS, location: MESH_EXTERNAL, endpoints: [{address: a.example.com}]}',
          'a',
          'aaa'
        ),
        '2020'
      ),
      aged(service('cart', 'shop')),
      ns('other'),
      deployment('client', 'other'),
      // Both ways of choosing were one for a namespace without a Sidecar.
      istio('networking', 'Sidecar', 'default', '{egress: [{hosts: ["*/*"]}]}', 'other')
    ].filter((_, index) => index !== 1)
  ],
  'default-scope-own-namespace': [
    '1.24',
    [
      ...cart,
      ns('other'),
      deployment('client', 'other'),
      entry(
        '{hosts: [cart.shop.svc.cluster.local], ports: [{number: 80, name: http, protocol: HTTP}], resolution: STATIC, endpoints: [{address: 10.9.9.9}]}',
        'own',
        'other'
      )
    ]
  ],
  'retry-budget-default': [
    '1.30',
    [...cart, dr('{host: cart, trafficPolicy: {retryBudget: {minRetryConcurrency: 3}}}')]
  ],
  'subset-tls-fallback': [
    '1.31',
    [
      ...cart,
      dr(
        '{host: cart, trafficPolicy: {tls: {mode: DISABLE}, portLevelSettings: [{port: {number: 80}, loadBalancer: {simple: RANDOM}}]}, subsets: [{name: v1, labels: {app: cart}}]}'
      ),
      vs(`{hosts: [cart], http: [{${to('cart', ', subset: v1')}}]}`)
    ]
  ],
  'best-service-namespace': [
    '1.30',
    [
      ...cart,
      ns('aaa'),
      ns('zzz'),
      sidecar('{egress: [{hosts: ["./*"]}]}'),
      vs(`{hosts: [cart], http: [{${to('api.example.com')}}]}`),
      aged(
        entry(
          '{hosts: [api.example.com], ports: [{number: 80, name: http, protocol: HTTP}], resolution: STATIC, endpoints: [{address: 10.0.0.1}]}',
          'a',
          'aaa'
        ),
        '2024'
      ),
      aged(
        entry(
          '{hosts: [api.example.com], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}',
          'a',
          'zzz'
        ),
        '2020'
      )
    ]
  ],
  'jwt-cookies': [
    '1.21',
    [...cart, tokens('{issuer: me, jwksUri: "https://me/keys", fromCookies: [session]}')]
  ],
  'custom-dry-run-denies': [
    '1.30',
    [
      ...cart,
      meshConfig(
        'extensionProviders: [{name: ask, envoyExtAuthzGrpc: {service: web.shop.svc.cluster.local, port: 80}}]'
      ),
      policy(
        '{selector: {matchLabels: {app: cart}}, action: CUSTOM, provider: {name: ask}, rules: [{}]}',
        ', annotations: {istio.io/dry-run: "true"}'
      )
    ]
  ],
  'policy-target-ref': [
    '1.20',
    [
      ...cart,
      policy(
        '{targetRef: {group: gateway.networking.k8s.io, kind: Gateway, name: gw}, action: DENY, rules: [{}]}'
      )
    ]
  ],
  'policy-target-refs': [
    '1.22',
    [
      ...cart,
      policy(
        '{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gw}], action: DENY, rules: [{}]}'
      )
    ]
  ]
}

const gatewayApi = (kind: string, spec: string, name = 'x', more = '') =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop${more}}\nspec: ${spec}`
const filter = (patch: string) =>
  istio('networking', 'EnvoyFilter', 'f', `{configPatches: [${patch}]}`)
const wasm = (more = '') =>
  `apiVersion: extensions.istio.io/v1alpha1\nkind: WasmPlugin\nmetadata: {name: w, namespace: shop}\nspec: {url: "oci://a/b"${more}}`
const waypoint = gatewayApi(
  'Gateway',
  '{gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}'
)
const ambient =
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: amb, labels: {istio.io/dataplane-mode: ambient}}'
const backend = `apiVersion: gateway.networking.k8s.io/v1\nkind: BackendTLSPolicy\nmetadata: {name: b, namespace: shop}\nspec: {targetRefs: [{group: "", kind: Service, name: cart}], validation: {hostname: a, wellKnownCACertificates: System}}`
const dynamic = entry(
  '{hosts: ["*.example.com"], ports: [{number: 443, name: tls, protocol: TLS}], resolution: DYNAMIC_DNS}'
)
const secured = istio(
  'networking',
  'Gateway',
  'gw',
  '{selector: {istio: ingressgateway}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.example.com], tls: {mode: SIMPLE, credentialName: c}}]}'
)

/** Objects that a behaviour which no step computes could touch: not proven, or left to a running mesh. */
const touched: Partial<Record<Feature, readonly [string, string]>> = {
  'header-lines-apart': [
    '1.31',
    vs(
      `{hosts: [cart], http: [{match: [{headers: {x: {exact: a}}}], ${to('web')}}, {${to('cart')}}]}`
    )
  ],
  'policy-header-lines-apart': [
    '1.30',
    policy('{action: DENY, rules: [{when: [{key: "request.headers[x]", values: [a]}]}]}')
  ],
  'auto-allocate-addresses': [
    '1.25',
    `${entry(
      '{hosts: [db.example.com], ports: [{number: 3306, name: tcp, protocol: TCP}], resolution: DNS}'
    )}\n---\n${ambient}`
  ],
  'client-insecure-skip-verify': [
    '1.19',
    dr('{host: cart, trafficPolicy: {tls: {mode: SIMPLE, insecureSkipVerify: true}}}')
  ],
  'sidecar-inbound-pool': [
    '1.21',
    sidecar('{inboundConnectionPool: {http: {http1MaxPendingRequests: 7}}}')
  ],
  'several-server-certificates': [
    '1.27',
    secured.replace('credentialName: c', 'credentialNames: [c, d]')
  ],
  'zone-aware-balancing': [
    '1.31',
    dr('{host: cart, trafficPolicy: {loadBalancer: {zoneAwareLbSetting: {}}}}')
  ],
  'ambient-peer-authentication': ['1.19', ambient],
  'service-parents-state-group': [
    '1.19',
    gatewayApi(
      'HTTPRoute',
      '{parentRefs: [{kind: Service, name: cart}], rules: [{backendRefs: [{name: web, port: 80}]}]}'
    )
  ],
  'filter-type-urls': [
    '1.19',
    filter(
      '{applyTo: HTTP_FILTER, patch: {operation: INSERT_BEFORE, value: {name: a, typed_config: {a: b}}}}'
    )
  ],
  'bracketed-claim-routes': [
    '1.19',
    vs(
      `{hosts: [cart], http: [{match: [{headers: {"@request.auth.claims[a]": {exact: b}}}], ${to('web')}}]}`
    )
  ],
  'http-filter-order': ['1.20', wasm(', failStrategy: FAIL_OPEN')],
  'delegate-header-matches': [
    '1.20',
    vs(
      '{hosts: [cart], http: [{match: [{headers: {a: {exact: b}}}, {headers: {c: {exact: d}}}], delegate: {name: d}}]}'
    )
  ],
  'proxy-headers': [
    '1.20',
    meshConfig('defaultConfig: {proxyHeaders: {server: {disabled: true}}}')
  ],
  'empty-header-is-presence': [
    '1.21',
    vs(`{hosts: [cart], http: [{match: [{headers: {x: {}}}], ${to('web')}}]}`)
  ],
  'listener-isolation': [
    '1.22',
    gatewayApi(
      'Gateway',
      '{gatewayClassName: istio, listeners: [{name: a, port: 80, protocol: HTTP}, {name: b, port: 81, protocol: HTTP}]}'
    )
  ],
  'enhanced-resource-scoping': ['1.22', meshConfig('discoverySelectors: [{matchLabels: {a: b}}]')],
  'use-waypoint-labels': ['1.22', waypoint],
  'duplicate-subsets-rejected': [
    '1.22',
    dr('{host: cart, subsets: [{name: v1, labels: {a: b}}, {name: v1, labels: {a: c}}]}')
  ],
  'audience-lists': ['1.22', tokens(`{issuer: me, ${keys}, audiences: [a]}`)],
  'continue-100': ['1.23', ''],
  'tls-to-ambient': ['1.23', ambient],
  'inbound-retry': ['1.24', ''],
  'destination-rule-tls-for-external': [
    '1.24',
    `${dr('{host: cart, trafficPolicy: {tls: {mode: SIMPLE}}}')}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec: {containers: [{name: istio-proxy, image: x, env: [{name: ISTIO_META_TLS_CLIENT_CERT_CHAIN, value: /c}]}]}`
  ],
  'waypoint-policies': ['1.24', waypoint],
  'gateway-class-target-ref': ['1.25', waypoint],
  'waypoint-drops-source-labels': ['1.25', waypoint],
  'ambient-dns-capture': ['1.25', ambient],
  'traffic-distribution': ['1.25', service('near', 'shop', ', trafficDistribution: PreferClose')],
  'internal-addresses': [
    '1.25',
    policy('{action: DENY, rules: [{from: [{source: {remoteIpBlocks: [10.0.0.0/8]}}]}]}')
  ],
  'wasm-fails-closed': ['1.25', wasm()],
  'backend-tls-policy': ['1.26', backend],
  'waypoint-tcp-routes': ['1.26', waypoint],
  'filter-matches-domains': [
    '1.26',
    filter(
      '{applyTo: VIRTUAL_HOST, match: {routeConfiguration: {vhost: {domainName: a}}}, patch: {operation: MERGE, value: {}}}'
    )
  ],
  'optional-jwt-issuer': ['1.27', tokens(`{${keys}}`)],
  'inference-pools': [
    '1.27',
    'apiVersion: inference.networking.k8s.io/v1\nkind: InferencePool\nmetadata: {name: p, namespace: shop}\nspec: {}'
  ],
  'native-sidecars': ['1.27', ''],
  'backend-tls-policy-v1': ['1.28', backend],
  'dynamic-dns-entries': ['1.28', dynamic],
  'gateway-secret-access': ['1.28', secured],
  'ambient-passthrough-entries': ['1.28', ambient],
  'dynamic-dns-tls': ['1.29', dynamic],
  'no-backend-is-404': ['1.30', gatewayApi('HTTPRoute', '{parentRefs: [{name: gw}], rules: [{}]}')],
  'merge-route-kinds': [
    '1.30',
    `${gatewayApi('HTTPRoute', '{rules: [{backendRefs: [{name: web, port: 80}]}]}')}\n---\n${gatewayApi('GRPCRoute', '{}', 'grpc')}`
  ],
  'append-waypoint-services': ['1.30', waypoint],
  'tls-route-terminates': ['1.30', gatewayApi('TLSRoute', '{}')],
  'traffic-extensions': [
    '1.30',
    'apiVersion: extensions.istio.io/v1alpha1\nkind: TrafficExtension\nmetadata: {name: t, namespace: shop}\nspec: {}'
  ],
  'private-key-sets': ['1.30', tokens(`{issuer: me, ${keys}}`)],
  'strict-gateway-merging': [
    '1.31',
    `${gatewayApi('Gateway', '{gatewayClassName: istio, listeners: [{name: a, port: 80, protocol: HTTP}]}')}\n---\n${secured.replace('namespace: shop', 'namespace: edge')}`
  ],
  'unhealthy-endpoints': ['1.31', ''],
  'service-entry-visibility': ['1.31', meshConfig('serviceEntryVisibility: {a: b}')],
  'destination-rule-over-backend-tls': ['1.31', backend],
  'edge-connections': ['1.31', meshConfig('connectionSettings: {profile: EDGE}')],
  'own-namespace-and-others': ['1.31', meshConfig('defaultServiceExportTo: [".", other]')],
  'waypoint-hashing': ['1.31', waypoint]
}

/** Fields that one version does not know. */
const fields: Partial<Record<Feature, readonly [string, string]>> = {
  'optional-mutual-servers': ['1.19', secured.replace('SIMPLE', 'OPTIONAL_MUTUAL')],
  'upstream-proxy-protocol': [
    '1.21',
    dr('{host: cart, trafficPolicy: {proxyProtocol: {version: V2}}}')
  ],
  'upstream-retry-budget': [
    '1.27',
    dr('{host: cart, trafficPolicy: {retryBudget: {percent: 30}}}')
  ],
  'hash-cookie-attributes': [
    '1.28',
    dr(
      '{host: cart, trafficPolicy: {loadBalancer: {consistentHash: {httpCookie: {name: a, ttl: 1s, attributes: [{name: b, value: c}]}}}}}'
    )
  ],
  'http2-keepalive': [
    '1.31',
    dr(
      '{host: cart, trafficPolicy: {connectionPool: {http: {h2UpgradePolicy: UPGRADE, http2KeepAlive: {interval: 5s, timeout: 1s}}}}}'
    )
  ]
}

const minorBefore = (minor: string) => MINORS[MINORS.indexOf(minor) - 1] ?? minor

const plain = cart.join('\n---\n')
/** What names the row, whichever list it is in. */
const naming = (report: Report, feature: string) => [
  ...report.unknown.filter(({ message }) => message.includes(`differ in ${feature} `)),
  ...report.assumptions.filter(
    ({ kind, params }) => kind === 'version-behaviour' && params.name === feature
  )
]

describe('an upgrade shows', () => {
  test.each(Object.entries(shown))('%s', async (feature, [minor, objects]) => {
    const world = objects.join('\n---\n')
    const report = await upgrade(world, minorBefore(minor), minor)
    expect([...causesIn(report)]).toContain(feature)
    for (const { witness, behaviours, rollback } of report.effects) {
      expect(behaviours).not.toBeUndefined()
      expect(witness === null || rollback !== '').toBe(true)
    }
    // A minor before, nobody knows of it.
    if (MINORS.indexOf(minor) < 2) return
    const earlier = await upgrade(world, minorBefore(minorBefore(minor)), minorBefore(minor))
    expect([...causesIn(earlier)]).not.toContain(feature)
  })
})

describe('an upgrade does not prove', () => {
  test.each(Object.entries(touched))('%s', async (feature, [minor, object]) => {
    const world = object === '' ? plain : `${plain}\n---\n${object}`
    const report = await upgrade(world, minorBefore(minor), minor)
    expect(naming(report, feature)).toHaveLength(1)
    if (MINORS.indexOf(minor) < 2) return
    const earlier = await upgrade(world, minorBefore(minorBefore(minor)), minorBefore(minor))
    expect(naming(earlier, feature)).toEqual([])
  })
})

test('addresses that sidecars which capture DNS get are told as an effect, and others know none', async () => {
  const entries = ['db1', 'db2'].map(name =>
    entry(
      `{hosts: [${name}.example.com], ports: [{number: 3306, name: tcp, protocol: TCP}], resolution: DNS}`,
      name
    )
  )
  const capture =
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata: {mesh: \'{defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}}\'}'
  const plainly = await upgrade(entries.join('\n---\n'), '1.24', '1.25')
  expect([plainly.effects, plainly.unknown]).toEqual([[], []])
  const { effects, unknown } = await upgrade([...entries, capture].join('\n---\n'), '1.24', '1.25')
  expect(unknown).toEqual([])
  expect(
    effects.map(({ subject, behaviours }) => [subject.name, behaviours?.[0]?.name])
  ).toContainEqual(['db2.example.com', 'auto-allocate-addresses'])
})

test('mutual TLS that an upgrade takes away is told as such, and stops the merge', async () => {
  const worlds = ['default-scope-own-namespace', 'subset-tls-fallback'] as const
  for (const feature of worlds) {
    const [minor = '', world = []] = shown[feature] ?? []
    const report = await upgrade(world.join('\n---\n'), minorBefore(minor), minor)
    const found = report.effects.filter(({ kind }) => kind === 'mtls-weakened')
    expect(found.map(({ behaviours }) => behaviours?.map(({ name }) => name))).toEqual([[feature]])
    expect(report.verdict.outcome).toBe('approve')
  }
})

test('texts with spaces are told of the claims that a condition reads, with a token that shows it', async () => {
  const read = async (condition: string) => {
    const world = [...cart, tokens(`{issuer: me, ${keys}}`), condition].join('\n---\n')
    const { effects, unknown } = await upgrade(world, '1.20', '1.21')
    expect(unknown).toEqual([])
    return effects.map(({ kind, witness }) => {
      const [token] = witness?.request.tokens ?? []
      return `${kind}: ${JSON.stringify(token?.claims)}`
    })
  }
  const token = '{"iss":"me","sub":"subject","groups":"admin other"}'
  expect(await read(onClaim('groups'))).toEqual([`access-revoked: ${token}`])
  expect(await read(onClaim('groups', 'notValues'))).toEqual([`access-granted: ${token}`])
  // These two are lists in every version.
  expect(await read(onClaim('scope'))).toEqual([])
  expect(await read(onClaim('permission'))).toEqual([])
})

describe('an upgrade sees that one version lacks a field', () => {
  test.each(Object.entries(fields))('%s', async (_, [minor, object]) => {
    const report = await upgrade(`${plain}\n---\n${object}`, minorBefore(minor), minor)
    const without = await upgrade(plain, minorBefore(minor), minor)
    const size = ({ effects, unknown }: Report) => effects.length + unknown.length
    expect(size(report)).toBeGreaterThan(size(without))
  })
})

describe('the table of behaviours', () => {
  test('has a world for every row, or the reason why none shows it', () => {
    const byFlag = FEATURES.filter(feature =>
      MINORS.every(minor => features(minor).has(feature) === features('1.18').has(feature))
    )
    const inert = FEATURES.filter(feature => 'nothing' in (unreadBehaviours[feature] ?? {}))
    const covered = new Set([shown, touched, fields].flatMap(table => Object.keys(table)))
    const left = FEATURES.filter(feature => !covered.has(feature))
    expect(left.filter(one => !byFlag.includes(one) && !inert.includes(one))).toEqual([])
  })

  test('is read by a compile step, or says what it could touch', () => {
    const sources = globSync('src/**/*.ts', { cwd: root }).filter(
      path => !path.endsWith('mesh/features.ts')
    )
    const text = sources.map(path => readFileSync(join(root, path), 'utf8')).join('\n')
    const asked = new Set(
      [...text.matchAll(/has\(\s*'([a-z0-9-]+)'|feature: '([a-z0-9-]+)'/g)].map(
        ([, a, b]) => a ?? b
      )
    )
    const unread = FEATURES.filter(one => !asked.has(one) && unreadBehaviours[one] === undefined)
    expect(unread.filter(one => !text.includes(`'${one}'`))).toEqual([])
  })

  test.each(MINORS.slice(1))(
    '%s changes nothing of a mesh where nothing of it shows',
    async minor => {
      const report = await upgrade(plain, minorBefore(minor), minor)
      const general: Readonly<Record<string, string>> = {
        '1.24': 'retry-503',
        '1.27': 'absolute-fqdn-domain'
      }
      expect([...causesIn(report)]).toEqual(general[minor] === undefined ? [] : [general[minor]])
      expect(report.unknown).toEqual([])
      expect(report.notes?.at(-1)).toContain(
        `from Istio ${minorBefore(minor)} (--istio-base) to ${minor}`
      )
      if (report.effects.length === 0)
        expect(report.notes?.at(-1)).toContain('none changes anything')
    }
  )
})

describe('the versions of an upgrade', () => {
  test('stand in the flags, the configuration or the manifests', async () => {
    const world = [...cart, vs(`{hosts: [cart], http: [{${to('cart')}}]}`)].join('\n---\n')
    await withFiles(
      {
        'a/w.yaml': world,
        'b/w.yaml': world,
        'c.yaml': 'istio: "1.24"\nistioBase: "1.23"\n',
        'm.yaml': 'meshes: [{name: m, paths: ["**"], istio: "1.24", istioBase: "1.23"}]\n'
      },
      async directory => {
        const run = async (...args: string[]) => {
          const { stdout, stderr } = await runCli(['diff', ...args, '-f', 'json'], {
            cwd: directory
          })
          return stdout === '' ? stderr : [...causesIn(JSON.parse(stdout))].join(' ')
        }
        expect(await run('a', 'b', '--istio-base', '1.23', '--istio', '1.24')).toBe('retry-503')
        expect(await run('a', '--istio-base', '1.23', '--istio', '1.24')).toBe('retry-503')
        expect(await run('a', 'b', '-c', 'c.yaml')).toBe('retry-503')
        expect(await run('a', 'b', '-c', 'm.yaml')).toBe('retry-503')
        expect(await run('a', 'b', '--istio', '1.24')).toBe('')
        expect(await run('a', 'b', '-c', 'c.yaml', '--istio-base', '1.24')).toBe('')
        expect(await run('a', '--istio', '1.24')).toContain('compares two paths; 1 given')
        expect(await run('a', 'b', '--istio-base', '1.2')).toContain(
          '--istio-base 1.2 is not a version'
        )
      }
    )
  })
})
