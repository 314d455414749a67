import type { Json } from '../manifest/manifest.ts'
import { isSubset, overlaps } from '../mesh/host.ts'
import { list, text, texts } from '../mesh/json.ts'
import { isHttp } from '../mesh/protocol.ts'
import type { Service } from '../mesh/service.ts'
import type { Client } from './client.ts'
import { snatName } from './cluster-name.ts'
import type { Compilation } from './compilation.ts'
import type { FilterChain, Listener, ServerTls, WeightedCluster } from './config.ts'
import {
  isHttpServer,
  isPassthrough,
  type MergedGateway,
  type Server,
  tlsMode
} from './gateway-servers.ts'
import { refusedListener } from './refused-listener.ts'
import type { L4Rule, Match } from './rules.ts'
import { chainMatch, l4Destinations } from './tcp-chains.ts'
import { hashesSource } from './tcp-hash.ts'
import type { VirtualService } from './virtual-service.ts'

/** How a server ends TLS goes into its filter chain as it is written. */
export const serverTlsReads = [['Gateway', 'spec.servers[].tls.**']] as const

/** What clients offer that speak Istio's mutual TLS. Source: pilot networking/core/gateway.go. */
const ISTIO_ALPN: readonly string[] = [
  'istio',
  'istio-peer-exchange',
  'istio-http/1.0',
  'istio-http/1.1',
  'istio-h2'
]

/** A listener without any chain is not sent. Source: pilot networking/core/gateway.go buildGatewayListeners. */
export function gatewayListeners(
  compilation: Compilation,
  client: Client,
  merged: MergedGateway
): Listener[] {
  const listeners = new Map<string, Listener & { filterChains: FilterChain[] }>()
  const names: TakenNames = { byPort: new Map(), walked: new Map() }
  for (const { port, bind, protocol, routeConfig, servers } of merged.listeners) {
    const chains = isHttp(protocol)
      ? [plainChain(routeConfig, servers)]
      : servers.flatMap(server => serverChains(compilation, client, server, names))
    const name = `${bind === '' ? '0.0.0.0' : bind}_${port}`
    const known = listeners.get(name)
    if (known !== undefined) known.filterChains.push(...chains)
    else if (chains.length > 0) {
      const address = bind === '' ? '0.0.0.0' : bind
      listeners.set(name, { name, address, port, filterChains: chains, sniffs: false, lost: [] })
    }
  }
  for (const { server, reason } of merged.skipped) {
    const listener = [...listeners.values()].find(one => one.port === server.listenerPort)
    if (listener === undefined) continue
    listeners.set(listener.name, {
      ...listener,
      lost: [...listener.lost, { at: server.at, reason }]
    })
  }
  return [...listeners.values()].map(listener => ({
    ...listener,
    refused: refusedListener(listener.filterChains)
  }))
}

const CERTAIN = { certainty: 'certain', assumptions: [] } as const

function plainChain(routeConfig: string, servers: readonly Server[]): FilterChain {
  return { name: '', match: {}, routeConfig, origins: servers.map(server => server.at), ...CERTAIN }
}

function serverChains(
  compilation: Compilation,
  client: Client,
  server: Server,
  names: TakenNames
): FilterChain[] {
  if (isHttpServer(server) && server.tls !== null) {
    return [
      {
        name: '',
        match: chainMatch(sniHosts(server), []),
        ...terminated(server),
        routeConfig: server.routeConfig,
        origins: [server.at],
        ...CERTAIN
      }
    ]
  }
  if (server.tls !== null && isPassthrough(server)) {
    return tlsMode(server) === 'AUTO_PASSTHROUGH'
      ? autoPassthrough(compilation, client, server)
      : passthrough(compilation, client, server, names)
  }
  return tcpServer(compilation, client, server)
}

function terminated({ tls }: Server): { readonly tls?: ServerTls } {
  if (tls === null) return {}
  const settings: Record<string, Json> = { ...tls }
  delete settings.httpsRedirect
  return { tls: { mode: text(tls.mode) ?? 'PASSTHROUGH', settings } }
}

/** Server names without namespace prefix, in order. Source: pilot model/gateway.go GetSNIHostsForServer. */
function sniHosts({ tls, hosts }: Server): string[] | undefined {
  if (tls === null) return undefined
  return [...new Set(hosts.map(host => host.slice(host.indexOf('/') + 1)))].sort()
}

/** VirtualServices of a server's Gateway that share a host with it, in index order. */
function bound(compilation: Compilation, client: Client, server: Server): VirtualService[] {
  return compilation.virtualServices
    .for(client.namespace, server.gateway)
    .filter(service =>
      service.hosts.some(host => server.hosts.some(one => shares(one, host, service)))
    )
}

function shares(serverHost: string, host: string, service: VirtualService): boolean {
  const slash = serverHost.indexOf('/')
  if (slash >= 0 && serverHost.slice(0, slash) !== service.namespace) return false
  return overlaps(serverHost.slice(slash + 1), host)
}

