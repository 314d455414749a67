import type { Place } from '../finding.ts'
import { isAssumedAddress } from '../mesh/assumed-address.ts'
import { isHttp, type Protocol, parseProtocol } from '../mesh/protocol.ts'
import { addressOf, type Service, type ServicePort, UNSPECIFIED } from '../mesh/service.ts'
import type { Client } from './client.ts'
import type { Compilation } from './compilation.ts'
import type { FilterChain, Listener } from './config.ts'
import type { EgressListener } from './egress-listener.ts'
import { podAddresses } from './endpoints.ts'
import { httpChain } from './http-chain.ts'
import { type Conflict, conflictOf, type Entry, joinChains, toListener } from './listener-merge.ts'
import { l4Chains } from './tcp-chains.ts'

/**
 * Outbound listeners of a sidecar. HTTP ports of all services share `0.0.0.0:port`; a TCP or sniffed port
 * listens on the service's address. Several protocols on one address and port share a listener by what the
 * first bytes show, as far as they can be told apart; else the first service keeps it.
 * `services` gives those of an egress entry, all or only those with some port.
 * Source: pilot networking/core/listener.go buildSidecarOutboundListeners.
 */
export function outboundListeners(
  compilation: Compilation,
  client: Client,
  services: (listener: EgressListener) => readonly Service[],
  wanted: (port: number) => boolean
): Listener[] {
  const entries = new Map<string, Entry>()
  for (const listener of client.scope.listeners) {
    if (listener.port === null) {
      for (const entry of entries.values()) entry.locked = true
      for (const service of services(listener)) {
        for (const port of service.ports) {
          if (!wanted(port.number)) continue
          for (const bind of bindsOf(compilation, client, listener, service, port)) {
            place(compilation, client, listener, entries, { service, port, bind })
          }
        }
      }
      continue
    }
    if (!wanted(listener.port.number)) continue
    const port: ServicePort = {
      number: listener.port.number,
      name: '',
      protocol: parseProtocol(listener.port.protocol),
      targetPort: null,
      path: []
    }
    for (const service of services(listener)) {
      place(compilation, client, listener, entries, { service, port, bind: ownBind(listener) })
    }
  }
  return [...entries.values()].map(entry => toListener(client.scope, entry))
}

interface Placed {
  readonly service: Service
  readonly port: ServicePort
  /** `''`: the protocol decides. */
  readonly bind: string
}

/** `bind` of an egress entry; without capture its listener is on loopback. */
function ownBind(listener: EgressListener): string {
  if (listener.bind !== '') return listener.bind
  return listener.captureMode === 'NONE' ? '127.0.0.1' : ''
}

/** Headless services of TCP and unknown ports listen on each pod's address; a pod has no listener for itself. */
function bindsOf(
  compilation: Compilation,
  client: Client,
  listener: EgressListener,
  service: Service,
  port: ServicePort
): readonly string[] {
  const bind = ownBind(listener)
  const byPod =
    bind === '' &&
    service.resolution === 'passthrough' &&
    addressOf(service) === UNSPECIFIED &&
    !isHttp(port.protocol) &&
    port.protocol !== 'UDP'
  if (!byPod) return [bind]
  const { addresses, hasEndpoints } = podAddresses(compilation, service, port)
  if (!hasEndpoints && service.podAddress !== undefined) return [service.podAddress]
  if (!hasEndpoints && service.registry === 'External' && service.selector === null) return [bind]
  return addresses.filter(address => !client.addresses.includes(address))
}

function place(
  compilation: Compilation,
  client: Client,
  listener: EgressListener,
  entries: Map<string, Entry>,
  placed: Placed
): void {
  const { service, port } = placed
  const { protocol } = port
  if (service.resolution === 'alias' || protocol === 'UDP') return
  const address = addressOf(service)
  const isBlock = address.includes('/')
  const http = isHttp(protocol)
  const bind = placed.bind !== '' ? placed.bind : http || isBlock ? UNSPECIFIED : address
  const key = `${bind} ${port.number}`
  const current = entries.get(key)
  if (current?.locked === true) return
  const conflict = current === undefined ? 'none' : conflictOf(protocol, current.protocol)
  if (conflict === 'keep') return
  if (current !== undefined && !mayShare(protocol, current.protocol)) {
    current.lost.push({ at: placeOf(placed), reason: `${current.protocol} is there already` })
    return
  }
  const chains = chainsOf(compilation, client, listener, placed, bind, isBlock ? [address] : [])
  settle(
    entries,
    key,
    current,
    conflict,
    {
      bind,
      owner: isAssumedAddress(bind) ? service.host : undefined,
      port: port.number,
      // HTTP on the wildcard address is told apart from other bytes, so more may join it.
      protocol: http && protocol !== 'HTTP_PROXY' && bind === UNSPECIFIED ? 'auto' : protocol,
      chains,
      locked: false,
      lost: []
    },
    placed
  )
}

function chainsOf(
  compilation: Compilation,
  client: Client,
  listener: EgressListener,
  { service, port }: Placed,
  bind: string,
  blocks: readonly string[]
): FilterChain[] {
  const name =
    port.protocol === 'auto' && bind !== UNSPECIFIED
      ? `${service.host}:${port.number}`
      : String(port.number)
  const { protocol } = port
  if (protocol === 'HTTP_PROXY') return [httpChain(name, false, service, port)]
  if (isHttp(protocol)) return [httpChain(name, bind === UNSPECIFIED, service, port)]
  const target = { service, port, bind, blocks, virtualServices: listener.virtualServices }
  const chains = unsure(l4Chains(compilation, client, target), bind)
  if (protocol === 'auto') chains.push(httpChain(name, true, service, port))
  return chains
}

/** Where subnets decide about an address that git does not hold, nobody can tell. */
function unsure(chains: FilterChain[], bind: string): FilterChain[] {
  const asks = chains.some(chain => chain.match.destinations !== undefined)
  if (!asks || !isAssumedAddress(bind)) return chains
  return chains.map(chain => ({ ...chain, certainty: 'unknown' }))
}

function settle(
  entries: Map<string, Entry>,
  key: string,
  current: Entry | undefined,
  conflict: Conflict,
  made: Entry,
  placed: Placed
): void {
  if (current === undefined || conflict === 'replace') {
    entries.set(key, made)
    return
  }
  const lost = joinChains(current, made.chains)
  for (const reason of lost) current.lost.push({ at: placeOf(placed), reason })
  if (conflict === 'join-as-auto') current.protocol = 'auto'
}

/** Null for a service that is only assumed: git has no line for it. */
function placeOf({ service, port }: Placed): Place | null {
  const { manifest } = service
  return manifest === null ? null : { manifest, path: port.path }
}

/** Databases that speak first share with their own kind alone. Source: listener.go isConflictWithWellKnownPort. */
function mayShare(incoming: Protocol, existing: Protocol): boolean {
  const firstSpeakers: readonly Protocol[] = ['Mongo', 'MySQL']
  const speaks = firstSpeakers.includes(incoming) || firstSpeakers.includes(existing)
  return !speaks || incoming === existing
}
