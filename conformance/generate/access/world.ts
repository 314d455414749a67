import type { AreaOptions } from '../area.ts'
import { type Cast, drawCast } from '../cast.ts'
import { clusterObjects } from '../cluster.ts'
import { routingFlags } from '../flags.ts'
import { drawGateways } from '../gateway.ts'
import type { Random } from '../random.ts'
import { drawRequests } from '../requests.ts'
import { anchorEntry } from '../service-entry.ts'
import { drawVirtualService } from '../virtual-service.ts'
import type { Fields, KubernetesObject, World } from '../world.ts'
import { drawAuthorizationPolicies } from './authorization-policy.ts'
import { type Literals, literalsOf } from './literals.ts'
import { type AccessMesh, drawAccessMesh } from './mesh.ts'
import { drawPeerAuthentications } from './peer-authentication.ts'
import { drawRequestAuthentications } from './request-authentication.ts'
import { aimAtPolicies, drawInboundRequests } from './requests.ts'

/** Feature flags that both 1.30 and 1.31 read and that change what is let in. */
export const accessFlags: Readonly<Record<string, readonly string[]>> = {
  PILOT_SKIP_VALIDATE_TRUST_DOMAIN: ['true'],
  PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS: ['true'],
  ENABLE_TLS_ON_SIDECAR_INGRESS: ['true'],
  PILOT_ALLOW_SIDECAR_SERVICE_INBOUND_LISTENER_MERGE: ['true'],
  ENABLE_SELECTOR_BASED_K8S_GATEWAY_POLICY: ['false']
}

/** The actors of a world and what its policies and requests have in common, drawn before all else. */
export function drawActors(random: Random, options: AreaOptions): Actors {
  const cast = drawCast(random, options, random.between(1, 3))
  const mesh = drawAccessMesh(random, cast)
  return { cast, mesh, literals: literalsOf(cast, cast.servers, mesh.trustDomains, mesh.providers) }
}

export interface Actors {
  readonly cast: Cast
  readonly mesh: AccessMesh
  readonly literals: Literals
}

/** A mesh about who may call what: few services, many policies. */
export function drawAccessWorld(
  random: Random,
  options: AreaOptions,
  count: number
): Omit<World, 'name' | 'area'> {
  const { cast, mesh, literals } = drawActors(random, options)
  const gateways = options.asks.includes('gateway')
  const unchecked = random.chance(0.12)
  const drawn = [
    ...drawPeerAuthentications(random, cast, literals),
    ...drawAuthorizationPolicies(random, cast, { literals, gateways, unchecked }),
    ...drawRequestAuthentications(random, cast, gateways),
    ...drawSecondServices(random, cast),
    ...(gateways ? [] : drawIngress(random, cast)),
    ...(gateways ? drawRouting(random, cast) : [])
  ]
  const objects = [
    ...clusterObjects(cast),
    ...mesh.objects,
    anchorEntry(),
    ...random.shuffle(drawn)
  ]
  const asked = { cast, objects, literals }
  const asks = gateways ? cast.gateways : cast.servers
  return {
    flags: drawAccessFlags(random, gateways),
    meshConfig: mesh.config,
    objects,
    ...(unchecked ? { admission: false } : {}),
    proxies: asks.map(({ namespace, name }) => ({
      type: gateways ? 'gateway' : 'sidecar',
      pod: `${namespace}/${name}`
    })),
    requests: gateways
      ? aimAtPolicies(random, asked, drawRequests(random, cast, objects, options, count))
      : drawInboundRequests(random, asked, count)
  }
}

/** Gateways route before pods decide: flags that restore the routing of an older minor are drawn there too. */
function drawAccessFlags(random: Random, gateways: boolean): Readonly<Record<string, string>> {
  if (!random.chance(0.12)) return {}
  const flags = gateways ? { ...accessFlags, ...routingFlags } : accessFlags
  const name = random.pick(Object.keys(flags))
  return { [name]: random.pick(flags[name] ?? ['true']) }
}

/** Other Services before the same pods, older or younger, that name a target port otherwise. */
function drawSecondServices(random: Random, cast: Cast): readonly KubernetesObject[] {
  return cast.services
    .filter(() => random.chance(0.3))
    .map((service, index): KubernetesObject => {
      const port = random.pick(service.ports)
      const name = random.pick(['tcp-again', 'http-again', 'again', 'grpc'])
      return {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: {
          name: `second-${index}`,
          namespace: service.namespace,
          creationTimestamp: random.pick(['2022-01-01T00:00:00Z', '2024-01-01T00:00:00Z'])
        },
        spec: {
          clusterIP: `10.96.241.${index + 1}`,
          selector: { app: service.name },
          ports: [{ name, port: 8888, targetPort: port.targetPort }]
        }
      }
    })
}

/** A Sidecar that declares the ports of some pods. */
function drawIngress(random: Random, cast: Cast): readonly KubernetesObject[] {
  if (!random.chance(0.12)) return []
  const service = random.pick(cast.services)
  const ports = random.some([8080, 9080, 7070, 9000], 1, 2)
  return [
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'Sidecar',
      metadata: {
        name: 'ingress',
        namespace: service.namespace,
        creationTimestamp: '2024-01-01T00:00:00Z'
      },
      spec: {
        workloadSelector: { labels: { app: service.name } },
        ingress: ports.map((number): Fields => {
          const protocol = random.pick(['HTTP', 'TCP', 'GRPC'])
          return {
            port: { number, protocol, name: `${protocol.toLowerCase()}-${number}` },
            defaultEndpoint: `127.0.0.1:${number}`
          }
        }),
        egress: [{ hosts: ['*/*'] }]
      }
    }
  ]
}

function drawRouting(random: Random, cast: Cast): readonly KubernetesObject[] {
  return [
    ...drawGateways(random, cast),
    ...random.times(random.between(1, 3), index =>
      drawVirtualService(random, cast, `vs${index}`, 'gateway')
    )
  ]
}
