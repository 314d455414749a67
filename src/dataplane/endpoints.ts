import ipaddr from 'ipaddr.js'
import type { Json, JsonMap } from '../manifest/manifest.ts'
import { filled, list, mapOrEmpty, number, text, textMap } from '../mesh/json.ts'
import { membership } from '../mesh/membership.ts'
import type { Labels } from '../mesh/selector.ts'
import type { Service, ServicePort } from '../mesh/service.ts'
import type { Workload } from '../mesh/workload.ts'
import type { Compilation } from './compilation.ts'

export const endpointReads = [
  ['ServiceEntry', 'spec.endpoints[].{address,ports.*,labels.*}'],
  ['ServiceEntry', 'spec.ports[].targetPort'],
  ['ServiceEntry', 'spec.workloadSelector.labels.*'],
  ['WorkloadEntry', 'spec.{address,ports.*,labels.*}']
] as const

/** Whether an endpoint is marked for mutual TLS. */
export const endpointTlsReads = [
  ['ServiceEntry', 'spec.endpoints[].{serviceAccount,labels."security.istio.io/tlsMode"}'],
  ['WorkloadEntry', 'spec.{serviceAccount,labels."security.istio.io/tlsMode"}']
] as const

export interface Endpoint {
  /** `null`: pods of a template, whose addresses git does not hold. */
  readonly address: string | null
  readonly port: number
  readonly labels: Labels
  readonly namespace: string
  /** Speaks Istio's mutual TLS. */
  readonly inMesh: boolean
  /** Whether git says so. */
  readonly known: boolean
}

/**
 * Workloads of a service in git: pods of its selector and namespace; for a ServiceEntry also
 * WorkloadEntries.
 */
export function workloadsOf(compilation: Compilation, service: Service): readonly Workload[] {
  if (service.selector === null) return []
  const all = compilation.mesh.workloadsBy(service.namespace, service.selector)
  if (service.registry === 'External') return all
  return all.filter(workload => workload.manifest.ref.kind !== 'WorkloadEntry')
}

/**
 * Endpoints of a service's port in git; `null` where git cannot hold them. Services of one host and
 * namespace share their endpoints, matched by the name of the port.
 */
export function endpointsOf(
  compilation: Compilation,
  service: Service,
  port: ServicePort
): readonly Endpoint[] | null {
  const result: Endpoint[] = []
  let known = false
  for (const one of compilation.mesh.registry.byHost(service.host.toLowerCase())) {
    if (one.host !== service.host || one.namespace !== service.namespace) continue
    const own = one.ports.find(candidate => candidate.name === port.name)
    const found = own === undefined ? [] : ofService(compilation, one, own)
    if (found === null) continue
    known = true
    for (const endpoint of found) {
      const twin = result.some(
        other =>
          other.address !== null &&
          other.address === endpoint.address &&
          other.port === endpoint.port
      )
      if (!twin) result.push(endpoint)
    }
  }
  return known ? result : null
}

function ofService(
  compilation: Compilation,
  service: Service,
  port: ServicePort
): Endpoint[] | null {
  const { mesh } = compilation
  const written = list(service.manifest?.spec.endpoints)
  if (service.registry === 'External') {
    if (written.length > 0) return written.map(entry => ofEntry(entry, service, port))
    if (service.selector === null) return ofHost(service, port)
  }
  // A Service that is exported nowhere is told no endpoints. Source: pilot serviceregistry/kube/controller.
  if (service.registry === 'Kubernetes' && service.exportTo === 'none') return []
  if (service.selector === null) return null
  const workloads = workloadsOf(compilation, service)
  if (workloads.length === 0) return null
  return workloads.flatMap((workload): Endpoint[] => {
    if (workload.isEmpty) return []
    const { mode, known } = membership(workload, mesh.namespaceLabelsOf(workload.namespace))
    const common = {
      port: targetPort(workload, port),
      labels: workload.labels,
      namespace: workload.namespace,
      inMesh: mode !== 'none',
      known
    }
    const { addresses } = workload
    if (addresses.length === 0) return [{ ...common, address: null }]
    return addresses.map(address => ({ ...common, address }))
  })
}

/** A DNS name without endpoints is its own endpoint. Source: conversion.go convertServiceEntryToInstances. */
function ofHost(service: Service, port: ServicePort): Endpoint[] | null {
  const dns = service.resolution === 'dns' || service.resolution === 'dns-round-robin'
  if (!dns) return []
  const target = typeof port.targetPort === 'number' && port.targetPort > 0 ? port.targetPort : null
  return [
    {
      address: service.host,
      port: target ?? port.number,
      labels: {},
      namespace: service.namespace,
      inMesh: false,
      known: true
    }
  ]
}

