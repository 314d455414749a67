import type { Dataplane } from '../dataplane/dataplane.ts'
import { gatewayApiReading } from '../dataplane/security/gateway-pod.ts'
import { securityOf } from '../dataplane/security/inbound.ts'
import type { InboundPort, PortWorkload } from '../dataplane/security/inbound-ports.ts'
import { list, mapOrEmpty, number, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { GATEWAY_NAME } from '../mesh/policy-attachment.ts'
import type { ServerClass } from './servers.ts'

/** A port of a server class as both sides serve it. */
export interface BothPorts {
  /** `null`: any port that nothing declares or names; `sample` stands for them. */
  readonly port: number | null
  readonly sample: number
  readonly base: InboundPort
  readonly head: InboundPort
}

/**
 * Ports that a Service, a Sidecar or a policy names on either side, and one that stands for all others; of
 * gateways those on which they listen.
 */
export function bothPorts(
  base: Dataplane,
  head: Dataplane,
  server: ServerClass
): readonly BothPorts[] {
  if (server.role === 'gateway') return gatewayPorts(base, head, server)
  const before = securityOf(base.compilation).inbound(server.base)
  const after = securityOf(head.compilation).inbound(server.head)
  const numbers = new Set<number>()
  for (const { ports, policies } of [before, after]) {
    for (const { port } of ports.declared) numbers.add(port)
    for (const { spec } of policies) for (const port of portsNamed(spec)) numbers.add(port)
  }
  for (const mesh of [base.mesh, head.mesh]) {
    for (const port of peerPorts(mesh, server.namespace)) numbers.add(port)
  }
  let other = 8080
  while (numbers.has(other)) other += 1
  const all = [...numbers].sort((a, b) => a - b)
  const both = (port: number | null, sample: number): BothPorts => ({
    port,
    sample,
    base: before.ports.port(sample),
    head: after.ports.port(sample)
  })
  return [...all.map(port => both(port, port)), both(null, other)]
}

function portsNamed(spec: Parameters<typeof mapOrEmpty>[0]): readonly number[] {
  const named = list(mapOrEmpty(spec).rules).flatMap(rule => {
    const { to, when } = mapOrEmpty(rule)
    const operations = list(to).flatMap(entry => {
      const operation = mapOrEmpty(mapOrEmpty(entry).operation)
      return [...texts(operation.ports), ...texts(operation.notPorts)]
    })
    const conditions = list(when).flatMap(entry => {
      const { key, values, notValues } = mapOrEmpty(entry)
      return key === 'destination.port' ? [...texts(values), ...texts(notValues)] : []
    })
    return [...operations, ...conditions]
  })
  return named.map(Number).filter(port => Number.isInteger(port) && port > 0 && port < 65536)
}

function peerPorts(mesh: Mesh, namespace: string): readonly number[] {
  return mesh
    .of('PeerAuthentication')
    .filter(({ ref }) => ref.namespace === namespace)
    .flatMap(({ spec }) => Object.keys(mapOrEmpty(spec.portLevelMtls)).map(Number))
    .filter(port => Number.isInteger(port) && port > 0)
}

function gatewayPorts(base: Dataplane, head: Dataplane, server: ServerClass): readonly BothPorts[] {
  const before = listening(base, server.base)
  const after = listening(head, server.head)
  const ports = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b)
  return ports.flatMap(port => {
    const [one, other] = [before.get(port), after.get(port)]
    // What listens on one side alone is exposure, not access.
    if (one === undefined || other === undefined) return []
    return [{ port, sample: port, base: one, head: other }]
  })
}

function listening(plane: Dataplane, pod: PortWorkload): Map<number, InboundPort> {
  const found = new Map<number, InboundPort>()
  if (pod.labels[GATEWAY_NAME] !== undefined) {
    for (const { spec } of plane.mesh.of('Gateway', 'gateway.networking.k8s.io')) {
      for (const entry of list(spec.listeners)) {
        const port = number(mapOrEmpty(entry).port)
        const reading = port === undefined ? null : gatewayApiReading(plane.mesh, pod, port)
        if (port !== undefined && reading !== null) found.set(port, { port, reading, origins: [] })
      }
    }
    return found
  }
  const view = plane.config({
    type: 'gateway',
    id: `gateway of ${pod.namespace} ${JSON.stringify(pod.labels)}`,
    description: `gateway pods in ${pod.namespace}`,
    namespace: pod.namespace,
    labels: pod.labels,
    certainty: 'certain',
    assumptions: []
  })
  for (const { port, filterChains } of view.listeners) {
    const http = filterChains.some(chain => chain.routeConfig !== undefined)
    const unread = filterChains.every(({ unreadNames }) => unreadNames === true)
    const names = unread ? ({ unreadNames: true } as const) : {}
    found.set(port, { port, reading: http ? 'http' : 'tcp', origins: [], ...names })
  }
  return found
}
