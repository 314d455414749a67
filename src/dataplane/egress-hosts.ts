import type { Features } from '../mesh/features.ts'
import { isSubset, isWildcard, overlaps } from '../mesh/host.ts'

/** What a Sidecar's egress `hosts` import, by namespace. */
export interface EgressHosts {
  /** Every host of every namespace: nothing to ask. */
  readonly everything: boolean
  /** The namespaces that something is imported from, each once; `null`: any. */
  readonly namespaces: readonly string[] | null
  importsService(namespace: string, host: string): boolean
  /** A VirtualService comes whole when one of its hosts is imported. */
  importsVirtualService(namespace: string, hosts: readonly string[], exactly: boolean): boolean
}

interface Names {
  readonly exact: Set<string>
  readonly all: string[]
  readonly excluded: string[]
}

/** Source: pilot model/sidecar.go convertIstioListenerToWrapper, hostClassification. */
export function egressHosts(
  entries: readonly string[],
  namespace: string,
  features: Features
): EgressHosts {
  const byNamespace = new Map<string, Names>()
  for (const entry of entries) {
    const parts = entry.split('/')
    const [prefix, host] = parts
    if (parts.length !== 2 || prefix === undefined || host === undefined) continue
    const excludes = prefix.startsWith('~') && features.has('sidecar-host-exclusion')
    let owner = excludes ? prefix.slice(1) : prefix
    if (excludes && owner === '') owner = '*'
    if (owner === '.') owner = namespace
    let names = byNamespace.get(owner)
    if (names === undefined) {
      names = { exact: new Set(), all: [], excluded: [] }
      byNamespace.set(owner, names)
    }
    if (excludes) {
      names.excluded.push(host)
      continue
    }
    if (!isWildcard(host)) names.exact.add(host)
    names.all.push(host)
  }
  const anywhere = byNamespace.get('*')
  const everything =
    anywhere?.all.includes('*') === true &&
    [...byNamespace.values()].every(names => names.excluded.length === 0)
  const excluded = (owner: string, host: string): boolean =>
    [byNamespace.get(owner), anywhere].some(names =>
      names?.excluded.some(pattern => isSubset(host, pattern))
    )
  return {
    everything,
    namespaces: anywhere === undefined ? [...byNamespace.keys()] : null,
    importsService(owner, host) {
      if (everything) return true
      if (excluded(owner, host)) return false
      return [byNamespace.get(owner), anywhere].some(
        names => names !== undefined && covers(names, host, isSubset)
      )
    },
    importsVirtualService(owner, hosts, exactly) {
      if (everything) return true
      const test = exactly ? isSubset : overlaps
      return [byNamespace.get(owner), anywhere].some(
        names =>
          names !== undefined &&
          hosts.some(host => covers(names, host, test) && !excluded(owner, host))
      )
    }
  }
}

function covers(
  names: Names,
  host: string,
  test: (host: string, pattern: string) => boolean
): boolean {
  if (names.exact.has(host)) return true
  const wild = isWildcard(host)
  return names.all.some(pattern => (wild || isWildcard(pattern)) && test(host, pattern))
}
