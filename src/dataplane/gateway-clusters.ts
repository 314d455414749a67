import { filled, list, mapOrEmpty } from '../mesh/json.ts'
import type { Service } from '../mesh/service.ts'
import type { Client } from './client.ts'
import type { Compilation } from './compilation.ts'
import { destinations } from './destinations.ts'
import { gatewaysFor } from './gateway-servers.ts'

/**
 * Which services a gateway has clusters for: all that it sees, or, where a flag says so, those that the
 * VirtualServices of its Gateways and the extension providers name.
 * Source: pilot model/push_context.go GatewayServices.
 */
export function gatewayClusters(
  { mesh, virtualServices }: Compilation,
  client: Client
): (service: Service) => boolean {
  if (!mesh.features.has('filter-gateway-clusters')) return () => true
  const own = new Set(
    gatewaysFor(mesh, client.namespace, client.labels).map(
      ({ ref }) => `${ref.namespace}/${ref.name}`
    )
  )
  const hosts = new Set<string>()
  for (const service of virtualServices.all) {
    if (!service.gateways.some(gateway => own.has(gateway))) continue
    for (const host of destinations(service, null).keys()) hosts.add(host)
  }
  for (const entry of list(mesh.config.raw.extensionProviders)) {
    for (const provider of Object.values(mapOrEmpty(entry))) {
      const service = filled(mapOrEmpty(provider).service)
      if (service !== undefined) hosts.add(service)
    }
  }
  return ({ host, namespace }) => hosts.has(host) || hosts.has(`${namespace}/${host}`)
}
