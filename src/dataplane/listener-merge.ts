import type { Place } from '../finding.ts'
import { isHttp, type Protocol } from '../mesh/protocol.ts'
import { UNSPECIFIED } from '../mesh/service.ts'
import { passthroughChain } from './catch-all.ts'
import type { FilterChain, Listener } from './config.ts'
import { refusedListener } from './refused-listener.ts'
import type { Scope } from './scope.ts'

/** A listener while services are put on it. */
export interface Entry {
  readonly bind: string
  /** Whose address it is, where git does not hold the address. */
  readonly owner?: string | undefined
  readonly port: number
  protocol: Protocol
  readonly chains: FilterChain[]
  /** Made by an egress entry with a port of its own: later entries may not add to it. */
  locked: boolean
  readonly lost: { at: Place | null; reason: string }[]
}

/** What happens where a listener is there already. */
export type Conflict = 'none' | 'keep' | 'replace' | 'join' | 'join-as-auto'

/** Source: pilot networking/core/listener.go buildSidecarOutboundListener. */
export function conflictOf(incoming: Protocol, existing: Protocol): Conflict {
  const was = kindOf(existing)
  switch (kindOf(incoming)) {
    case 'http':
      return was === 'tcp' ? 'join-as-auto' : 'keep'
    case 'tcp':
      return was === 'http' ? 'join-as-auto' : 'join'
    case 'auto':
      if (was === 'http') return 'replace'
      return was === 'tcp' ? 'join-as-auto' : 'keep'
  }
}

function kindOf(protocol: Protocol): 'http' | 'tcp' | 'auto' {
  if (isHttp(protocol)) return 'http'
  return protocol === 'auto' ? 'auto' : 'tcp'
}

/** Adds the chains whose match nobody has yet; says why others are lost. Source: listener.go mergeTCPFilterChains. */
export function joinChains(entry: Entry, incoming: readonly FilterChain[]): string[] {
  const taken = takenBy(entry)
  const lost: string[] = []
  for (const chain of incoming) {
    const key = matchKey(chain)
    if (taken.has(key)) {
      lost.push('an older service has the same match on this address and port')
      continue
    }
    taken.add(key)
    entry.chains.push(chain)
  }
  return lost
}

const takenMatches = new WeakMap<Entry, Set<string>>()

/** Thousands of services may join one entry: their matches are read once. Joining alone adds chains to an entry. */
function takenBy(entry: Entry): Set<string> {
  const known = takenMatches.get(entry)
  if (known !== undefined) return known
  const keys = new Set(entry.chains.map(matchKey))
  takenMatches.set(entry, keys)
  return keys
}

function matchKey({ match }: FilterChain): string {
  const { sni, destinations, transport, alpn } = match
  return [sni?.join() ?? '', destinations?.join() ?? '', transport ?? '', alpn?.join() ?? ''].join(
    '|'
  )
}

function matchesAll({ match }: FilterChain): boolean {
  return Object.keys(match).length === 0
}

/**
 * Chains that match everything become the default (the last one counts); without one, unknown bytes take
 * the way of unknown hosts. Source: listener.go buildListenerFromEntry.
 */
export function toListener(scope: Scope, entry: Entry): Listener {
  const chains = entry.chains.filter(chain => !matchesAll(chain))
  const open = entry.chains.filter(matchesAll).at(-1)
  const only = chains.length === 0 && open !== undefined
  const fallback = only ? undefined : (open ?? passthroughChain(scope, 'PassthroughFilterChain'))
  return {
    name: `${entry.owner ?? entry.bind}_${entry.port}`,
    address: entry.bind === '' ? UNSPECIFIED : entry.bind,
    port: entry.port,
    filterChains: only ? [open] : chains,
    ...(fallback === undefined ? {} : { defaultChain: fallback }),
    sniffs: entry.chains.some(chain => chain.match.alpn !== undefined),
    lost: entry.lost,
    refused: refusedListener(chains)
  }
}
