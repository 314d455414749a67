import type { Cast } from '../cast.ts'
import type { Random } from '../random.ts'
import type { Fields, KubernetesObject } from '../world.ts'

/** What of the mesh's own settings decides about access. */
export interface AccessMesh {
  readonly config: Fields
  /** The mesh's own first, then its aliases, then one that is neither. */
  readonly trustDomains: readonly string[]
  readonly providers: readonly string[]
  /** The services of the providers. */
  readonly objects: readonly KubernetesObject[]
}

export function drawAccessMesh(random: Random, cast: Cast): AccessMesh {
  const own = random.chance(0.75) ? null : 'td.example'
  const aliases = random.weighted<readonly string[]>([
    [70, []],
    [20, ['old.example']],
    [10, ['old.example', 'cluster.local']]
  ])
  const normalization = random.weighted<string | null>([
    [45, null],
    [10, 'BASE'],
    [15, 'NONE'],
    [15, 'MERGE_SLASHES'],
    [15, 'DECODE_AND_MERGE_SLASHES']
  ])
  const providers = random.weighted<readonly Fields[]>([
    [45, []],
    [35, [provider(random, 'ask-http', 'http')]],
    [10, [provider(random, 'ask-grpc', 'grpc')]],
    [10, [provider(random, 'ask-http', 'http'), provider(random, 'ask-grpc', 'grpc')]]
  ])
  const hops = random.chance(0.2) ? random.pick([1, 2]) : null
  return {
    config: {
      ...(own === null ? {} : { trustDomain: own }),
      ...(aliases.length === 0 ? {} : { trustDomainAliases: aliases }),
      ...(normalization === null ? {} : { pathNormalization: { normalization } }),
      ...(providers.length === 0 ? {} : { extensionProviders: providers }),
      ...(hops === null ? {} : { defaultConfig: { gatewayTopology: { numTrustedProxies: hops } } })
    },
    trustDomains: [own ?? 'cluster.local', ...aliases, 'stranger.example'],
    providers: providers.map(each => String(each.name)),
    objects: providers.length === 0 ? [] : serviceObjects(cast)
  }
}

function provider(random: Random, name: string, protocol: 'http' | 'grpc'): Fields {
  const settings: Fields = {
    service: `${name}.auth.svc.cluster.local`,
    port: 9000,
    ...(random.chance(0.4) ? { failOpen: random.chance(0.5) } : {}),
    ...(random.chance(0.3) ? { statusOnError: random.pick(['503', '401']) } : {})
  }
  return protocol === 'http'
    ? { name, envoyExtAuthzHttp: settings }
    : { name, envoyExtAuthzGrpc: settings }
}

function serviceObjects({ namespaces }: Cast): readonly KubernetesObject[] {
  const metadata = { creationTimestamp: '2023-01-01T00:00:00Z' }
  const named = ['ask-http', 'ask-grpc'].flatMap((name, index): KubernetesObject[] => [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: 'auth', ...metadata },
      spec: {
        clusterIP: `10.96.240.${index + 1}`,
        selector: { app: name },
        ports: [{ name: name === 'ask-http' ? 'http' : 'grpc', port: 9000, targetPort: 9000 }]
      }
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `${name}-0`, namespace: 'auth', labels: { app: name } },
      spec: { serviceAccountName: name, containers: [{ name: 'app', image: 'app' }] },
      status: { podIP: `10.244.240.${index + 1}` }
    }
  ])
  return namespaces.includes('auth')
    ? named
    : [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'auth' } }, ...named]
}
