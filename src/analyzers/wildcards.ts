import { isWildcard } from '../mesh/host.ts'
import { put } from './pods.ts'

/** Looks a host up among patterns: what stands under every `*suffix` that takes it, the longest first. */
export function wildcardIndex<Value>(
  entries: Iterable<readonly [pattern: string, value: Value]>
): (host: string) => readonly Value[] {
  const bySuffix = new Map<string, Value[]>()
  for (const [pattern, value] of entries) {
    if (isWildcard(pattern)) put(bySuffix, pattern.slice(1), value)
  }
  return host => {
    const found: Value[] = []
    if (bySuffix.size === 0) return found
    // `*.example.com` takes `*.shop.example.com`: its star is any character.
    for (let at = isWildcard(host) ? 1 : 0; at <= host.length; at++) {
      found.push(...(bySuffix.get(host.slice(at)) ?? []))
    }
    return found
  }
}
