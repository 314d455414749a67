import type { Json, JsonMap } from '../../src/manifest/manifest.ts'
import type { Random } from '../generate/random.ts'
import { annotations } from './annotations.ts'
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

/** Kinds of Kubernetes. */

export function namespace(random: Random, name: string): JsonMap {
  const own = fields(random, {
    'istio-injection': [0.4, () => random.pick(['enabled', 'enabled', 'disabled', ''])],
    'istio.io/rev': [0.25, () => random.pick([...REVISIONS, 'default', ''])],
    'istio.io/dataplane-mode': [0.2, () => random.pick(['ambient', 'ambient', 'none'])]
  })
  return object('v1', 'Namespace', { name, labels: own, ...annotations(random, 0.2) }, {})
}

export function service(random: Random): JsonMap {
  const numbers = random.some([80, 443, 8080, 9080, 3306, 53, 25], 1, 3)
  const ports = numbers.map(number => ({
    ...fields(random, {
      name: [
        0.85,
        () =>
          random.pick(['http', 'http-web', 'tcp', 'grpc-web-a', 'foo', 'udp-x', 'mongo', 'x-http'])
      ],
      protocol: [0.4, () => random.pick(['TCP', 'TCP', 'UDP'])],
      appProtocol: [
        0.15,
        () => random.pick(['http', 'kubernetes.io/h2c', 'kubernetes.io/ws', 'foo'])
      ],
      targetPort: [0.4, () => random.pick<Json>([8080, 80, 'http', '8080', 0])]
    }),
    port: number
  }))
  const own = fields(random, {
    app: [0.2, () => random.pick([...APPS, 'istiod'])],
    istio: [0.1, () => random.pick(['pilot', 'ingressgateway'])],
    'gateway.istio.io/managed': [0.05, () => 'istio.io-gateway-controller']
  })
  return object(
    'v1',
    'Service',
    {
      name: random.pick(APPS),
      namespace: namespaceOf(random),
      labels: own,
      ...annotations(random, 0.25)
    },
    {
      spec: {
        ...fields(random, {
          selector: [0.85, () => selector(random)],
          type: [0.3, () => random.pick(['ExternalName', 'ClusterIP', 'NodePort'])]
        }),
        ports
      },
      ...conditions(random, ['istio.io/WaypointBound'])
    }
  )
}

/** `status` with conditions that say yes, no or nothing. */
export function conditions(random: Random, types: readonly string[]): { [key: string]: Json } {
  if (!random.chance(0.25)) return {}
  return { status: { conditions: conditionList(random, types) } }
}

export function conditionList(random: Random, types: readonly string[]): Json[] {
  return random.times(random.between(1, 3), index => ({
    type: random.pick([...types, 'Other']),
    status: random.pick(['True', 'False', 'Unknown']),
    reason: random.pick(['PartiallyInvalid', 'Accepted']),
    message: `message ${index}`,
    lastTransitionTime: '2026-01-01T00:00:00Z'
  }))
}

export function pod(random: Random, index: number): JsonMap {
  const own = {
    ...labels(random),
    ...injectLabel(random),
    ...fields(random, {
      'gateway.networking.k8s.io/gateway-name': [0.15, () => random.pick(['public', 'other'])],
      'service.istio.io/canonical-name': [0.05, () => 'cart']
    })
  }
  return object(
    'v1',
    'Pod',
    {
      name: `pod-${index}`,
      namespace: namespaceOf(random),
      labels: own,
      ...podAnnotations(random)
    },
    {
      spec: {
        ...podSpec(random),
        ...fields(random, {
          hostNetwork: [0.1, () => true],
          nodeName: [0.3, () => random.pick(['node-a', 'node-b'])]
        })
      }
    }
  )
}

function injectLabel(random: Random): { [key: string]: string } {
  return random.chance(0.2)
    ? { 'sidecar.istio.io/inject': random.pick(['true', 'false', 'yes']) }
    : {}
}

function podAnnotations(random: Random): { annotations?: JsonMap } {
  const found = {
    ...annotations(random, 0.3).annotations,
    ...fields(random, {
      'sidecar.istio.io/inject': [0.1, () => random.pick(['true', 'false'])],
      'ambient.istio.io/redirection': [0.15, () => random.pick(['enabled', 'disabled'])],
      'sidecar.istio.io/proxyImage': [0.05, () => 'docker.io/istio/proxyv2:9'],
      'proxy.istio.io/config': [
        0.1,
        () =>
          random.pick(['image:\n  imageType: debug\n', '{}', 'concurrency: x', 'concurrency: 2'])
      ]
    })
  }
  return Object.keys(found).length === 0 ? {} : { annotations: found }
}

export function podSpec(random: Random): { [key: string]: Json } {
  const user = () => random.pick([1337, 1000, 0])
  const container = (name: string): JsonMap => ({
    name,
    image:
      name === 'istio-proxy'
        ? random.pick([
            'auto',
            'docker.io/istio/proxyv2:1.31',
            'docker.io/istio/proxyv2:1.31-debug',
            'docker.io/istio/proxyv2:1.30'
          ])
        : 'app:1',
    ...fields(random, { securityContext: [0.15, () => ({ runAsUser: user() })] })
  })
  const proxied = random.chance(0.35)
  const isInit = proxied && random.chance(0.2)
  return {
    containers: [
      container('app'),
      ...(proxied && !isInit ? [container('istio-proxy')] : []),
      ...(random.chance(0.05) ? [container('istio-operator')] : [])
    ],
    ...(isInit && { initContainers: [container('istio-proxy')] }),
    ...(random.chance(0.1) && { initContainers: [container('istio-init')] }),
    ...fields(random, { securityContext: [0.1, () => ({ runAsUser: user() })] })
  }
}

