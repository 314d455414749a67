import type { FilterChain, Listener } from './config.ts'

/**
 * Envoy refuses a listener of which two filter chains match the same connections, and a server name whose
 * wildcard is not a whole label. Source: Envoy filter_chain_manager_impl.cc addFilterChains.
 */
export function refusedListener(chains: readonly FilterChain[]): Listener['refused'] {
  const seen = new Map<string, FilterChain>()
  for (const chain of chains) {
    const at = chain.origins[0]
    if (at === undefined) continue
    const partial = chain.match.sni?.find(name => /^\*(?!\.)/.test(name) || name.includes('*', 1))
    if (partial !== undefined) {
      return { reason: `${partial} is no server name that Envoy takes`, at }
    }
    for (const key of combinations(chain)) {
      const other = seen.get(key)
      if (other !== undefined && other !== chain) return { reason: overlap(chain), at }
      seen.set(key, chain)
    }
  }
  return undefined
}

function* combinations({ match }: FilterChain): Iterable<string> {
  for (const destination of match.destinations ?? ['']) {
    for (const name of match.sni ?? ['']) {
      for (const protocol of match.alpn ?? ['']) {
        yield [destination, name.toLowerCase(), match.transport ?? '', protocol].join(' ')
      }
    }
  }
}

function overlap({ match }: FilterChain): string {
  const names = match.sni === undefined ? '' : ` for ${match.sni.join(', ')}`
  return `two filter chains${names} take the same connections`
}
