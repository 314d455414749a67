import type { Place } from '../../finding.ts'
import { isMap, list, map, mapOrEmpty, number, text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { isHttp, type Protocol, parseProtocol } from '../../mesh/protocol.ts'
import type { Labels } from '../../mesh/selector.ts'
import type { Service } from '../../mesh/service.ts'
import type { SidecarIndex } from '../sidecar.ts'

export const inboundPortReads = [
  ['Sidecar', 'spec.ingress[].port.{number,protocol,name}'],
  ['Sidecar', 'spec.ingress[].tls.mode']
] as const

/** Whether a port's bytes are read as HTTP, never, or where they look like it. */
export type Reading = 'http' | 'tcp' | 'sniffed'

/** TLS that a Sidecar's own listener terminates. */
export interface IngressTls {
  readonly mode: string
}

/** One port of a pod as its proxy serves it. */
export interface InboundPort {
  /** The pod's own. */
  readonly port: number
  readonly reading: Reading
  /** The Service's port or the Sidecar's listener that declares it; empty: nothing does. */
  readonly origins: readonly Place[]
  readonly tls?: IngressTls
  /** By which Service and which of its ports clients come. */
  readonly service?: { readonly host: string; readonly port: number }
  /** A plain port of a gateway, which has no TLS inspector. */
  readonly unreadNames?: true
}

/** What declares the ports of a pod. */
export interface PortWorkload {
  readonly namespace: string
  readonly labels: Labels
  readonly ports: readonly { readonly name: string; readonly number: number }[]
}

export interface InboundPorts {
  /** Ports that something declares, ascending. */
  readonly declared: readonly InboundPort[]
  /** The same or, for any other number, a port that is sniffed and passed through. */
  port(number: number): InboundPort
  /** Why Envoy refuses the listener, and keeps the last good one; `null`: it does not. */
  readonly refused: string | null
}

/**
 * Target ports of the Services that select a pod, of several on one number the oldest's; a Sidecar with
 * `ingress` says it alone. Source: pilot core/listener_inbound.go buildInboundChainConfigs.
 * @param services those that select the pod, oldest first
 * @param levelled ports that `portLevelMtls` names for the pod
 */
export function inboundPorts(
  mesh: Mesh,
  sidecars: SidecarIndex,
  services: readonly Service[],
  workload: PortWorkload,
  levelled: ReadonlySet<number>
): InboundPorts {
  const found = new Map<number, InboundPort>()
  const sidecar = sidecars.for(workload.namespace, workload.labels)
  const ingress = list(sidecar?.spec.ingress)
  const merged = mesh.features.has('merge-sidecar-ingress-with-services')
  const written = new Set<number>()
  for (const [index, entry] of ingress.entries()) {
    if (sidecar === null || !isMap(entry)) continue
    const port = mapOrEmpty(entry.port)
    const value = number(port.number)
    if (value === undefined || written.has(value)) continue
    written.add(value)
    // A listener of its own takes what is sent to the proxy's port; what is captured for the pod's is passed on.
    if (text(entry.captureMode) === 'NONE') continue
    const at: Place = { manifest: sidecar, path: ['spec', 'ingress', index, 'port'] }
    const tls = mesh.features.has('sidecar-ingress-tls') ? map(entry.tls) : undefined
    const protocol = parseProtocol(text(port.protocol) ?? '')
    found.set(value, {
      port: value,
      reading: reading(tls === undefined ? protocol : terminated(protocol)),
      origins: [at],
      ...(tls === undefined ? {} : { tls: { mode: text(tls.mode) ?? 'PASSTHROUGH' } })
    })
  }
  if (ingress.length === 0 || merged) {
    for (const service of services) addService(found, service, workload, written)
  }
  let refused: string | null = null
  if (ingress.length > 0 && merged) {
    for (const [value, { origins }] of found) {
      if (written.has(value) || !levelled.has(value)) continue
      found.set(value, { port: value, reading: 'sniffed', origins })
      refused = TWICE
    }
  }
  const declared = [...found.values()].sort((a, b) => a.port - b.port)
  return {
    declared,
    refused,
    port: value => found.get(value) ?? { port: value, reading: 'sniffed', origins: [] }
  }
}

/**
 * Where a Sidecar has `ingress`, `portLevelMtls` of a port that it does not list makes a chain for unknown ports, beside
 * the chain of the Service's port. Source: pilot networking/plugin/authn/authentication.go
 * needPerPortPassthroughFilterChain, which does not know that Services are merged in.
 */
const TWICE =
  'Envoy refuses the inbound listener: the Service and portLevelMtls make equal filter chains for a port that the Sidecar does not list under ingress'

function addService(
  found: Map<number, InboundPort>,
  service: Service,
  workload: PortWorkload,
  written: ReadonlySet<number>
): void {
  for (const { number: own, targetPort, protocol, path } of service.ports) {
    if (protocol === 'UDP') continue
    const target =
      typeof targetPort === 'string'
        ? workload.ports.find(port => port.name === targetPort)?.number
        : targetPort === null || targetPort === 0
          ? own
          : targetPort
    // A name that the pod does not have leads nowhere.
    if (target === undefined || found.has(target) || written.has(target)) continue
    const { manifest } = service
    found.set(target, {
      port: target,
      reading: reading(protocol),
      origins: manifest === null ? [] : [{ manifest, path }],
      service: { host: service.host, port: own }
    })
  }
}

function reading(protocol: Protocol): Reading {
  if (protocol === 'auto') return 'sniffed'
  return isHttp(protocol) ? 'http' : 'tcp'
}

/** Source: istio pkg/config/protocol/instance.go AfterTLSTermination. */
function terminated(protocol: Protocol): Protocol {
  if (protocol === 'HTTPS') return 'HTTP'
  return protocol === 'TLS' ? 'TCP' : protocol
}
