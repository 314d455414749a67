import { describe, expect, test } from '@jest/globals'
import { found, ids } from '../support/schema.ts'

const dropped =
  'The API server refuses it under strict validation (the default of kubectl) and drops it otherwise, so that it does nothing.'

function virtualService(http: string): string {
  return `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
  namespace: shop
spec:
  hosts:
  - reviews
  http:
${http}`
}

describe('an unknown field', () => {
  test('is reported at its key, with the nearest known name', () => {
    const yaml = virtualService(`  - route:
    - destination:
        host: reviews
      weigth: 90
    - destination:
        host: ratings
      weigth: 10
`)
    expect(found(yaml)).toEqual([
      `schema/unknown-field 13:7 "weigth": spec.http[0].route[0] has no field "weigth" in networking.istio.io/v1 (Istio 1.31). Did you mean "weight"? ${dropped}`,
      `schema/unknown-field 16:7 "weigth": spec.http[0].route[1] has no field "weigth" in networking.istio.io/v1 (Istio 1.31). Did you mean "weight"? ${dropped}`
    ])
  })

  test('of a later minor says since when it exists', () => {
    const yaml = virtualService(`  - route:
    - destination:
        host: reviews
    retries:
      attempts: 2
      backoff: 1s
`)
    expect(found(yaml, { istio: '1.26' })).toEqual([])
    expect(found(yaml, { istio: '1.25' })).toEqual([
      `schema/unknown-field 15:7 "backoff": spec.http[0].retries has no field "backoff" in networking.istio.io/v1 (Istio 1.25). It exists since 1.26 of Istio. ${dropped}`
    ])
  })

  test('that belongs to a parent says where', () => {
    const yaml = virtualService(`  - route:
    - destination:
        host: reviews
      timeout: 3s
`)
    expect(found(yaml)).toEqual([
      `schema/unknown-field 13:7 "timeout": spec.http[0].route[0] has no field "timeout" in networking.istio.io/v1 (Istio 1.31). It is a field of spec.http[0]: check the indentation. ${dropped}`
    ])
  })

  test('in snake case is the same word', () => {
    const yaml = virtualService(`  - mirror_percentage: {value: 1}
    route: [{destination: {host: reviews}}]
`)
    expect(found(yaml)).toEqual([
      `schema/unknown-field 10:5 "mirror_percentage": spec.http[0] has no field "mirror_percentage" in networking.istio.io/v1 (Istio 1.31). Did you mean "mirrorPercentage"? ${dropped}`
    ])
  })

  test('with nothing near lists what there is', () => {
    const yaml = virtualService(`  - route: [{destination: {address: reviews, host: reviews}}]
`)
    expect(found(yaml)).toEqual([
      `schema/unknown-field 10:28 "address": spec.http[0].route[0].destination has no field "address" in networking.istio.io/v1 (Istio 1.31). Known fields: host, port, subset. ${dropped}`
    ])
  })

  test('beside spec, and named like a part of Object.prototype', () => {
    const yaml = `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: shop}
spec:
  __proto__: {}
  constructor: {}
data: 1
`
    expect(ids(yaml)).toEqual([
      'schema/unknown-field',
      'schema/unknown-field',
      'schema/unknown-field'
    ])
  })

  test('is none where the schema keeps what it does not know, or under status', () => {
    const yaml = `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: lua}
spec:
  configPatches:
  - applyTo: HTTP_FILTER
    patch:
      operation: INSERT_BEFORE
      value: {name: x, typed_config: {anything: [1, {goes: true}]}}
status:
  whatever: 1
`
    expect(found(yaml)).toEqual([])
  })
})

