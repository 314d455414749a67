import ipaddr from 'ipaddr.js'
import { list, mapOrEmpty } from '../mesh/json.ts'
import type { Service } from '../mesh/service.ts'
import type { Workload } from '../mesh/workload.ts'
import type { Compilation } from './compilation.ts'

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

/** Addresses on which a headless service is dialled. */
export function podAddresses(compilation: Compilation, service: Service): string[] {
  const addresses = workloadsOf(compilation, service).flatMap(workload => workload.addresses)
  for (const entry of list(service.manifest?.spec.endpoints)) {
    const { address } = mapOrEmpty(entry)
    if (typeof address === 'string') addresses.push(address)
  }
  return [...new Set(addresses)].filter(address => ipaddr.isValid(address))
}
