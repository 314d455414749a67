import ipaddr from 'ipaddr.js'
import type { Dimension, Matcher, Row, Table } from '../../decision/table.ts'
import { UNSPECIFIED } from '../../mesh/service.ts'
import type { FilterChain, Listener } from '../config.ts'

/** What the first bytes of a connection show: TLS, Istio's own mutual TLS, plaintext HTTP, anything else. */
export const openings = ['bytes', 'http', 'tls', 'mtls'] as const

export type Opening = (typeof openings)[number]

/** What a proxy does with a connection before a byte of it is routed. */
export type ConnectionAction =
  | { readonly kind: 'chain'; readonly chain: FilterChain }
  /** No filter chain takes it, or nothing listens. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'refused'; readonly listener: Listener }
  /** What decides is not known. */
  | { readonly kind: 'unknown'; readonly listener: Listener }

/** What a row comes from; `listener` is null where nothing listens. */
export interface ConnectionOrigin {
  readonly listener: Listener | null
  readonly chain: FilterChain | null
}

export interface LowerConnections {
  /** Listeners of one port. */
  readonly listeners: readonly Listener[]
  /** What takes connections that none of them takes; null: nothing. */
  readonly rest: Listener | null
  /** Addresses whose connections are not asked about: they do not exist in the table. */
  readonly without: readonly string[]
  readonly openings: readonly Opening[]
}

/**
 * The listeners of one port as an ordered table over the address that was dialled, the first bytes and the server
 * name. Envoy narrows by address, name, transport and protocol and never goes back, so every group of rows is closed
 * by one that says what becomes of the rest of it. Source: Envoy filter_chain_manager_impl.cc findFilterChain.
 */
export function lowerConnections({
  listeners,
  rest,
  without,
  openings: allowed
}: LowerConnections): Table<ConnectionAction> {
  const rows: Row<ConnectionAction>[] = []
  const open = listeners.find(({ address }) => isOpen(address)) ?? rest
  for (const listener of listeners) {
    if (isOpen(listener.address)) continue
    rows.push(...listenerRows(listener, blockOf(listener.address), allowed))
  }
  if (open === null) rows.push(row({}, { kind: 'reset' }, { listener: null, chain: null }))
  else rows.push(...listenerRows(open, null, allowed))
  const impossible: Record<string, Matcher>[] = [
    { sni: { is: 'present' }, speaks: anyOf(allowed.filter(one => !isTls(one))) }
  ]
  if (without.length > 0) {
    impossible.push({ to: { is: 'any', of: without.map(address => cidr(blockOf(address))) } })
  }
  return { dimensions: dimensions(allowed), rows, otherwise: { kind: 'reset' }, impossible }
}

export function isOpen(address: string): boolean {
  return address === UNSPECIFIED || address === '::'
}

function dimensions(allowed: readonly Opening[]): Dimension[] {
  return [
    { name: 'to', theory: 'ip', optional: false, multiple: false },
    {
      name: 'speaks',
      theory: 'enumeration',
      values: [...allowed],
      optional: false,
      multiple: false
    },
    {
      name: 'sni',
      theory: 'string',
      optional: true,
      multiple: false,
      // Envoy folds names: they are lower case. A host name has no empty label in front (RFC 1123 section 2.1).
      domain: { is: 'regex', value: '[!-\\-/-@\\[-~][!-@\\[-~]*' }
    }
  ]
}

type When = Record<string, Matcher>

function row(
  when: When,
  action: ConnectionAction,
  origin: ConnectionOrigin
): Row<ConnectionAction> {
  return { when, action, origin }
}

function listenerRows(
  listener: Listener,
  own: string | null,
  allowed: readonly Opening[]
): Row<ConnectionAction>[] {
  const within: When = own === null ? {} : { to: cidr(own) }
  if (listener.refused !== undefined) {
    return [row(within, { kind: 'refused', listener }, { listener, chain: null })]
  }
  if (listener.filterChains.some(chain => chain.certainty === 'unknown')) {
    return [row(within, { kind: 'unknown', listener }, { listener, chain: null })]
  }
  const rows: Row<ConnectionAction>[] = []
  const blocks = new Map<string, FilterChain[]>()
  for (const chain of listener.filterChains) {
    for (const written of chain.match.destinations ?? []) {
      const block = blockOf(written)
      const known = blocks.get(block)
      if (known === undefined) blocks.set(block, [chain])
      else if (!known.includes(chain)) known.push(chain)
    }
  }
  for (const block of [...blocks.keys()].sort(narrowFirst)) {
    const to = cidr(block)
    const when = own === null ? { to } : { to: { is: 'all', of: [cidr(own), to] } as const }
    rows.push(...namedRows(listener, blocks.get(block) ?? [], when, allowed))
  }
  const others = listener.filterChains.filter(chain => chain.match.destinations === undefined)
  rows.push(...namedRows(listener, others, within, allowed))
  return rows
}

