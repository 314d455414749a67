import { answer } from '../../src/dataplane/answer.ts'
import type { Proxy as ProxyClass, ProxyConfig } from '../../src/dataplane/config.ts'
import { type Dataplane, dataplane } from '../../src/dataplane/dataplane.ts'
import type { Outcome, Request } from '../../src/dataplane/request.ts'
import { readManifests } from '../../src/manifest/read.ts'
import { buildMesh } from '../../src/mesh/mesh.ts'
import { type KubernetesObject, manifestText, type ProxyOf, type World } from '../generate/world.ts'

/** Meshproof over one world, as `explain` would run it. */
export class Engine {
  private readonly dataplane: Dataplane

  constructor(world: Pick<World, 'objects' | 'flags' | 'meshConfig'>, minor: string) {
    const bytes = new TextEncoder().encode(manifestText(world.objects))
    const { manifests, findings } = readManifests([{ path: 'world.yaml', bytes, side: 'head' }], {
      defaultNamespace: 'default'
    })
    const [first] = findings
    if (first !== undefined) throw new Error(`the world does not read: ${first.message}`)
    this.dataplane = dataplane(
      buildMesh({
        side: 'head',
        manifests,
        istio: { minor, why: 'the judge is of this minor' },
        flags: world.flags,
        meshConfig: world.meshConfig,
        complete: true
      })
    )
  }

  answer(request: Request): Outcome {
    return answer(this.dataplane, request)
  }

  config(proxy: ProxyOf, objects: readonly KubernetesObject[]): ProxyConfig {
    return this.dataplane.config(proxyClass(proxy, objects))
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
    certainty: 'certain',
    assumptions: []
  }
}
