import type { Assumption, Place } from '../finding.ts'
import { isWildcard, overlaps } from '../mesh/host.ts'
import { filled, list, mapOrEmpty, number, text, textMap, texts } from '../mesh/json.ts'
import { isTls } from '../mesh/protocol.ts'
import { selects } from '../mesh/selector.ts'
import { addressOf, type Service, type ServicePort, UNSPECIFIED } from '../mesh/service.ts'
import type { Client } from './client.ts'
import type { Compilation } from './compilation.ts'
import type { ChainMatch, FilterChain, WeightedCluster } from './config.ts'
import { alternateNames } from './domains.ts'
import { destinationCluster } from './route-action.ts'
import type { L4Rule, Match } from './rules.ts'
import { hashesSource } from './tcp-hash.ts'
import type { VirtualService } from './virtual-service.ts'

export const tcpReads = [
  ['VirtualService', 'spec.tcp[].match[].{destinationSubnets[],port,gateways[]}'],
  ['VirtualService', 'spec.tcp[].match[].{sourceLabels.*,sourceNamespace}'],
  ['VirtualService', 'spec.tcp[].route[].{weight,destination.{host,subset,port.number}}'],
  ['VirtualService', 'spec.tls[].match[].{sniHosts[],destinationSubnets[],port,gateways[]}'],
  ['VirtualService', 'spec.tls[].match[].{sourceLabels.*,sourceNamespace}'],
  ['VirtualService', 'spec.tls[].route[].{weight,destination.{host,subset,port.number}}']
] as const

/** A service port for which chains are made. */
export interface L4Target {
  readonly service: Service
  readonly port: ServicePort
  readonly bind: string
  /** The CIDR block of the service, where its listener is not on an address of its own. */
  readonly blocks: readonly string[]
  readonly virtualServices: readonly VirtualService[]
}

/** Chains of a TCP, TLS or sniffed service port. Source: pilot networking/core/listener.go buildSidecarOutboundTCPListenerOpts. */
export function l4Chains(
  compilation: Compilation,
  client: Client,
  target: L4Target
): FilterChain[] {
  const naming = target.virtualServices.filter(service =>
    service.hosts.some(host => overlaps(host, target.service.host))
  )
  return isTls(target.port.protocol)
    ? tlsChains(compilation, client, target, naming)
    : tcpChains(compilation, client, target, naming)
}

/**
 * A rule without match, or a match without subnets, ends the search; rules with subnets add a chain each.
 * Source: pilot networking/core/tls.go buildSidecarOutboundTCPFilterChainOpts.
 */
function tcpChains(
  compilation: Compilation,
  client: Client,
  target: L4Target,
  naming: readonly VirtualService[]
): FilterChain[] {
  const chains: FilterChain[] = []
  for (const rule of naming.flatMap(service => service.tcp)) {
    if (list(rule.fields.route).length === 0) continue
    if (rule.matches === null) {
      chains.push(routed(compilation, client, target, rule, target.blocks, rule.at))
      return chains
    }
    const subnets: string[] = []
    for (const match of rule.matches) {
      if (!l4Applies(match, client, target.port.number)) continue
      const blocks = texts(match.fields.destinationSubnets)
      if (blocks.length === 0) {
        chains.push(routed(compilation, client, target, rule, target.blocks, match.at))
        return chains
      }
      subnets.push(...blocks)
    }
    if (subnets.length > 0) {
      chains.push(routed(compilation, client, target, rule, subnets, rule.at))
      if (sameSet(subnets, target.blocks)) return chains
    }
  }
  chains.push(unrouted(compilation, client, target, undefined))
  return chains
}

/**
 * One chain per match; the first of equal server names and subnets wins. Subnets of a match stay in force
 * for the matches behind it. Without any chain the service is reached by its own name, or by any where its
 * listener has its own address. Source: tls.go buildSidecarOutboundTLSFilterChainOpts.
 */
function tlsChains(
  compilation: Compilation,
  client: Client,
  target: L4Target,
  naming: readonly VirtualService[]
): FilterChain[] {
  const chains: FilterChain[] = []
  const seen = new Set<string>()
  let { blocks } = target
  for (const rule of naming.flatMap(service => service.tls)) {
    if (list(rule.fields.route).length === 0) continue
    for (const match of rule.matches ?? []) {
      if (!l4Applies(match, client, target.port.number)) continue
      const subnets = texts(match.fields.destinationSubnets)
      if (subnets.length > 0) blocks = subnets
      const names = texts(match.fields.sniHosts)
      const key = `${names.join(',')}|${subnets.join(',')}`
      if (seen.has(key)) continue
      seen.add(key)
      chains.push(routed(compilation, client, target, rule, blocks, match.at, names))
    }
  }
  if (chains.length > 0) return chains
  return [
    unrouted(compilation, client, { ...target, blocks }, ownNames(compilation, client, target))
  ]
}

