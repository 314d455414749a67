import ipaddr from 'ipaddr.js'
import type { FilterChain, Listener } from './config.ts'

/** What a connection shows before anything is decided. */
export interface Connection {
  /** The address that was dialled. */
  readonly address: string
  readonly sni: string
  readonly transport: 'tls' | 'raw_buffer'
  /** Offered by the client, or found by the HTTP inspector. */
  readonly alpn: readonly string[]
}

/**
 * Envoy's choice of a filter chain: by address, server name, transport, protocol, each narrowing what the
 * one before left; there is no way back. Source: Envoy filter_chain_manager_impl.cc.
 */
export function chooseChain(listener: Listener, connection: Connection): FilterChain | undefined {
  let chains = byAddress(listener.filterChains, connection.address)
  chains = byServerName(chains, connection.sni)
  chains = narrow(
    chains,
    chain => chain.match.transport,
    value => value === connection.transport
  )
  chains = narrow(
    chains,
    chain => chain.match.alpn,
    value => value.some(name => connection.alpn.includes(name))
  )
  return chains[0] ?? listener.defaultChain
}

/** Those that ask and are satisfied, else those that do not ask. */
function narrow<Value>(
  chains: readonly FilterChain[],
  asked: (chain: FilterChain) => Value | undefined,
  satisfied: (value: Value) => boolean
): readonly FilterChain[] {
  const asking = chains.filter(chain => {
    const value = asked(chain)
    return value !== undefined && satisfied(value)
  })
  return asking.length > 0 ? asking : chains.filter(chain => asked(chain) === undefined)
}

interface ByAddress {
  readonly asking: readonly FilterChain[]
  readonly silent: readonly FilterChain[]
}

/** A gateway can have a chain for each of thousands of servers, and each witness asks for one. */
const addresses = new WeakMap<readonly FilterChain[], ByAddress>()

function addressesOf(chains: readonly FilterChain[]): ByAddress {
  const found = addresses.get(chains) ?? {
    asking: chains.filter(chain => chain.match.destinations !== undefined),
    silent: chains.filter(chain => chain.match.destinations === undefined)
  }
  addresses.set(chains, found)
  return found
}

function byAddress(chains: readonly FilterChain[], address: string): readonly FilterChain[] {
  const { asking, silent } = addressesOf(chains)
  let best: FilterChain[] = []
  let length = -1
  for (const chain of asking) {
    for (const block of chain.match.destinations ?? []) {
      const bits = coveredBits(block, address)
      if (bits < length || bits < 0) continue
      if (bits > length) best = []
      length = bits
      if (!best.includes(chain)) best.push(chain)
    }
  }
  return length >= 0 ? best : silent
}

/** Length of the block where it covers the address, else -1. */
function coveredBits(block: string, address: string): number {
  if (!ipaddr.isValid(address)) return -1
  const written = block.includes('/') ? block : `${block}/${block.includes(':') ? 128 : 32}`
  if (!ipaddr.isValidCIDR(written)) return -1
  const parsed = ipaddr.parse(address)
  const [network, bits] = ipaddr.parseCIDR(written)
  if (parsed.kind() !== network.kind()) return -1
  return parsed.match([network, bits] as never) ? bits : -1 // both of one kind, checked above
}

interface ByServerName {
  readonly asking: ReadonlyMap<string, readonly FilterChain[]>
  readonly silent: readonly FilterChain[]
}

const serverNames = new WeakMap<readonly FilterChain[], ByServerName>()

function serverNamesOf(chains: readonly FilterChain[]): ByServerName {
  const known = serverNames.get(chains)
  if (known !== undefined) return known
  const asking = new Map<string, FilterChain[]>()
  const silent: FilterChain[] = []
  for (const chain of chains) {
    if (chain.match.sni === undefined) silent.push(chain)
    for (const name of new Set(chain.match.sni?.map(one => one.toLowerCase()))) {
      const own = asking.get(name)
      if (own === undefined) asking.set(name, [chain])
      else own.push(chain)
    }
  }
  const found = { asking, silent }
  serverNames.set(chains, found)
  return found
}

function byServerName(chains: readonly FilterChain[], sni: string): readonly FilterChain[] {
  const name = sni.toLowerCase()
  const { asking, silent } = serverNamesOf(chains)
  if (name !== '') {
    const exact = asking.get(name)
    if (exact !== undefined) return exact
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      const wild = asking.get(`*${name.slice(dot)}`)
      if (wild !== undefined) return wild
    }
  }
  return silent
}
