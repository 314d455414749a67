import { usesAllocatedAddresses } from '../mesh/dns-capture.ts'
import { addressOf, asAllocated, UNSPECIFIED } from '../mesh/service.ts'
import type { Proxy as ProxyClass } from './config.ts'
import type { Dataplane } from './dataplane.ts'

/** The address that the client's DNS gives for a host, by its search domains; `0.0.0.0`: none that git holds. */
export function addressOfHost(
  { mesh }: Pick<Dataplane, 'mesh'>,
  proxy: ProxyClass,
  authority: string
): string {
  const colon = authority.indexOf(':')
  const host = (colon < 0 ? authority : authority.slice(0, colon)).toLowerCase()
  const domain = mesh.config.clusterDomain
  const allocated = proxy.type === 'sidecar' && usesAllocatedAddresses(mesh, proxy)
  for (const name of [
    `${host}.${proxy.namespace}.svc.${domain}`,
    `${host}.svc.${domain}`,
    `${host}.${domain}`,
    host
  ]) {
    for (const service of mesh.registry.byHost(name)) {
      const address = addressOf(allocated ? asAllocated(service) : service)
      if (address !== UNSPECIFIED) return address
      if (service.podAddress !== undefined) return service.podAddress
    }
  }
  return UNSPECIFIED
}
