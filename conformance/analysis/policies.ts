import type { Json, JsonMap } from '../../src/manifest/manifest.ts'
import type { Random } from '../generate/random.ts'
import { destinationHost, fields, namedNamespace, namespaceOf, object, selector } from './cast.ts'
import { conditions } from './cluster.ts'

/** Objects that select workloads. */

const SECURITY = 'security.istio.io/v1'

function selecting(random: Random): { [key: string]: Json } {
  const found = fields(random, { selector: [0.7, () => ({ matchLabels: selector(random) })] })
  if (random.chance(0.1)) found.selector = {}
  return found
}

function targeting(random: Random): { [key: string]: Json } {
  const target = {
    group: 'gateway.networking.k8s.io',
    kind: 'Gateway',
    name: random.pick(['public', 'other'])
  }
  return fields(random, { targetRef: [0.1, () => target], targetRefs: [0.15, () => [target]] })
}

export function authorizationPolicy(random: Random, index: number): JsonMap {
  const names = () =>
    random.times(random.between(1, 2), () =>
      random.pick([namedNamespace(random), 'sh*', '*op', '*', 'SHOP', 'g*', '*x', ''])
    )
  const source = () =>
    fields(random, {
      namespaces: [0.6, names],
      notNamespaces: [0.3, names],
      principals: [0.3, () => ['cluster.local/ns/shop/sa/a']]
    })
  return object(
    SECURITY,
    'AuthorizationPolicy',
    { name: `access-${index}`, namespace: namespaceOf(random) },
    {
      spec: {
        ...selecting(random),
        ...targeting(random),
        ...fields(random, {
          action: [0.5, () => random.pick(['ALLOW', 'DENY'])],
          rules: [
            0.8,
            () => random.times(random.between(1, 2), () => ({ from: [{ source: source() }] }))
          ]
        })
      },
      ...conditions(random, ['ZtunnelAccepted', 'WaypointAccepted'])
    }
  )
}

export function requestAuthentication(random: Random, index: number): JsonMap {
  return object(
    SECURITY,
    'RequestAuthentication',
    { name: `tokens-${index}`, namespace: namespaceOf(random) },
    {
      spec: {
        ...selecting(random),
        ...targeting(random),
        jwtRules: [
          { issuer: 'a', ...fields(random, { jwksUri: [0.5, () => 'https://example.com/jwks'] }) }
        ]
      }
    }
  )
}

export function peerAuthentication(random: Random, index: number): JsonMap {
  return object(
    SECURITY,
    'PeerAuthentication',
    { name: `peers-${index}`, namespace: namespaceOf(random) },
    {
      spec: {
        ...selecting(random),
        mtls: { mode: random.pick(['STRICT', 'PERMISSIVE', 'DISABLE']) }
      }
    }
  )
}

export function telemetry(random: Random, index: number): JsonMap {
  const providers = () => [{ name: random.pick(['lightstep', 'zipkin', 'gone']) }]
  return object(
    'telemetry.istio.io/v1',
    'Telemetry',
    { name: `signals-${index}`, namespace: namespaceOf(random) },
    {
      spec: {
        ...selecting(random),
        ...targeting(random),
        ...fields(random, {
          tracing: [0.5, () => [fields(random, { providers: [0.9, providers] })]],
          accessLogging: [
            0.5,
            () =>
              random.times(random.between(1, 2), () =>
                fields(random, {
                  disabled: [0.3, () => random.chance(0.5)],
                  providers: [0.4, providers]
                })
              )
          ]
        })
      }
    }
  )
}

export function sidecar(random: Random, index: number): JsonMap {
  return object(
    'networking.istio.io/v1',
    'Sidecar',
    { name: `scope-${index}`, namespace: namespaceOf(random) },
    {
      spec: {
        ...fields(random, {
          workloadSelector: [0.65, () => ({ labels: selector(random) })],
          outboundTrafficPolicy: [
            0.3,
            () => ({
              mode: random.pick(['ALLOW_ANY', 'REGISTRY_ONLY']),
              ...fields(random, {
                egressProxy: [0.6, () => ({ host: destinationHost(random), port: { number: 80 } })]
              })
            })
          ]
        }),
        egress: [{ hosts: [random.pick(['./*', '*/*', 'istio-system/*'])] }]
      }
    }
  )
}

export function wasmPlugin(random: Random, index: number): JsonMap {
  return object(
    'extensions.istio.io/v1alpha1',
    'WasmPlugin',
    { name: `plugin-${index}`, namespace: namespaceOf(random) },
    { spec: { ...selecting(random), ...targeting(random), url: 'oci://example.com/a' } }
  )
}

export function workloadEntry(random: Random, index: number): JsonMap {
  return object(
    'networking.istio.io/v1',
    'WorkloadEntry',
    { name: `machine-${index}`, namespace: namespaceOf(random) },
    {
      spec: { address: '10.0.0.1', labels: selector(random) },
      ...conditions(random, ['istio.io/WaypointBound'])
    }
  )
}

export function envoyFilter(random: Random, index: number): JsonMap {
  const patch = (): JsonMap => ({
    ...fields(random, {
      operation: [
        0.95,
        () =>
          random.pick([
            'ADD',
            'REMOVE',
            'REPLACE',
            'INSERT_BEFORE',
            'INSERT_AFTER',
            'INSERT_FIRST',
            'MERGE'
          ])
      ],
      value: [
        0.6,
        () => fields(random, { name: [0.6, () => random.pick(['a', 'b'])], x: [0.3, () => 1] })
      ]
    })
  })
  const configPatches = random.times(random.between(1, 3), () => ({
    applyTo: random.pick([
      'HTTP_FILTER',
      'NETWORK_FILTER',
      'VIRTUAL_HOST',
      'ROUTE_CONFIGURATION',
      'HTTP_ROUTE',
      'CLUSTER',
      'LISTENER'
    ]),
    ...fields(random, {
      match: [
        0.6,
        () => ({
          context: 'SIDECAR_INBOUND',
          ...fields(random, {
            proxy: [0.4, () => ({ proxyVersion: random.pick(['^1\\.31.*', '']) })],
            listener: [
              0.4,
              () => ({
                filterChain: {
                  filter: {
                    name: 'envoy.filters.network.http_connection_manager',
                    ...fields(random, { subFilter: [0.6, () => ({ name: 'envoy.router' })] })
                  }
                }
              })
            ]
          })
        })
      ],
      patch: [0.95, patch]
    })
  }))
  return object(
    'networking.istio.io/v1alpha3',
    'EnvoyFilter',
    { name: `filter-${index}`, namespace: namespaceOf(random) },
    {
      spec: {
        ...fields(random, { priority: [0.3, () => random.pick([0, 1, -5])] }),
        configPatches
      }
    }
  )
}
