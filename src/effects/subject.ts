import type { ProxyConfig, VirtualHost } from '../dataplane/config.ts'
import type { EffectSubject } from './effect.ts'
import { serviceOf } from './words.ts'

/** What a person would name for the requests that a virtual host takes. */
export function subjectOf(
  config: ProxyConfig,
  routeConfig: string,
  host: VirtualHost
): EffectSubject {
  const { name, port } = splitName(host.name)
  if (config.proxy.type === 'gateway') {
    const gateway = gatewayOf(config, routeConfig, host)
    return {
      kind: 'host',
      name: unknownHosts[name] ?? hostsOf(host, name),
      port,
      ...(gateway !== undefined && { gateway })
    }
  }
  const service = serviceOf(name)
  if (service !== null) return { kind: 'service', ...service, port }
  const at = port || portOf(routeConfig)
  return { kind: 'host', name: unknownHosts[name] ?? name, ...(at > 0 && { port: at }) }
}

/** Gateways collapse virtual hosts with equal routes into one. Source: gateway.go collapseDuplicateRoutes. */
function hostsOf(host: VirtualHost, name: string): string {
  const names = host.domains.map(domain => domain.replace(/:(\d+|\*)$/, ''))
  const hosts = [...new Set([name, ...names])].sort()
  return hosts.length > 4
    ? `${hosts.slice(0, 3).join(', ')} and ${hosts.length - 3} more`
    : hosts.join(', ')
}

/** Istio's names of virtual hosts that stand for no host. */
const unknownHosts: Readonly<Record<string, string>> = {
  blackhole: 'hosts without a route',
  allow_any: 'hosts outside the mesh',
  block_all: 'hosts outside the mesh',
  allow_any_dynamic_dns: 'hosts outside the mesh'
}

/** The one that the virtual host was made for; else the Gateways of the listener. */
function gatewayOf(
  config: ProxyConfig,
  routeConfig: string,
  host: VirtualHost
): string | undefined {
  const names = new Set<string>()
  for (const { manifest } of host.origins) {
    if (manifest.ref.kind === 'Gateway') names.add(`${manifest.ref.namespace}/${manifest.ref.name}`)
  }
  if (names.size === 0) {
    for (const { filterChains } of config.listeners) {
      for (const chain of filterChains) {
        if (chain.routeConfig !== routeConfig) continue
        for (const { manifest } of chain.origins) {
          names.add(`${manifest.ref.namespace}/${manifest.ref.name}`)
        }
      }
    }
  }
  return names.size === 0 ? undefined : [...names].sort().join(', ')
}

function splitName(name: string): { name: string; port: number } {
  const colon = name.lastIndexOf(':')
  const port = Number(name.slice(colon + 1))
  return colon < 0 || !Number.isInteger(port)
    ? { name, port: 0 }
    : { name: name.slice(0, colon), port }
}

function portOf(routeConfig: string): number {
  const digits = /(\d+)$/.exec(routeConfig)?.[1]
  return digits === undefined ? 0 : Number(digits)
}
