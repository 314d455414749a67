import { answer, evaluate } from '../../src/dataplane/answer.ts'
import type { Cluster, Proxy as ProxyClass, ProxyConfig } from '../../src/dataplane/config.ts'
import { type Dataplane, dataplane } from '../../src/dataplane/dataplane.ts'
import type { Outcome, Request } from '../../src/dataplane/request.ts'
import { readManifests } from '../../src/manifest/read.ts'
import { buildMesh } from '../../src/mesh/mesh.ts'
import { portOf, type ServicePort } from '../../src/mesh/service.ts'
import { type KubernetesObject, manifestText, type ProxyOf, type World } from '../generate/world.ts'
import { inboundSides, type Sides } from './access.ts'
import type { CanonicalInbound } from './canonical-access.ts'

/** Meshproof over one world, as `explain` would run it. */
export class Engine {
  private readonly dataplane: Dataplane
  private readonly objects: readonly KubernetesObject[]

  constructor(world: Pick<World, 'objects' | 'flags' | 'meshConfig'>, minor: string) {
    this.objects = world.objects
    const bytes = new TextEncoder().encode(manifestText(world.objects))
    const { manifests, findings } = readManifests([{ path: 'world.yaml', bytes, side: 'head' }], {
      defaultNamespace: 'default'
    })
    const [first] = findings
    if (first !== undefined) throw new Error(`the world does not read: ${first.message}`)
    const mesh = buildMesh({
      side: 'head',
      manifests,
      istio: { minor, why: 'the judge is of this minor' },
      flags: world.flags,
      meshConfig: world.meshConfig,
      complete: true
    })
    this.dataplane = dataplane(mesh)
  }

  /** The service of a cluster and its port, as the proxy knows them. */
  portOf(
    proxy: ProxyOf,
    { host, port }: Pick<Cluster, 'host' | 'port'>
  ): ServicePort & {
    readonly isHidden: boolean
  } {
    const service = this.dataplane.config(this.proxyClass(proxy)).client.scope.service(host)
    const found = service === undefined ? undefined : portOf(service, port)
    if (found === undefined) throw new Error(`${proxy.pod} knows no port ${port} of ${host}`)
    return { ...found, isHidden: service?.exportTo === 'none' }
  }

  /** What the judge is asked too: one end of the way. `explain` asks the servers as well. */
  answer(request: Request): Outcome {
    const { from, to } = request
    if (to !== undefined || typeof from === 'string') return answer(this.dataplane, request)
    if ('gateway' in from) return this.at({ type: 'gateway', pod: from.gateway }, request)
    if ('waypoint' in from || from.pod === undefined) return answer(this.dataplane, request)
    return this.at({ type: 'sidecar', pod: `${from.namespace}/${from.pod}` }, request)
  }

  private at(proxy: ProxyOf, request: Request): Outcome {
    const outcome = evaluate(this.dataplane, this.proxyClass(proxy), request)
    return request.id === undefined ? outcome : { ...outcome, id: request.id }
  }

  /** What a proxy lets in, of both sides in one form. */
  inbound(proxy: ProxyOf, theirs: CanonicalInbound): Sides {
    return inboundSides(this.dataplane, proxy, theirs)
  }

  config(proxy: ProxyOf): ProxyConfig {
    return this.dataplane.config(this.proxyClass(proxy))
  }

  private proxyClass(proxy: ProxyOf): ProxyClass {
    return proxyClass(proxy, this.objects)
  }
}

/** The class of one known pod. */
function proxyClass(proxy: ProxyOf, objects: readonly KubernetesObject[]): ProxyClass {
  const [namespace = '', name = ''] = proxy.pod.split('/')
  const pod = objects.find(
    object =>
      object.kind === 'Pod' &&
      object.metadata.namespace === namespace &&
      object.metadata.name === name
  )
  if (pod === undefined) throw new Error(`the world has no pod ${proxy.pod}`)
  return {
    type: proxy.type,
    id: `${proxy.type} ${proxy.pod}`,
    description: proxy.pod,
    namespace,
    labels: pod.metadata.labels ?? {},
    addresses: addressesOf(pod),
    certainty: 'certain',
    assumptions: []
  }
}

/** The address that a world gives its pods. */
function addressesOf({ status }: KubernetesObject): readonly string[] {
  if (typeof status !== 'object' || status === null || !('podIP' in status)) return []
  return typeof status.podIP === 'string' ? [status.podIP] : []
}
