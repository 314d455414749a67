import { isWildcard } from '../mesh/host.ts'

/** Which of many host patterns share a name with one, without asking each of them. */
export interface HostIndex {
  /** Places of the patterns in question, each once, in no order. */
  meeting(pattern: string): ReadonlySet<number>
}

/**
 * Patterns by place; one place may have several. Exact names and wildcards of whole labels (`*.shop.example.com`) are
 * found by their suffixes, others (`*-x.example.com`) are asked each: a wildcard matches by plain suffix
 * (pkg/config/host/name.go).
 */
export function hostIndex(places: Iterable<readonly [number, readonly string[]]>): HostIndex {
  const exact = new Map<string, number[]>()
  const wild = new Map<string, number[]>()
  /** Every pattern under each of its label suffixes: `a.b.c` under `.b.c` and `.c`. */
  const under = new Map<string, number[]>()
  const odd: (readonly [number, string])[] = []
  const every = new Set<number>()
  for (const [place, patterns] of places) {
    for (const pattern of patterns) {
      every.add(place)
      const isWild = isWildcard(pattern)
      if (isWild && pattern !== '*' && pattern[1] !== '.') {
        odd.push([place, pattern])
        continue
      }
      put(isWild ? wild : exact, pattern, place)
      for (const suffix of suffixes(pattern)) put(under, suffix, place)
    }
  }
  return {
    meeting(pattern) {
      if (pattern === '*') return every
      const found = new Set(wild.get('*'))
      const isWild = isWildcard(pattern)
      if (isWild && pattern[1] !== '.') return every
      for (const suffix of suffixes(pattern)) {
        for (const place of wild.get(`*${suffix}`) ?? []) found.add(place)
      }
      const narrower = isWild ? under.get(pattern.slice(1)) : exact.get(pattern)
      for (const place of narrower ?? []) found.add(place)
      for (const [place, other] of odd) {
        if (isWild || pattern.endsWith(other.slice(1))) found.add(place)
      }
      return found
    }
  }
}

/** From the first dot on, from the second, …: of `*.b.c` both `.b.c` and `.c`. */
function* suffixes(pattern: string): Iterable<string> {
  for (let dot = pattern.indexOf('.'); dot >= 0; dot = pattern.indexOf('.', dot + 1)) {
    yield pattern.slice(dot)
  }
}

function put(index: Map<string, number[]>, key: string, place: number): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [place])
  else known.push(place)
}