/** At a gateway only port and gateway of a match count. Source: gateway.go l4SingleMatch. */
function takes(match: Match, server: Server): boolean {
  const { port } = match.fields
  if (typeof port === 'number' && port !== 0 && port !== server.number) return false
  const gateways = texts(match.fields.gateways)
  return gateways.length === 0 || gateways.includes(server.gateway)
}

/** The first TCP rule that fits serves the whole port. Source: gateway.go buildGatewayNetworkFiltersFromTCPRoutes. */
function tcpServer(compilation: Compilation, client: Client, server: Server): FilterChain[] {
  for (const service of bound(compilation, client, server)) {
    for (const rule of service.tcp) {
      const fits = rule.matches === null || rule.matches.some(match => takes(match, server))
      if (!fits || list(rule.fields.route).length === 0) continue
      return [
        {
          name: '',
          match: chainMatch(sniHosts(server), []),
          ...(server.tls === null ? { unreadNames: true as const } : terminated(server)),
          ...bytes(compilation, client, rule, server),
          origins: [rule.at, server.at],
          ...CERTAIN
        }
      ]
    }
  }
  return []
}

/**
 * A chain per TLS match with the names of the match, whatever the server's hosts; names that are taken on
 * the port skip the match. Source: gateway.go buildGatewayNetworkFiltersFromTLSRoutes.
 */
function passthrough(
  compilation: Compilation,
  client: Client,
  server: Server,
  names: TakenNames
): FilterChain[] {
  const taken = names.byPort.get(server.listenerPort) ?? new Map<string, string>()
  names.byPort.set(server.listenerPort, taken)
  const chains: FilterChain[] = []
  const services = bound(compilation, client, server).filter(one => !isWalked(one, server, names))
  for (const rule of services.flatMap(service => service.tls)) {
    if (list(rule.fields.route).length === 0) continue
    for (const match of rule.matches ?? []) {
      if (!takes(match, server)) continue
      const sni = texts(match.fields.sniHosts)
      if (sni.some(name => taken.get(name) === server.bind)) continue
      for (const name of sni) taken.set(name, server.bind)
      chains.push({
        name: '',
        match: chainMatch(sni, []),
        ...bytes(compilation, client, rule, server),
        origins: [match.at, server.at],
        ...CERTAIN
      })
    }
  }
  return chains
}

/** What servers that pass TLS on have taken so far. */
interface TakenNames {
  /** The address on which each name is taken, by port. */
  readonly byPort: Map<number, Map<string, string>>
  /** By kind of server: VirtualServices whose rules were all asked for one. */
  readonly walked: Map<string, Set<VirtualService>>
}

/** Asked again for a server of the same kind, a VirtualService finds all its names taken. */
function isWalked(service: VirtualService, server: Server, { walked }: TakenNames): boolean {
  const key = [server.listenerPort, server.bind, server.number, server.gateway].join('|')
  const known = walked.get(key) ?? new Set()
  walked.set(key, known)
  if (known.has(service)) return true
  const named = ({ fields }: Match) => texts(fields.sniHosts).length > 0
  if (service.tls.every(({ matches }) => (matches ?? []).every(named))) known.add(service)
  return false
}

function bytes(
  compilation: Compilation,
  client: Client,
  rule: L4Rule,
  server: Server
): Pick<FilterChain, 'tcp' | 'hashSourceIp'> {
  const tcp = l4Destinations(client, rule, server.number)
  const [first] = tcp
  const service = first === undefined ? undefined : client.scope.service(first.host)
  if (service === undefined) return { tcp }
  const rules = compilation.destinationRule(client.namespace, client.labels, service)
  const subset = tcp.length === 1 ? (first?.subset ?? '') : ''
  return hashesSource(rules, subset) ? { tcp, hashSourceIp: true } : { tcp }
}

/** A chain per cluster of the mesh that the hosts cover, by the name that proxies of other networks dial. */
function autoPassthrough(compilation: Compilation, client: Client, server: Server): FilterChain[] {
  const hosts = sniHosts(server) ?? []
  const chains: FilterChain[] = []
  for (const service of client.scope.services) {
    if (service.meshExternal || !hosts.some(host => isSubset(service.host, host))) continue
    const rule = compilation.destinationRule(client.namespace, client.labels, service)
    for (const port of service.ports) {
      if (port.protocol === 'UDP') continue
      for (const subset of ['', ...(rule?.subsets.keys() ?? [])]) {
        chains.push(acrossNetworks(service, port.number, subset, server))
      }
    }
  }
  return chains
}

function acrossNetworks(
  service: Service,
  port: number,
  subset: string,
  server: Server
): FilterChain {
  const cluster = snatName(port, subset, service.host)
  const target: WeightedCluster = {
    cluster,
    host: service.host,
    subset,
    port,
    weight: 1,
    at: server.at
  }
  return {
    name: '',
    match: { sni: [cluster], alpn: ISTIO_ALPN },
    tcp: [target],
    origins: [server.at],
    ...CERTAIN
  }
}
