import type { Json, JsonMap } from '../../src/manifest/manifest.ts'
import { isMap } from '../../src/manifest/map.ts'
import { features } from '../../src/mesh/features.ts'
import { validateManifest } from '../../src/validation/validate.ts'
import { Random } from '../generate/random.ts'
import { manifestOf } from '../validation/fuzz.ts'
import { mutated } from '../validation/mutate.ts'
import { GROUPS, SPECS } from '../validation/specs.ts'
import { NAMESPACES, namespaceOf, object } from './cast.ts'
import { deployment, namespace, node, pod, remoteSecret, secret, service } from './cluster.ts'
import { definition, gatewayRoute, injector, proxyConfig, webhooks } from './installation.ts'
import {
  authorizationPolicy,
  envoyFilter,
  peerAuthentication,
  requestAuthentication,
  sidecar,
  telemetry,
  wasmPlugin,
  workloadEntry
} from './policies.ts'
import {
  destinationRule,
  gateway,
  kubernetesGateway,
  serviceEntry,
  virtualService
} from './routing.ts'

/** What analyzers are asked about: `seed/number` determines it. */
export interface AnalysisWorld {
  readonly name: string
  readonly objects: readonly JsonMap[]
  /** JSON, which is YAML. */
  readonly meshConfig?: string
  readonly meshNetworks?: string
  /** Pods come from Deployments; else there are bare Pods. */
  readonly deployed: boolean
}

type Make = (random: Random, index: number) => JsonMap

const MAKERS: readonly (readonly [weight: number, make: Make])[] = [
  [12, pod],
  [6, service],
  [6, deployment],
  [3, secret],
  [14, virtualService],
  [8, destinationRule],
  [6, gateway],
  [1, kubernetesGateway],
  [8, serviceEntry],
  [5, authorizationPolicy],
  [3, requestAuthentication],
  [2, peerAuthentication],
  [4, telemetry],
  [5, sidecar],
  [1, wasmPlugin],
  [1, workloadEntry],
  [5, envoyFilter],
  [3, definition],
  [3, webhooks],
  [2, gatewayRoute],
  [2, proxyConfig]
]

/** Kinds of which several have to be about one workload or host to be worth a word. */
const MEETING: readonly (readonly Make[])[] = [
  [pod, deployment, sidecar, telemetry],
  [pod, deployment, service],
  [pod, deployment, gateway, secret, service],
  [pod, deployment, gateway, virtualService, requestAuthentication],
  [pod, deployment, destinationRule, service, serviceEntry],
  [webhooks, deployment, pod, service],
  [envoyFilter, definition, gatewayRoute]
]

/** About 40 objects, of which some are specs with chance changes, such as the validator refuses. */
export function worldOf(seed: string, number: number, minor: number): AnalysisWorld {
  const name = `${seed}/${number}`
  const random = new Random(`analysis ${name}`)
  const made: JsonMap[] = []
  for (const one of NAMESPACES) if (random.chance(0.85)) made.push(namespace(random, one))
  for (const one of ['node-a', 'node-b']) if (random.chance(0.5)) made.push(node(random, one))
  for (const revision of ['', '-canary']) {
    if (random.chance(0.5)) made.push(injector(random, revision))
  }
  // istioctl never forgets the clusters of a process (multicluster/meshnetworks.go), so each world has its own.
  const clusters = [`${seed}-${number}-west`, `${seed}-${number}-east`]
  for (const cluster of clusters) if (random.chance(0.4)) made.push(remoteSecret(random, cluster))
  // Few kinds meet more often than many.
  const deployed = random.chance(0.4)
  const all = MAKERS.filter(([, make]) => make !== (deployed ? pod : deployment))
  const together = random.pick(MEETING)
  const kinds = random.weighted<typeof MAKERS>([
    [5, all],
    [3, random.some(all, 4, 9)],
    [3, all.filter(([, make]) => together.includes(make))]
  ])
  const count = random.between(20, 50)
  for (let index = 0; index < count; index++) {
    made.push(
      random.chance(0.06) ? changed(random, index, minor) : random.weighted(kinds)(random, index)
    )
  }
  return {
    name,
    objects: distinct(made),
    deployed,
    ...(random.chance(0.6) && { meshConfig: JSON.stringify(meshConfig(random)) }),
    ...(random.chance(0.3) && { meshNetworks: JSON.stringify(meshNetworks(random, clusters)) })
  }
}

/** Kinds whose specs are changed by the tables that istiod decodes by. */
const CHANGED = Object.keys(SPECS)

function changed(random: Random, index: number, minor: number): JsonMap {
  const kind = random.pick(CHANGED)
  const spec = mutated(kind, random.pick(SPECS[kind] ?? []), random, random.between(0, 3), minor)
  const metadata = { name: `changed-${index}`, namespace: namespaceOf(random) }
  const made = object(GROUPS[kind] ?? 'networking.istio.io/v1', kind, metadata, { spec })
  // istioctl panics over a `from` without a source (authz/authorizationpolicies.go analyzeNamespaceNotFound).
  if (kind === 'AuthorizationPolicy' && JSON.stringify(spec).includes('"from"'))
    return envoyFilter(random, index)
  // What istiod cannot decode istioctl does not read at all; conformance/validation.ts compares that.
  return isDecoded(made, minor) ? made : envoyFilter(random, index)
}

function isDecoded(made: JsonMap, minor: number): boolean {
  const found = validateManifest(manifestOf(made), { features: features(`1.${minor}`) })
  return !found.some(({ id }) => id.endsWith('/invalid-type'))
}

/** Of objects with one name the first: which of several istioctl keeps is its own affair. */
function distinct(objects: readonly JsonMap[]): JsonMap[] {
  const found = new Map<string, JsonMap>()
  for (const one of objects) {
    const { name, namespace: own } = isMap(one.metadata) ? one.metadata : {}
    const key = `${one.kind}/${own ?? ''}/${name}`
    if (!found.has(key)) found.set(key, one)
  }
  return [...found.values()]
}

function meshConfig(random: Random): Json {
  return {
    ...(random.chance(0.4) && {
      extensionProviders: [
        {
          name: 'lightstep',
          lightstep: { service: 'a.example.com', port: 443, accessToken: 'a' }
        },
        { name: 'zipkin', zipkin: { service: 'z.example.com', port: 9411 } }
      ]
    }),
    ...(random.chance(0.4) && {
      defaultProviders: random.pick<Json>([{ accessLogging: ['envoy'] }, { tracing: ['zipkin'] }])
    }),
    ...(random.chance(0.3) && {
      defaultConfig: {
        ...(random.chance(0.5) && { image: { imageType: 'debug' } }),
        proxyMetadata: {
          ISTIO_META_DNS_CAPTURE: random.pick(['true', 'false']),
          ...(random.chance(0.5) && {
            ISTIO_META_DNS_AUTO_ALLOCATE: random.pick(['true', 'false'])
          })
        }
      }
    })
  }
}

function meshNetworks(random: Random, clusters: readonly string[]): Json {
  const network = () => ({
    endpoints: random.times(random.between(1, 2), () =>
      random.pick<Json>([
        { fromRegistry: random.pick(['Kubernetes', 'gone', 'Mock', ...clusters]) },
        { fromCidr: '10.0.0.0/8' }
      ])
    ),
    gateways: [{ address: '1.1.1.1', port: 443 }]
  })
  return { networks: { n1: network(), n2: network() } }
}