/** Server names of a service whose listener it shares with others. */
function ownNames(
  compilation: Compilation,
  client: Client,
  { service, bind, blocks }: L4Target
): string[] | undefined {
  const address = addressOf(service)
  const shared =
    blocks.length > 0 ||
    address.includes('/') ||
    (address === UNSPECIFIED && bind === UNSPECIFIED) ||
    (isWildcard(service.host) && service.resolution === 'dynamic-dns')
  if (!shared) return undefined
  const { mesh } = compilation
  const names = [service.host]
  if (!mesh.features.has('external-name-alias')) return names
  for (const { host } of mesh.registry.aliasesOf(service.host)) {
    names.push(host, ...alternateNames(host, client.namespace, mesh))
  }
  return names
}

/** Unlike in HTTP, gateways, labels and namespace all count. Source: tls.go matchTCP, matchTLS. */
export function l4Applies(
  { fields }: Match,
  client: Pick<Client, 'labels' | 'namespace'>,
  port: number,
  gateway = 'mesh'
): boolean {
  const gateways = texts(fields.gateways)
  if (gateways.length > 0 && !gateways.includes(gateway)) return false
  if (!selects(textMap(fields.sourceLabels), client.labels)) return false
  const wanted = number(fields.port) ?? 0
  if (wanted !== 0 && wanted !== port) return false
  const namespace = filled(fields.sourceNamespace)
  return namespace === undefined || namespace === client.namespace
}

/** Destinations of a TCP or TLS rule; those of weight 0 are left out of several. Source: networkfilter.go. */
export function l4Destinations(
  client: Pick<Client, 'scope'>,
  rule: L4Rule,
  port: number
): WeightedCluster[] {
  const routes = list(rule.fields.route)
  const only = routes.length === 1
  return routes.flatMap((entry, index) => {
    const route = mapOrEmpty(entry)
    const weight = number(route.weight) ?? 0
    if (!only && weight <= 0) return []
    const at = { manifest: rule.at.manifest, path: [...rule.at.path, 'route', index] }
    const lookup = { service: (host: string) => client.scope.service(host), port }
    return {
      ...destinationCluster(mapOrEmpty(route.destination), lookup, at),
      weight: only ? 1 : weight
    }
  })
}

function routed(
  compilation: Compilation,
  client: Client,
  target: L4Target,
  rule: L4Rule,
  blocks: readonly string[],
  at: Place,
  names?: readonly string[]
): FilterChain {
  const destinations = l4Destinations(client, rule, target.port.number)
  const [first] = list(rule.fields.route)
  const destination = mapOrEmpty(mapOrEmpty(first).destination)
  const service = client.scope.service(text(destination.host) ?? '')
  const subset = list(rule.fields.route).length === 1 ? (text(destination.subset) ?? '') : ''
  return {
    name: '',
    match: chainMatch(names, blocks),
    tcp: destinations,
    ...hashing(compilation, client, service, subset),
    origins: [at],
    certainty: 'certain',
    assumptions: []
  }
}

function unrouted(
  compilation: Compilation,
  client: Client,
  { service, port, blocks }: L4Target,
  names: readonly string[] | undefined
): FilterChain {
  const number =
    service.ports.length === 1 ? (service.ports[0]?.number ?? port.number) : port.number
  const at = service.manifest === null ? null : { manifest: service.manifest, path: port.path }
  const assumptions: readonly Assumption[] = service.assumptions
  return {
    name: '',
    match: chainMatch(names, blocks),
    tcp: [
      {
        cluster: `outbound|${number}||${service.host}`,
        host: service.host,
        subset: '',
        port: number,
        weight: 1,
        at
      }
    ],
    ...hashing(compilation, client, service, ''),
    origins: at === null ? [] : [at],
    certainty: assumptions.length === 0 ? 'certain' : 'assumed',
    assumptions
  }
}

function hashing(
  compilation: Compilation,
  client: Client,
  service: Service | undefined,
  subset: string
): Pick<FilterChain, 'hashSourceIp'> {
  if (service === undefined) return {}
  const rule = compilation.destinationRule(client.namespace, client.labels, service)
  return hashesSource(rule, subset) ? { hashSourceIp: true } : {}
}

/** A server name `*` asks for nothing. Source: listener.go toFilterChainMatch. */
export function chainMatch(
  names: readonly string[] | undefined,
  blocks: readonly string[]
): ChainMatch {
  const sni = names === undefined || names.length === 0 || names.includes('*') ? undefined : names
  const destinations = blocks.filter(block => !block.startsWith(UNSPECIFIED))
  return {
    ...(sni === undefined ? {} : { sni: [...sni].sort() }),
    ...(destinations.length === 0 ? {} : { destinations: [...destinations].sort() })
  }
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join() === [...b].sort().join()
}