/** By server name: exact ones, wildcards from the longest, then chains that ask for none. */
function namedRows(
  listener: Listener,
  chains: readonly FilterChain[],
  within: When,
  allowed: readonly Opening[]
): Row<ConnectionAction>[] {
  const rows: Row<ConnectionAction>[] = []
  const names = new Map<string, FilterChain[]>()
  for (const chain of chains) {
    for (const written of chain.match.sni ?? []) {
      const name = written.toLowerCase()
      const known = names.get(name)
      if (known === undefined) names.set(name, [chain])
      else if (!known.includes(chain)) known.push(chain)
    }
  }
  const tls = allowed.filter(isTls)
  for (const name of [...names.keys()].sort(specificFirst)) {
    const sni: Matcher = name.startsWith('*.')
      ? { is: 'suffix', value: name.slice(1) }
      : { is: 'exact', value: name }
    rows.push(...openingRows(listener, names.get(name) ?? [], { ...within, sni }, tls))
  }
  const others = chains.filter(chain => chain.match.sni === undefined)
  rows.push(...openingRows(listener, others, within, allowed))
  return rows
}

/** By what the first bytes show, each opening answered; equal answers in one row. */
function openingRows(
  listener: Listener,
  chains: readonly FilterChain[],
  within: When,
  allowed: readonly Opening[]
): Row<ConnectionAction>[] {
  const answers = new Map<FilterChain | null, Opening[]>()
  for (const opening of allowed) {
    const found = chosen(chains, opening) ?? listener.defaultChain ?? null
    // What is no TLS ends with the handshake.
    const chain = found?.tls === undefined || isTls(opening) ? found : null
    answers.set(chain, [...(answers.get(chain) ?? []), opening])
  }
  return [...answers].map(([chain, taken]) => {
    const when = taken.length === allowed.length ? within : { ...within, speaks: anyOf(taken) }
    const action: ConnectionAction = chain === null ? { kind: 'reset' } : { kind: 'chain', chain }
    return row(when, action, { listener, chain })
  })
}

function chosen(chains: readonly FilterChain[], opening: Opening): FilterChain | undefined {
  const transport = isTls(opening) ? 'tls' : 'raw_buffer'
  const asking = chains.filter(({ match }) => match.transport === transport)
  const left = asking.length > 0 ? asking : chains.filter(one => one.match.transport === undefined)
  const shown = opening === 'http' ? 'http/1.1' : opening === 'mtls' ? 'istio' : ''
  return (
    left.find(({ match }) => match.alpn?.includes(shown)) ??
    left.find(({ match }) => match.alpn === undefined)
  )
}

function isTls(opening: Opening): boolean {
  return opening === 'tls' || opening === 'mtls'
}

function anyOf(values: readonly string[]): Matcher {
  return { is: 'any', of: values.map(value => ({ is: 'exact', value })) }
}

function cidr(value: string): Matcher {
  return { is: 'cidr', value }
}

/** An address or block as a block, without the bits that do not count. */
function blockOf(written: string): string {
  const whole = written.includes('/') ? written : `${written}/${written.includes(':') ? 128 : 32}`
  if (!ipaddr.isValidCIDR(whole)) return whole
  const [, bits] = ipaddr.parseCIDR(whole)
  const network = whole.includes(':')
    ? ipaddr.IPv6.networkAddressFromCIDR(whole)
    : ipaddr.IPv4.networkAddressFromCIDR(whole)
  return `${network.toString()}/${bits}`
}

function narrowFirst(a: string, b: string): number {
  return bits(b) - bits(a) || (a < b ? -1 : 1)
}

function bits(block: string): number {
  return Number(block.slice(block.indexOf('/') + 1))
}

function specificFirst(a: string, b: string): number {
  const wild = Number(a.startsWith('*.')) - Number(b.startsWith('*.'))
  return wild || b.length - a.length || (a < b ? -1 : 1)
}
