import { describe, expect, test } from '@jest/globals'
import { features } from '../../src/mesh/features.ts'
import { validateManifest } from '../../src/validation/validate.ts'
import { manifestsFrom } from '../support/side.ts'
import { found } from '../support/validation.ts'

function object(
  kind: string,
  spec: string,
  group = 'networking.istio.io/v1',
  metadata = ''
): string {
  const lines = spec.trim().split('\n')
  return [
    `apiVersion: ${group}`,
    `kind: ${kind}`,
    `metadata: {name: one, namespace: shop${metadata}}`,
    'spec:',
    ...lines.map(line => `  ${line}`)
  ].join('\n')
}

describe('what the webhook cannot read', () => {
  test('is said at the value, and nothing else of the object is', () => {
    const spec =
      'hosts: [a.example.com]\nhttp:\n- timeout: 5\n  route: []\n- retries: {attempts: many}'
    expect(found(object('VirtualService', spec))).toEqual([
      'virtual-service/invalid-type http.0.timeout',
      'virtual-service/invalid-type http.1.retries.attempts'
    ])
  })

  test('numbers in quotes, numbers for enums and names with underscores are read', () => {
    const spec = `servers:
- hosts: ['*']
  port: {number: "80", name: http, protocol: HTTP}
  tls: {https_redirect: true}
- hosts: ['*']
  port: {number: 443, name: https, protocol: HTTPS}
  tls: {mode: 1}`
    expect(found(object('Gateway', spec))).toEqual([
      'gateway/missing-server-certificate servers.1.tls.serverCertificate',
      'gateway/missing-private-key servers.1.tls.privateKey'
    ])
  })

  test('a place is named as the document names it', () => {
    const spec =
      'hosts: [a.example.com]\nhttp: [{mirror_percent: 200, route: [{destination: {host: a}}]}]'
    expect(found(object('VirtualService', spec))).toEqual([
      'virtual-service/invalid-mirror-percentage http.0.mirror_percent',
      'virtual-service/deprecated-mirror-percent http.0.mirror_percent'
    ])
  })
})

describe('objects as a whole', () => {
  test('a field beside the spec is refused', () => {
    const yaml = `${object('ProxyConfig', 'concurrency: 1', 'networking.istio.io/v1beta1')}\nspecs: {}`
    const [finding] = validateManifest(manifestsFrom(yaml)[0] as never, {
      features: features('1.31')
    })
    expect([finding?.id, finding?.params.name]).toEqual(['proxy-config/unknown-field', 'specs'])
  })

  test('the name of a Gateway has no dots', () => {
    const yaml = object(
      'Gateway',
      "servers: [{hosts: ['*'], port: {number: 80, name: a, protocol: HTTP}}]"
    )
    expect(found(yaml.replace('name: one', 'name: one.two'))).toEqual(['gateway/invalid-name name'])
  })

  test('kinds of others have no findings', () => {
    expect(found(object('Gateway', 'listeners: []', 'gateway.networking.k8s.io/v1'))).toEqual([])
    expect(
      found('apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 0}]}')
    ).toEqual([])
  })

  test('an annotation that only istiod may set, or that a kind does not support, stops everything else', () => {
    const yaml = object('Gateway', '{}', undefined, ", annotations: {istio.io/dry-run: 'true'}")
    expect(found(yaml)).toEqual(['gateway/unsupported-dry-run annotations.istio.io/dry-run'])
  })
})