describe('a wrong type', () => {
  test('is reported at the value, with what was expected', () => {
    const yaml = virtualService(`  - timeout: 5
    route:
      destination:
        host: reviews
    match:
    - port: "8080"
      headers:
        end-user: jason
`)
    expect(found(yaml)).toEqual([
      'schema/wrong-type 10:14 "5": spec.http[0].timeout must be a string, but is the number 5. Quote it: "5".',
      'schema/wrong-type 12:7 "destination:": spec.http[0].route must be a list, but is a map. Write it as a list, also where there is only one item.',
      'schema/wrong-type 15:13 "\\"8080\\"": spec.http[0].match[0].port must be an integer, but is the string "8080". Remove the quotes.',
      'schema/wrong-type 17:19 "jason": spec.http[0].match[0].headers.end-user must be a map, but is the string "jason".'
    ])
  })

  test('gets no second finding for the same value', () => {
    const yaml = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews}
spec:
  host: reviews
  trafficPolicy: {tls: {mode: 3}}
`
    expect(found(yaml)).toEqual([
      'schema/wrong-type 6:31 "3": spec.trafficPolicy.tls.mode must be a string, but is the number 3. Quote it: "3".'
    ])
  })

  test('is none for an integer written as 1.0; is one for 1.5', () => {
    expect(ids(virtualService('  - match: [{port: 80.0}]\n'))).toEqual([])
    expect(ids(virtualService('  - match: [{port: 80.5}]\n'))).toEqual(['schema/wrong-type'])
  })
})

describe('null', () => {
  test('where it is not nullable counts as absent', () => {
    expect(
      found(
        virtualService('  - timeout:\n    match:\n    route: [{destination: {host: reviews}}]\n')
      )
    ).toEqual([])
    const yaml = virtualService('  - route: [{destination: {host: null}}]\n')
    expect(found(yaml)).toEqual([
      'schema/missing-field 10:14 "destination": spec.http[0].route[0].destination has no "host", which VirtualService requires in networking.istio.io/v1 (Istio 1.31).'
    ])
  })

  test('as an item of a list is a wrong type', () => {
    expect(found(virtualService('  -\n'))).toEqual([
      'schema/wrong-type 10:3 "-": spec.http[0] must be a map, but is null.'
    ])
  })
})

test('a missing field is reported at its parent', () => {
  const yaml = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: external
spec:
  ports:
  - number: 443
`
  expect(found(yaml)).toEqual([
    'schema/missing-field 7:5 "number: 443": spec.ports[0] has no "name", which ServiceEntry requires in networking.istio.io/v1 (Istio 1.31).',
    'schema/missing-field 5:1 "spec": spec has no "hosts", which ServiceEntry requires in networking.istio.io/v1 (Istio 1.31).'
  ])
  expect(found(yaml, { istio: '1.19' })).toEqual([
    'schema/unknown-version 1:13 "networking.istio.io/v1": Istio 1.19 does not serve ServiceEntry as networking.istio.io/v1, so the API server refuses the object. It is served since 1.22. Use networking.istio.io/v1alpha3 or networking.istio.io/v1beta1.'
  ])
})

describe('a value outside an enumeration', () => {
  const serviceEntry = (resolution: string) => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: external}
spec:
  hosts: [a.example.com]
  resolution: ${resolution}
`
  test('lists the values and the one that was meant', () => {
    expect(found(serviceEntry('STATICS'), { istio: '1.27' })).toEqual([
      'schema/invalid-value 6:15 "STATICS": spec.resolution is the string "STATICS", which is not one of NONE, STATIC, DNS, DNS_ROUND_ROBIN. Did you mean "STATIC"?'
    ])
  })
  test('says which minors have it', () => {
    expect(ids(serviceEntry('DYNAMIC_DNS'), { istio: '1.28' })).toEqual([])
    expect(found(serviceEntry('DYNAMIC_DNS'), { istio: '1.27' })).toEqual([
      'schema/invalid-value 6:15 "DYNAMIC_DNS": spec.resolution is the string "DYNAMIC_DNS", which is not one of NONE, STATIC, DNS, DNS_ROUND_ROBIN. It exists since 1.28 of Istio.'
    ])
  })
})

describe('bounds', () => {
  test('of numbers, and of the format', () => {
    const yaml = virtualService(`  - match: [{port: -1}]
    retries: {attempts: 3000000000}
`)
    expect(found(yaml)).toEqual([
      'schema/out-of-bounds 10:20 "-1": spec.http[0].match[0].port is -1, but must be at least 0.',
      'schema/out-of-bounds 11:25 "3000000000": spec.http[0].retries.attempts is 3000000000, but must be at most 2147483647.'
    ])
  })

  test('of lengths, counted in characters, and of lists and maps', () => {
    const plugin = (spec: string) =>
      `apiVersion: extensions.istio.io/v1alpha1\nkind: WasmPlugin\nmetadata: {name: p}\nspec: ${spec}\n`
    expect(found(plugin('{url: ""}'))).toEqual([
      'schema/out-of-bounds 4:13 "\\"\\"": spec.url has 0 characters, but must have at least 1.'
    ])
    const names = '😀'.repeat(256)
    expect(found(plugin(`{url: a, pluginName: "${names}"}`))).toEqual([])
    expect(found(plugin(`{url: a, pluginName: "${names}😀"}`))).toEqual([
      expect.stringContaining('spec.pluginName has 257 characters, but must have at most 256.')
    ])
    expect(
      found(
        'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: p}\nspec: {hosts: []}\n'
      )
    ).toEqual([
      'schema/out-of-bounds 4:8 "hosts": spec.hosts has 0 items, but must have at least 1.'
    ])
    expect(
      found(
        'apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: p}\nspec: {portLevelMtls: {}}\n'
      )
    ).toEqual([
      'schema/out-of-bounds 4:8 "portLevelMtls": spec.portLevelMtls has 0 entries, but must have at least 1.'
    ])
  })
})

test('a pattern is RE2, and the value is quoted', () => {
  const yaml =
    'apiVersion: extensions.istio.io/v1alpha1\nkind: WasmPlugin\nmetadata: {name: p}\nspec: {url: a, sha256: XYZ}\n'
  expect(found(yaml)).toEqual([
    'schema/invalid-format 4:24 "XYZ": spec.sha256 is the string "XYZ", but must be text that matches (^$|^[a-f0-9]{64}$).'
  ])
})

describe('fields of which only one may be set', () => {
  test('are reported at the second one', () => {
    const yaml = virtualService(`  - match:
    - uri:
        prefix: /a
        exact: /b
`)
    expect(found(yaml)).toEqual([
      'schema/conflicting-fields 13:9 "exact": spec.http[0].match[0].uri sets prefix and exact, of which only one may be set. Remove all but one.'
    ])
  })

  test('a null among them is absent', () => {
    expect(found(virtualService('  - match: [{uri: {prefix: /a, exact: }}]\n'))).toEqual([])
  })
})

test('items of a list with keys must differ in them', () => {
  const yaml = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: external}
spec:
  hosts: [a.example.com]
  ports:
  - {number: 80, name: http}
  - {number: 81, name: tcp}
  - {number: 82, name: http}
`
  expect(found(yaml)).toEqual([
    'schema/duplicate-item 9:5 "{number: 82, name: http}": spec.ports[2] has the same name as spec.ports[0], but items of spec.ports must differ in it.'
  ])
})

