import {
  authorizationPolicy,
  type Files,
  filed,
  match,
  namespace,
  service,
  serviceEntry,
  split,
  virtualService
} from './documents.ts'

/** Estates in which many objects, or many parts of one, are about the same: where work over pairs would show. */
export const crowds = {
  'VirtualServices on one host': count =>
    filed([
      namespace('shop'),
      service('app', 'shop'),
      ...times(count, i => virtualService(`app-${i}`, 'shop', ['app'], [], [split('app', null)]))
    ]),
  'VirtualServices on one host and gateway': count =>
    filed([
      namespace('shop'),
      service('app', 'shop'),
      gateway('public', ['shop.example.com']),
      ...times(count, i =>
        virtualService(`app-${i}`, 'shop', ['shop.example.com'], ['public'], [split('app', null)])
      )
    ]),
  'VirtualServices on one gateway, each with a host': count =>
    filed([
      namespace('shop'),
      service('app', 'shop'),
      gateway('public', ['*.example.com']),
      ...times(count, i =>
        virtualService(
          `app-${i}`,
          'shop',
          [`app-${i}.example.com`],
          ['public'],
          [split('app', null)]
        )
      )
    ]),
  'hosts of one gateway server': count =>
    filed([
      namespace('shop'),
      service('app', 'shop'),
      gateway(
        'public',
        times(count, i => `app-${i}.example.com`)
      ),
      ...times(Math.ceil(count / 10), i =>
        virtualService(
          `app-${i}`,
          'shop',
          [`app-${i}.example.com`],
          ['public'],
          [split('app', null)]
        )
      )
    ]),
  'servers of one gateway': count =>
    filed([
      namespace('shop'),
      `${istio('networking', 'Gateway', 'public')}spec:
  selector: {istio: ingressgateway}
  servers:
${times(count, i => `    - {port: {number: 443, name: https-${i}, protocol: HTTPS}, hosts: [app-${i}.example.com], tls: {mode: SIMPLE, credentialName: app-${i}}}\n`).join('')}`
    ]),
  'gateways with one host': count =>
    filed([namespace('shop'), ...times(count, i => gateway(`public-${i}`, ['shop.example.com']))]),
  'DestinationRules of one host': count =>
    filed([
      namespace('shop'),
      service('app', 'shop'),
      ...times(
        count,
        i => `${istio('networking', 'DestinationRule', `app-${i}`)}spec:
  host: app
  subsets: [{name: v1, labels: {version: v1}}]
`
      )
    ]),
  'ServiceEntries of one host': count =>
    filed([
      namespace('shop'),
      ...times(count, i =>
        serviceEntry(`app-${i}`, 'shop')
          .replace(/hosts: .*/, 'hosts: [shop.example.org]')
          .replace('protocol: HTTP', i % 2 === 0 ? 'protocol: HTTP' : 'protocol: TCP')
      )
    ]),
  'policies of one namespace': count =>
    filed([
      namespace('shop'),
      service('app', 'shop'),
      ...times(count, i => authorizationPolicy(`app-${i}`, 'shop', 'app'))
    ]),
  'Sidecars and Telemetries of one namespace': count =>
    filed([
      namespace('shop'),
      ...times(
        Math.ceil(count / 2),
        i => `${istio('networking', 'Sidecar', `s-${i}`)}spec: {egress: [{hosts: ["./*"]}]}\n`
      ),
      ...times(
        Math.ceil(count / 2),
        i =>
          `${istio('telemetry', 'Telemetry', `t-${i}`)}spec: {tracing: [{randomSamplingPercentage: 1}]}\n`
      )
    ]),
  'routes of one VirtualService': count =>
    filed([
      namespace('shop'),
      service('app', 'shop'),
      virtualService(
        'app',
        'shop',
        ['app'],
        [],
        times(count, i => match(`{uri: {prefix: /p${i}/}}`, split('app', null)))
      )
    ]),
  'Deployments behind one Service': count =>
    filed([
      namespace('shop'),
      service('app', 'shop'),
      ...times(
        count,
        i => `apiVersion: apps/v1
kind: Deployment
metadata: {name: app-${i}, namespace: shop}
spec:
  selector: {matchLabels: {app: app}}
  template: {metadata: {labels: {app: app}}, spec: {containers: [{name: app, image: "example.com/app:1"}]}}
`
      )
    ]),
  'EnvoyFilters of one namespace': count =>
    filed([
      namespace('shop'),
      ...times(
        count,
        i => `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: filter-${i}, namespace: shop}
spec:
  configPatches:
    - applyTo: HTTP_FILTER
      match: {context: SIDECAR_INBOUND, proxy: {proxyVersion: '^1\\.3.*'}}
      patch: {operation: INSERT_BEFORE, value: {name: filter-${i}}}
`
      )
    ])
} as const satisfies Readonly<Record<string, (count: number) => Files>>

function times(count: number, make: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

function gateway(name: string, hosts: readonly string[]): string {
  return `${istio('networking', 'Gateway', name)}spec:
  selector: {istio: ingressgateway}
  servers:
    - port: {number: 80, name: http, protocol: HTTP}
      hosts: [${hosts.map(host => `"${host}"`).join(', ')}]
`
}

function istio(group: string, kind: string, name: string): string {
  return `apiVersion: ${group}.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop}\n`
}