describe('what the examples do not hold', () => {
  test('bodies are measured in bytes', () => {
    const route = (body: string) =>
      object(
        'VirtualService',
        `hosts: [a.example.com]\nhttp: [{directResponse: {status: 200, body: {string: "${body}"}}}]`
      )
    expect(found(route('ä'.repeat(51_201)))).toEqual([
      'virtual-service/ineffective-body-size http.0.directResponse.body'
    ])
    expect(found(route('ä'.repeat(51_200)))).toEqual([])
    expect(found(route('a'.repeat(1_048_577)))).toEqual([
      'virtual-service/invalid-body-size http.0.directResponse.body'
    ])
  })

  test('Lua has at most 64 KiB', () => {
    const lua = (size: number) =>
      object(
        'TrafficExtension',
        `lua: {inlineCode: ${'a'.repeat(size)}}`,
        'extensions.istio.io/v1alpha1'
      )
    expect(found(lua(65_536))).toEqual([])
    expect(found(lua(65_537))).toEqual(['traffic-extension/invalid-lua-code-length lua.inlineCode'])
  })

  test('at most sixteen service accounts', () => {
    const accounts = (count: number) =>
      object(
        'AuthorizationPolicy',
        `rules: [{from: [{source: {serviceAccounts: [${Array.from({ length: count }, (_, i) => `a${i}`).join(', ')}]}}]}]`,
        'security.istio.io/v1'
      )
    expect(found(accounts(16))).toEqual([])
    expect(found(accounts(17))).toEqual([
      'authorization-policy/invalid-service-account-count rules.0.from.0.source.serviceAccounts'
    ])
  })

  test('a wildcard of a locality stands at its end', () => {
    const spec =
      'host: a\ntrafficPolicy: {loadBalancer: {localityLbSetting: {distribute: [{from: a/*/c, to: {b: 100}}]}}}'
    expect(found(object('DestinationRule', spec))).toEqual([
      'destination-rule/invalid-locality-wildcard trafficPolicy.loadBalancer.localityLbSetting.distribute'
    ])
  })

  test('a waypoint does not look hosts up', () => {
    const spec =
      "hosts: ['*.example.com']\nresolution: DYNAMIC_DNS\nlocation: MESH_INTERNAL\nports: [{number: 443, name: tls, protocol: TLS}]"
    const waypoint = ', labels: {istio.io/use-waypoint: public}'
    expect(found(object('ServiceEntry', spec, undefined, waypoint))).toEqual([
      'service-entry/unsupported-dynamic-location location'
    ])
    expect(found(object('ServiceEntry', spec))).toEqual([])
  })

  test('old names of filters', () => {
    const spec =
      'configPatches:\n- applyTo: NETWORK_FILTER\n  match: {listener: {filterChain: {filter: {name: envoy.tcp_proxy}}}}\n  patch: {operation: REMOVE}'
    expect(found(object('EnvoyFilter', spec, 'networking.istio.io/v1alpha3'))).toEqual([
      'envoy-filter/deprecated-internals ',
      'envoy-filter/deprecated-filter-name configPatches.0.match.listener.filterChain.filter.name'
    ])
  })

  test('warnings that Istio loses are ours', () => {
    const yaml = object(
      'VirtualService',
      'hosts: [a.example.com]\nhttp: [{fault: {abort: {percentage: {value: 1}}}, route: [{destination: {host: a}}]}]'
    )
    const [manifest] = manifestsFrom(yaml)
    if (manifest === undefined) throw new Error('no manifest')
    const findings = validateManifest(manifest, { features: features('1.31') })
    expect(findings.map(({ id, sources }) => [id, sources])).toEqual([
      ['virtual-service/ineffective-abort', []]
    ])
  })
})

describe('by minor', () => {
  const budget = (spec: string, minor: string, kind = 'DestinationRule') =>
    found(object(kind, spec), minor)

  test('a field that is not there yet is not looked at', () => {
    const spec = 'host: a\ntrafficPolicy: {connectionPool: {http: {http2KeepAlive: {}}}}'
    expect(budget(spec, '1.30')).toEqual([])
    expect(budget(spec, '1.31')).toHaveLength(2)
  })

  test('a rule that came later is not applied before', () => {
    const spec = 'host: a\nsubsets: [{name: v1}, {name: v1}]'
    expect(budget(spec, '1.21')).toEqual([])
    expect(budget(spec, '1.22')).toEqual(['destination-rule/duplicate-subset subsets.1.name'])
  })

  test('addresses are allocated from 1.25 on', () => {
    const spec =
      'hosts: [db.example.com]\nresolution: STATIC\nports: [{number: 1, name: tcp, protocol: TCP}]'
    expect(budget(spec, '1.24', 'ServiceEntry')).toEqual([
      'service-entry/missing-addresses ports.0'
    ])
    expect(budget(spec, '1.25', 'ServiceEntry')).toEqual([])
  })

  test('a kind that is not there yet has no findings', () => {
    const yaml = object('TrafficExtension', '{}', 'extensions.istio.io/v1alpha1')
    expect(found(yaml, '1.29')).toEqual([])
    expect(found(yaml, '1.30')).toEqual(['traffic-extension/missing-extension '])
  })

  test('every minor judges every kind', () => {
    for (let minor = 18; minor <= 31; minor++) {
      expect(
        found(
          object('PeerAuthentication', 'portLevelMtls: {0: {}}', 'security.istio.io/v1'),
          `1.${minor}`
        )
      ).toHaveLength(2)
    }
  })
})

describe('hostile input', () => {
  test('ten thousand hosts and routes take no quadratic time', () => {
    const hosts = Array.from({ length: 10_000 }, (_, i) => `h${i}.example.com`).join(', ')
    const rules = Array.from(
      { length: 10_000 },
      (_, i) => `{match: [{uri: {prefix: /a${i}}}], route: [{destination: {host: a}}]}`
    )
    const yaml = object('VirtualService', `hosts: [${hosts}]\nhttp: [${rules.join(', ')}]`)
    const [manifest] = manifestsFrom(yaml)
    if (manifest === undefined) throw new Error('no manifest')
    expect(validateManifest(manifest, { features: features('1.31') }).length).toBeLessThanOrEqual(
      200
    )
  })

  test('keys that objects have of themselves are only keys', () => {
    expect(
      found(object('WorkloadEntry', 'address: 10.0.0.1\nports: {__proto__: 80, constructor: 81}'))
    ).toEqual(['workload-entry/invalid-port-name ports.__proto__'])
  })

  test('values of the wrong type everywhere are said once each', () => {
    for (const kind of ['Gateway', 'VirtualService', 'Sidecar', 'ServiceEntry', 'EnvoyFilter']) {
      for (const spec of ['1', '[]', 'a', 'true']) {
        expect(
          found(
            `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}`
          )
        ).toHaveLength(1)
      }
    }
  })
})
