import type { Manifest } from '../manifest/manifest.ts'
import { list, mapOrEmpty, number, text, textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { type Protocol, serviceProtocol } from '../mesh/protocol.ts'
import { selects } from '../mesh/selector.ts'
import type { Workload } from '../mesh/workload.ts'
import { podsOf, put } from './pods.ts'
import { matchLabels } from './selector-text.ts'

/** Pods of one policy that are looked at: they are mostly alike, and policies of a namespace are many. */
const LOOKED_AT = 100

/** Pods that a policy with a selector is for, a hundred at most; none where it is attached by reference. */
export function policyPods(mesh: Mesh, { spec, ref }: Manifest): readonly Workload[] {
  if (spec.targetRef !== undefined || list(spec.targetRefs).length > 0) return []
  const wide = ref.namespace === mesh.config.rootNamespace
  return podsOf(mesh).selectedBy(
    matchLabels(spec.selector),
    wide ? undefined : ref.namespace,
    LOOKED_AT
  )
}

/** A port of a Service that leads to a pod. */
export interface ReachedPort {
  readonly service: string
  /** Of the Service. */
  readonly port: number
  /** Of the container; `null` where its name is known to no container. */
  readonly target: number | null
  readonly protocol: Protocol
}

/** Ports by which Services reach a pod. */
export function reachedPorts(mesh: Mesh): (pod: Workload) => readonly ReachedPort[] {
  const services = new Map<string, Manifest[]>()
  for (const service of mesh.of('Service')) {
    const [pair] = Object.entries(textMap(service.spec.selector))
    if (pair !== undefined) put(services, keyOf(service.ref.namespace, pair), service)
  }
  return pod =>
    Object.entries(pod.labels)
      .flatMap(pair => services.get(keyOf(pod.namespace, pair)) ?? [])
      .filter(({ spec }) => selects(textMap(spec.selector), pod.labels))
      .flatMap(service => portsOf(service, pod))
}

function keyOf(namespace: string, [label, value]: readonly [string, string]): string {
  return `${namespace}/${label}=${value}`
}

function portsOf({ ref, spec }: Manifest, pod: Workload): ReachedPort[] {
  return list(spec.ports).flatMap(entry => {
    const { port, name, protocol, appProtocol, targetPort } = mapOrEmpty(entry)
    const written = number(port)
    if (written === undefined) return []
    const named = text(targetPort)
    const target =
      named === undefined
        ? (number(targetPort) ?? written)
        : (pod.ports.find(one => one.name === named)?.number ?? null)
    return [
      {
        service: ref.name,
        port: written,
        target,
        protocol: serviceProtocol(
          written,
          text(name) ?? '',
          text(protocol) ?? 'TCP',
          text(appProtocol)
        )
      }
    ]
  })
}