/** Source: pilot serviceregistry/serviceentry/conversion.go getTLSModeFromWorkloadEntry. */
function ofEntry(entry: Json, service: Service, port: ServicePort): Endpoint {
  const fields = mapOrEmpty(entry)
  const labels = textMap(fields.labels)
  const tls = labels['security.istio.io/tlsMode']
  return {
    address: text(fields.address) ?? '',
    port: entryPort(fields, port),
    labels,
    namespace: service.namespace,
    inMesh: tls === undefined ? filled(fields.serviceAccount) !== undefined : tls === 'istio',
    known: true
  }
}

function entryPort(fields: JsonMap, port: ServicePort): number {
  const named = number(mapOrEmpty(fields.ports)[port.name])
  if (named !== undefined) return named
  return typeof port.targetPort === 'number' && port.targetPort > 0 ? port.targetPort : port.number
}

function targetPort(workload: Workload, port: ServicePort): number {
  const isEntry = workload.manifest.ref.kind === 'WorkloadEntry'
  if (isEntry) {
    const named = workload.ports.find(one => one.name === port.name)
    if (named !== undefined) return named.number
  }
  const { targetPort: target } = port
  if (typeof target === 'number' && target > 0) return target
  if (typeof target === 'string') {
    return workload.ports.find(one => one.name === target)?.number ?? port.number
  }
  return port.number
}

/**
 * Where connections of a cluster go, `address:port` or `:port` of pods whose addresses git does not hold,
 * sorted. A connection that goes where it was dialled keeps its port, except under a ServiceEntry with a
 * target port (1.22). Source: pilot networking/core/cluster_builder.go buildCluster.
 */
export function targetsOf(
  compilation: Compilation,
  service: Service,
  port: ServicePort,
  endpoints: readonly Endpoint[] | null,
  isOriginalDst: boolean
): string[] {
  const written =
    typeof port.targetPort === 'number' && port.targetPort > 0 ? port.targetPort : null
  if (isOriginalDst) {
    const translates =
      service.registry === 'External' && compilation.mesh.features.has('passthrough-target-port')
    return [`:${(translates ? written : null) ?? port.number}`]
  }
  if (endpoints === null) return [`:${port.targetPort ?? port.number}`]
  const targets = endpoints.map(({ address, port: number }) => `${address ?? ''}:${number}`)
  return [...new Set(targets)].sort()
}

/**
 * Endpoints behind a port number, as istiod caches them for listeners and for what clients expect of a
 * headless service; `null` where git cannot hold them. Unlike those of a cluster: endpoints of ServiceEntries
 * count by the number of the port and pods by its name, and of services of one host and namespace the last
 * one that has any decides. Source: pilot model/push_context.go initServiceRegistry, endpointshards.go
 * CopyEndpoints.
 */
export function endpointsBehind(
  compilation: Compilation,
  service: Service,
  number: number
): readonly Endpoint[] | null {
  const all = compilation.mesh.registry
    .byHost(service.host.toLowerCase())
    .filter(one => one.host === service.host && one.namespace === service.namespace)
  let result: readonly Endpoint[] = []
  let known = false
  for (const { ports } of all) {
    const name = ports.find(port => port.number === number)?.name
    if (name === undefined) continue
    const found: Endpoint[] = []
    for (const one of all) {
      const own = one.ports.find(port =>
        one.registry === 'External' ? port.number === number : port.name === name
      )
      const endpoints = own === undefined ? [] : ofService(compilation, one, own)
      if (endpoints === null) continue
      known = true
      found.push(...endpoints)
    }
    if (found.length > 0) result = found
  }
  return known ? result : null
}

/**
 * Addresses on which a port of a headless service is dialled. A name among its endpoints is none, but an
 * endpoint all the same. Source: pilot networking/core/listener.go buildSidecarOutboundListeners.
 */
export function podAddresses(
  compilation: Compilation,
  service: Service,
  port: ServicePort
): { readonly addresses: readonly string[]; readonly hasEndpoints: boolean } {
  const endpoints = endpointsBehind(compilation, service, port.number) ?? []
  const all = new Set(endpoints.flatMap(({ address }) => (address === null ? [] : [address])))
  return {
    addresses: [...all].filter(address => ipaddr.isValid(address)),
    hasEndpoints: all.size > 0
  }
}
