import type { Certainty } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { list, mapOrEmpty, number, text, textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { selects } from '../mesh/selector.ts'
import { inMesh } from './in-mesh.ts'
import { podsOf, put } from './pods.ts'

export interface ServedDeployment {
  readonly manifest: Manifest
  /** `assumed` where git does not say that the pods are in the mesh. */
  readonly certainty: Certainty
  readonly ports: readonly ServedPort[]
}

/** One port of one Service that leads to the pods. */
export interface ServedPort {
  readonly service: string
  readonly port: number
  readonly transport: string
  /** Number or name of the container port. */
  readonly target: string
}

/** Deployments of the mesh with every Service port that leads to them. Source: istio analyzers/deployment/services.go. */
export function* servedDeployments(mesh: Mesh): Generator<ServedDeployment> {
  // By one pair of the selector, which every pod that it selects carries.
  const services = new Map<string, Manifest[]>()
  for (const service of mesh.of('Service')) {
    const [pair] = Object.entries(textMap(service.spec.selector))
    if (pair !== undefined) put(services, keyOf(service.ref.namespace, pair), service)
  }
  for (const pod of podsOf(mesh).all) {
    const { manifest } = pod
    if (manifest.ref.kind !== 'Deployment') continue
    if (manifest.labels['gateway.istio.io/managed'] === 'istio.io-mesh-controller') continue
    const member = inMesh(pod, mesh)
    if (member === false) continue
    const ports = Object.entries(pod.labels)
      .flatMap(pair => services.get(keyOf(pod.namespace, pair)) ?? [])
      .filter(({ spec }) => selects(textMap(spec.selector), pod.labels))
      .flatMap(portsOf)
    yield { manifest, certainty: member === null ? 'assumed' : 'certain', ports }
  }
}

function keyOf(namespace: string, [label, value]: readonly [string, string]): string {
  return `${namespace}/${label}=${value}`
}

function portsOf({ ref, spec }: Manifest): ServedPort[] {
  return list(spec.ports).flatMap(entry => {
    const { port, protocol, targetPort } = mapOrEmpty(entry)
    const written = number(port)
    if (written === undefined) return []
    const target = text(targetPort) ?? String(number(targetPort) ?? '')
    return [
      {
        service: ref.name,
        port: written,
        transport: text(protocol) ?? 'TCP',
        target: target === '' || target === '0' ? String(written) : target
      }
    ]
  })
}
