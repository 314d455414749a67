import type { Labels } from '../mesh/selector.ts'
import { selects } from '../mesh/selector.ts'
import type { Service } from '../mesh/service.ts'
import { isVisible } from '../mesh/visibility.ts'
import type { Client } from './client.ts'
import type { Compilation } from './compilation.ts'
import type { RouteConfig } from './config.ts'
import { gatewayVirtualHosts } from './gateway-routes.ts'
import { gatewaysFor, type MergedGateway, mergeGateways, type Server } from './gateway-servers.ts'
import type { RouteEnvironment } from './route-environment.ts'
import { refusal } from './sidecar-config.ts'
import type { VirtualService } from './virtual-service.ts'

/** Everything of a gateway pod that its Gateways decide. */
export function mergedGateway(compilation: Compilation, client: Client): MergedGateway {
  const { mesh } = compilation
  return mergeGateways(
    gatewaysFor(mesh, client.namespace, client.labels),
    targetPorts(compilation, client.namespace, client.labels)
  )
}

/**
 * From the port of a server to the port that listens: the target port of the first Service of the pod
 * with that port, else the port itself. Source: pilot model/gateway.go resolvePorts.
 */
function targetPorts(
  compilation: Compilation,
  namespace: string,
  labels: Labels
): (port: number) => number {
  const { mesh } = compilation
  const services = mesh.registry.all.filter(
    ({ registry, namespace: owner, selector, labels: own }) =>
      registry === 'Kubernetes' &&
      owner === namespace &&
      selector !== null &&
      selects(selector, labels) &&
      own['experimental.istio.io/disable-gateway-port-translation'] === undefined
  )
  return number => {
    for (const service of services) {
      for (const port of service.ports) {
        if (port.number !== number) continue
        const target = port.targetPort
        if (target === null) return number
        if (typeof target === 'number') return target === 0 ? number : target
        const named = mesh
          .workloadsBy(namespace, service.selector ?? {})
          .flatMap(workload => workload.ports)
          .find(one => one.name === target)
        if (named !== undefined) return named.number
      }
    }
    return number
  }
}

export function gatewayRouteConfig(
  compilation: Compilation,
  client: Client,
  merged: MergedGateway,
  name: string
): RouteConfig | undefined {
  const servers = merged.byRouteConfig.get(name)
  const [first] = servers ?? []
  if (servers === undefined || first === undefined) return undefined
  const { features } = compilation.mesh
  const virtualHosts = gatewayVirtualHosts({
    servers,
    features,
    virtualServices: gateway => compilation.virtualServices.for(client.namespace, gateway),
    routes: (service, server) =>
      compilation.routes.routes(service, environment(compilation, client, service, server))
  })
  return {
    name,
    port: first.listenerPort,
    virtualHosts,
    ignorePortInHost: true,
    ...refusal(virtualHosts)
  }
}

function environment(
  compilation: Compilation,
  client: Client,
  virtualService: VirtualService,
  server: Server
): RouteEnvironment {
  const { features, config } = compilation.mesh
  return {
    features,
    config,
    labels: client.labels,
    namespace: client.namespace,
    gateway: server.gateway,
    port: server.number,
    tls: server.tls !== null,
    service: host => backend(compilation, client, virtualService, host),
    hash: destination => compilation.hash(client.scope, client.labels, destination)
  }
}

/**
 * The service of the VirtualService's namespace where the gateway sees it, else the one that the gateway
 * has a cluster for. Source: gateway.go buildNameToServiceMapForHTTPRoutes.
 */
function backend(
  compilation: Compilation,
  client: Client,
  virtualService: VirtualService,
  host: string
): Service | undefined {
  const own = compilation.mesh.registry
    .byHost(host.toLowerCase())
    .find(
      service =>
        service.host === host &&
        service.namespace === virtualService.namespace &&
        isVisible(service.exportTo, client.namespace)
    )
  return own ?? client.scope.service(host)
}
