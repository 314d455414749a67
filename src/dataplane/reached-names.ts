import { isHttp } from '../mesh/protocol.ts'
import { addressOf, portOf, type Service, UNSPECIFIED } from '../mesh/service.ts'
import type { Client } from './client.ts'
import type { Compilation } from './compilation.ts'
import type { Listener } from './config.ts'
import type { HostFilter } from './host-filter.ts'
import { isPlainHttpPort } from './plain-http.ts'
import { routeConfigNames } from './route-config-names.ts'

/**
 * Names of the route configurations on which reached hosts can stand. A port that nothing but HTTP uses has
 * its route configuration as soon as one service of it is visible; else its listeners say.
 */
export function reachedNames(
  compilation: Compilation,
  client: Client,
  filter: HostFilter,
  listenersOn: (port: number) => readonly Listener[]
): string[] {
  const names: string[] = []
  const open = client.scope.sidecar === null
  for (const port of filter.ports) {
    const services = compilation.mesh.registry.onPort(port)
    if (open && isPlainHttpPort(compilation.mesh.registry, port)) {
      const [listener] = client.scope.listeners
      const served = services.some(({ host }) =>
        listener
          ?.servicesOf(host.toLowerCase())
          .some(one => one.resolution !== 'alias' && portOf(one, port) !== undefined)
      )
      if (served) names.push(String(port))
      continue
    }
    if (open && !services.some(service => isNamed(service, filter))) {
      if (hasOwnName(services, port)) continue
    }
    names.push(...routeConfigNames(listenersOn(port)).filter(name => isReached(name, filter)))
  }
  return names
}

function isNamed({ host }: Service, filter: HostFilter): boolean {
  return filter.services.has(host.toLowerCase())
}

/** Every service of the port has a listener of its own, so that none shares a route configuration. */
function hasOwnName(services: readonly Service[], port: number): boolean {
  return services.every(
    service =>
      addressOf(service) !== UNSPECIFIED &&
      service.ports.every(one => one.number !== port || !isHttp(one.protocol))
  )
}

/** `80`, or `host:port` of a reached host. */
function isReached(name: string, filter: HostFilter): boolean {
  const colon = name.lastIndexOf(':')
  return colon < 0 || filter.includes(name.slice(0, colon).toLowerCase())
}