export function deployment(random: Random, index: number): JsonMap {
  const isIstiod = random.chance(0.15)
  const own = isIstiod
    ? { app: 'istiod' }
    : fields(random, {
        app: [0.5, () => random.pick(APPS)],
        istio: [0.1, () => 'pilot'],
        release: [0.05, () => 'istio'],
        'gateway.istio.io/managed': [0.05, () => 'istio.io-mesh-controller']
      })
  const template = { ...labels(random), ...injectLabel(random) }
  const spec = podSpec(random)
  if (isIstiod && random.chance(0.6)) {
    spec.containers = [
      {
        name: 'discovery',
        image: 'pilot:1',
        env: [
          { name: 'BLOCKED_CIDRS_IN_JWKS_URIS', value: random.pick(['', '10.0.0.0/8']) },
          { name: 'OTHER', value: 'a' }
        ]
      }
    ]
  }
  return object(
    'apps/v1',
    'Deployment',
    {
      name: `deployment-${index}`,
      namespace: isIstiod ? 'istio-system' : namespaceOf(random),
      labels: own,
      ...annotations(random, 0.25)
    },
    {
      spec: {
        selector: { matchLabels: template },
        template: { metadata: { labels: template, ...podAnnotations(random) }, spec }
      }
    }
  )
}

export function node(random: Random, name: string): JsonMap {
  const own = fields(random, {
    'topology.kubernetes.io/region': [0.7, () => random.pick(['r1', 'r2'])],
    'topology.kubernetes.io/zone': [0.7, () => random.pick(['z1', 'z2'])],
    'topology.istio.io/subzone': [0.3, () => 's1']
  })
  return object('v1', 'Node', { name, labels: own }, {})
}

/** Self-signed, of throw-away keys that nobody has any more; PEM in base64, as a Secret holds it. */
const VALID =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJCVENCcmFBREFnRUNBZ0VCTUFvR0NDcUdTTTQ5QkFNQ01Bd3hDakFJQmdOVkJBTVRBV0V3SUJjTk1qQXcKTVRBeE1EQXdNREF3V2hnUE1qRXlNREF4TURFd01EQXdNREJhTUF3eENqQUlCZ05WQkFNVEFXRXdXVEFUQmdjcQpoa2pPUFFJQkJnZ3Foa2pPUFFNQkJ3TkNBQVRud01uM0c5S1lmV1hacy9Ia0FkeWpSMnozTU1EZVRWRmtrelNzClFJenFaVlFUSG44WnB1NFlOODNkN0JJaGxRWEpydENuOUl0c1hRY3dxOFB0Q2dJSU1Bb0dDQ3FHU000OUJBTUMKQTBjQU1FUUNJSGdiRURwNWtkWkQvZXFrdDBjdmRSajU3YnM4QzlMQzJKVWZyRDFMTHhxYkFpQm9vV2w0MVc1YQpKMWNnTkhsK1F3VW4rd0dDVmppQ0FjbnhrUjhhS2Z5RHhnPT0KLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo='
const RAN_OUT =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJBekNCcTZBREFnRUNBZ0VCTUFvR0NDcUdTTTQ5QkFNQ01Bd3hDakFJQmdOVkJBTVRBV0V3SGhjTk1qQXcKTVRBeE1EQXdNREF3V2hjTk1qRXdNVEF4TURBd01EQXdXakFNTVFvd0NBWURWUVFERXdGaE1Ga3dFd1lIS29aSQp6ajBDQVFZSUtvWkl6ajBEQVFjRFFnQUVIMnNhVXdVQWVZNC9rd0tybXF3MWNkcjdMU2FiTFB1NXR2TUtGbUlXCmxpRDR4L2x0UHoza2VsSGl4VnBmWnlHMXhtMVJtRFp0WWtIaURidUNHeXpSMGpBS0JnZ3Foa2pPUFFRREFnTkgKQURCRUFpQlJld1RZd1BGaWNUUk9pZ1FYcE9iWE9OTjVHSjF4VFkrckdXeVBGQ3BWZmdJZ1c4TXVWTi8xS01CbApOTkJjSDA2RHJ2YVdBK21xZU1lak1rWWtmRFYzNTF3PQotLS0tLUVORCBDRVJUSUZJQ0FURS0tLS0tCg=='

/** With what a Gateway takes for a certificate, or nearly. */
export function secret(random: Random): JsonMap {
  const data = random.weighted<JsonMap>([
    [4, { 'tls.crt': VALID, 'tls.key': 'YQ==' }],
    [1, { cert: VALID, key: 'YQ==' }],
    [1, { 'tls.crt': RAN_OUT, 'tls.key': 'YQ==' }],
    [1, { 'tls.crt': 'YQ==', 'tls.key': 'YQ==' }],
    [1, { 'tls.crt': VALID }]
  ])
  return object(
    'v1',
    'Secret',
    { name: random.pick(['cert', 'other']), namespace: random.pick(NAMESPACES) },
    { data }
  )
}

/** What istioctl create-remote-secret makes; its name is the only place of the cluster's that we keep. */
export function remoteSecret(random: Random, cluster: string): JsonMap {
  return object(
    'v1',
    'Secret',
    {
      name: `istio-remote-secret-${cluster}`,
      namespace: 'istio-system',
      labels: { 'istio/multiCluster': random.pick(['true', 'true', 'false']) }
    },
    { data: { [cluster]: 'YQ==' } }
  )
}