describe('kinds and versions', () => {
  const object = (apiVersion: string, kind: string) =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: {}\n`

  test('a kind of a later minor', () => {
    expect(
      found(object('extensions.istio.io/v1alpha1', 'TrafficExtension'), { istio: '1.29' })
    ).toEqual([
      'schema/unknown-kind 2:7 "TrafficExtension": Istio 1.29 has no kind TrafficExtension in group extensions.istio.io, so the API server refuses the object. It exists since 1.30.'
    ])
  })

  test('a misspelt kind', () => {
    expect(found(object('networking.istio.io/v1', 'VirtualServices'))).toEqual([
      'schema/unknown-kind 2:7 "VirtualServices": Istio 1.31 has no kind VirtualServices in group networking.istio.io, so the API server refuses the object. Did you mean VirtualService?'
    ])
  })

  test('a version that no minor serves, with what is wrong in the spec as well', () => {
    const yaml = `apiVersion: security.istio.io/v1alpha1
kind: AuthorizationPolicy
metadata: {name: a}
spec: {rulez: []}
`
    expect(found(yaml)).toEqual([
      'schema/unknown-version 1:13 "security.istio.io/v1alpha1": Istio 1.31 does not serve AuthorizationPolicy as security.istio.io/v1alpha1, so the API server refuses the object. Use security.istio.io/v1 or security.istio.io/v1beta1.',
      `schema/unknown-field 4:8 "rulez": spec has no field "rulez" in security.istio.io/v1alpha1 (Istio 1.31). Did you mean "rules"? ${dropped}`
    ])
  })

  test('a group that Istio gave up', () => {
    expect(found(object('rbac.istio.io/v1alpha1', 'ServiceRole'))).toEqual([
      'schema/unknown-kind 2:7 "ServiceRole": Istio 1.31 has no kind ServiceRole in group rbac.istio.io, so the API server refuses the object.'
    ])
  })

  test('groups that no table describes are left alone', () => {
    expect(found(object('install.istio.io/v1alpha1', 'IstioOperator'))).toEqual([])
    expect(found(object('apps/v1', 'Deployment'))).toEqual([])
  })
})

describe('Gateway API', () => {
  const route = (version: string, rest: string) => `apiVersion: gateway.networking.k8s.io/${version}
kind: HTTPRoute
metadata: {name: r}
spec:
${rest}`

  test('takes the bundle that Istio was made for, and says that this is assumed', () => {
    const yaml = route('v1', '  rules: [{name: first, matches: []}]\n')
    expect(ids(yaml, { istio: '1.31' })).toEqual([])
    expect(found(yaml, { istio: '1.18' })).toEqual([
      'schema/unknown-version 1:13 "gateway.networking.k8s.io/v1": Gateway API 0.6 does not serve HTTPRoute as gateway.networking.k8s.io/v1, so the API server refuses the object. It is served since 1.0. Use gateway.networking.k8s.io/v1alpha2 or gateway.networking.k8s.io/v1beta1.'
    ])
  })

  test('a field of the experimental channel', () => {
    const yaml = route('v1', '  rules: [{retry: {attempts: 3}}]\n')
    expect(ids(yaml, { channel: 'experimental' })).toEqual([])
    expect(found(yaml)).toEqual([
      `schema/unknown-field 5:12 "retry": spec.rules[0] has no field "retry" in gateway.networking.k8s.io/v1 (Gateway API 1.6). Only the experimental channel of Gateway API 1.6 has it. ${dropped}`
    ])
  })

  test('a kind of the experimental channel', () => {
    const yaml =
      'apiVersion: gateway.networking.k8s.io/v1alpha2\nkind: TCPRoute\nmetadata: {name: r}\nspec: {rules: [{backendRefs: [{name: a, port: 1}]}]}\n'
    expect(found(yaml, { gatewayApi: '1.4' })).toEqual([
      'schema/experimental-kind 2:7 "TCPRoute": Only the experimental channel of Gateway API 1.4 serves TCPRoute as gateway.networking.k8s.io/v1alpha2. A cluster with the standard channel refuses it.'
    ])
    expect(ids(yaml, { gatewayApi: '1.6' })).toEqual([
      'schema/experimental-kind',
      'schema/deprecated-version'
    ])
  })

  test('a default fills what is required', () => {
    const yaml = route(
      'v1',
      '  parentRefs: [{name: g}]\n  rules: [{matches: [{path: {value: /}}]}]\n'
    )
    expect(found(yaml)).toEqual([])
  })

  test('formats hold: addresses of type IPAddress', () => {
    const gateway = (value: string) =>
      `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: g}\nspec:\n  gatewayClassName: istio\n  listeners: [{name: a, port: 80, protocol: HTTP}]\n  addresses: [{value: ${value}}]\n`
    expect(found(gateway('10.0.0.1'))).toEqual([])
    expect(found(gateway('"fd00::1"'))).toEqual([])
    expect(ids(gateway('ten'))).toEqual(['schema/no-alternative'])
  })
})

test('thousands of problems in one object are counted, not listed', () => {
  const keys = Array.from({ length: 80_000 }, (_, index) => `  k${index}: 1`).join('\n')
  const lines = found(
    `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: a}\nspec:\n${keys}\n`
  )
  expect(lines).toHaveLength(201)
  expect(lines.at(-1)).toContain('The object breaks its schema in 79800 more places')
})
