import type { Json, JsonMap } from '../../src/manifest/manifest.ts'
import type { Random } from '../generate/random.ts'
import {
  APPS,
  fields,
  labels,
  NAMESPACES,
  namespaceOf,
  object,
  REVISIONS,
  selector
} from './cast.ts'
import { conditionList } from './cluster.ts'

/** What an installation of Istio and of the Gateway API leaves in a cluster. */

export function injector(random: Random, revision: string): JsonMap {
  const values = {
    global: {
      hub: 'docker.io/istio',
      tag: random.pick(['1.31', '1.30']),
      proxy: { image: random.pick(['proxyv2', 'proxyv2', 'docker.io/istio/proxyv2:1.31']) }
    },
    // Without it istioctl panics (injection.go GetEnableNamespacesByDefaultFromInjectedConfigMap).
    sidecarInjectorWebhook: { enableNamespacesByDefault: random.chance(0.4) }
  }
  return object(
    'v1',
    'ConfigMap',
    { name: `istio-sidecar-injector${revision}`, namespace: 'istio-system' },
    { data: { values: random.chance(0.05) ? '{' : JSON.stringify(values) } }
  )
}

export function proxyConfig(random: Random, index: number): JsonMap {
  return object(
    'networking.istio.io/v1beta1',
    'ProxyConfig',
    { name: `proxies-${index}`, namespace: namespaceOf(random) },
    {
      spec: fields(random, {
        selector: [0.5, () => ({ matchLabels: selector(random) })],
        image: [0.8, () => ({ imageType: random.pick(['debug', 'distroless', 'default']) })]
      })
    }
  )
}

const CRDS: readonly (readonly [group: string, kinds: readonly string[]])[] = [
  ['rbac.istio.io', ['ClusterRbacConfig', 'RbacConfig', 'ServiceRole', 'ServiceRoleBinding']],
  [
    'gateway.networking.k8s.io',
    ['GRPCRoute', 'BackendTLSPolicy', 'TLSRoute', 'TCPRoute', 'HTTPRoute']
  ],
  ['example.com', ['ServiceRole', 'GRPCRoute']]
]

export function definition(random: Random): JsonMap {
  const [group, kinds] = random.pick(CRDS)
  const kind = random.pick(kinds)
  const plural = `${kind.toLowerCase()}${kind.endsWith('y') ? '' : 's'}`.replace(
    /policy$/,
    'policies'
  )
  const bundle = random.pick([
    'v1.0.0',
    'v1.1.0',
    'v1.4.0',
    'v1.4.0-rc.1',
    'v1.5.0',
    'v1.6.0',
    '1.6.0',
    'v1.3',
    'x',
    '',
    'v1.5.0-rc.2'
  ])
  return object(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    {
      name: `${plural}.${group}`,
      annotations: fields(random, {
        'gateway.networking.k8s.io/bundle-version': [0.8, () => bundle]
      })
    },
    {
      spec: {
        group,
        names: { kind, plural },
        scope: 'Namespaced',
        versions: [{ name: 'v1', served: true, storage: true }]
      }
    }
  )
}

function webhookSelector(random: Random): Json {
  return fields(random, {
    matchLabels: [
      0.4,
      () =>
        fields(random, {
          'istio-injection': [0.5, () => random.pick(['enabled', 'disabled'])],
          'istio.io/rev': [0.4, () => random.pick(REVISIONS)],
          'sidecar.istio.io/inject': [0.2, () => 'true'],
          app: [0.1, () => random.pick(APPS)]
        })
    ],
    matchExpressions: [
      0.5,
      () =>
        random.times(random.between(1, 2), () => {
          const key = random.pick(['istio-injection', 'istio.io/rev', 'sidecar.istio.io/inject'])
          const operator = random.pick(['In', 'NotIn', 'Exists', 'DoesNotExist'])
          const values = random.some(['enabled', 'true', 'false', ...REVISIONS], 1, 2)
          return operator.endsWith('In') ? { key, operator, values } : { key, operator }
        })
    ]
  })
}

function clientConfig(random: Random): Json {
  return random.weighted<Json>([
    [
      4,
      { service: { namespace: random.pick(NAMESPACES), name: random.pick([...APPS, 'istiod']) } }
    ],
    [
      1,
      { url: random.pick(['https://istiod.example.com/inject', 'https://10.0.0.1:15017/inject']) }
    ],
    [
      1,
      {
        url: random.pick([
          '',
          '%',
          'https://[::1]:15017/inject',
          'ht tp://a',
          'a/b',
          'https://1.2.3.4'
        ])
      }
    ],
    [1, {}]
  ])
}

export function webhooks(random: Random): JsonMap {
  const isMutating = random.chance(0.7)
  const name = isMutating
    ? random.pick(['istio-sidecar-injector', 'istio-sidecar-injector-canary', 'other-injector'])
    : random.pick(['istiod-default-validator', 'istio-validator', 'istio-validator-x', 'other'])
  return object(
    'admissionregistration.k8s.io/v1',
    isMutating ? 'MutatingWebhookConfiguration' : 'ValidatingWebhookConfiguration',
    { name, labels: fields(random, { 'istio.io/rev': [0.4, () => random.pick(REVISIONS)] }) },
    {
      webhooks: random.times(random.between(1, 2), index => ({
        name: random.pick([
          `w${index}.sidecar-injector.istio.io`,
          `w${index}.istio.io`,
          `w${index}.example.com`
        ]),
        clientConfig: clientConfig(random),
        admissionReviewVersions: ['v1'],
        sideEffects: 'None',
        ...fields(random, {
          namespaceSelector: [0.8, () => webhookSelector(random)],
          objectSelector: [0.6, () => webhookSelector(random)]
        })
      }))
    }
  )
}

/** A route with what its controllers say of it. */
export function gatewayRoute(random: Random, index: number): JsonMap {
  const kind = random.pick(['HTTPRoute', 'GRPCRoute'])
  const parentRef = { name: 'public' }
  const types = ['Accepted', 'Programmed', 'ResolvedRefs']
  return object(
    'gateway.networking.k8s.io/v1',
    kind,
    { name: `route-${index}`, namespace: namespaceOf(random), labels: labels(random) },
    {
      spec: { parentRefs: [parentRef], rules: [] },
      ...fields(random, {
        status: [
          0.6,
          () => ({
            parents: random.times(random.between(1, 2), () => ({
              parentRef,
              controllerName: 'example.com/a',
              conditions: conditionList(random, types)
            }))
          })
        ]
      })
    }
  )
}
