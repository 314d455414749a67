/**
 * The algebra of host names. A wildcard begins with `*` and matches by plain suffix, not label by label.
 * Case counts; callers fold where Istio folds. Source: istio pkg/config/host/name.go, names.go.
 */

export function isWildcard(host: string): boolean {
  return host.startsWith('*')
}

/** Do the two patterns share a name? Either side may be the wildcard. */
export function overlaps(a: string, b: string): boolean {
  const wildA = isWildcard(a)
  const wildB = isWildcard(b)
  if (wildA && wildB) {
    return a.length < b.length ? b.endsWith(a.slice(1)) : a.endsWith(b.slice(1))
  }
  if (wildA) return b.endsWith(a.slice(1))
  if (wildB) return a.endsWith(b.slice(1))
  return a === b
}

/** Is every name of `a` a name of `b`? */
export function isSubset(a: string, b: string): boolean {
  const wildA = isWildcard(a)
  const wildB = isWildcard(b)
  if (wildA && wildB) return a.length >= b.length && a.slice(1).endsWith(b.slice(1))
  if (wildA) return false
  if (wildB) return a.endsWith(b.slice(1))
  return a === b
}

/** For each pair that overlaps the narrower pattern, without repetition. Source: host.Names.Intersection. */
export function intersection(first: readonly string[], second: readonly string[]): string[] {
  const result = new Set<string>()
  for (const a of first) {
    for (const b of second) {
      if (isSubset(a, b)) result.add(a)
      else if (isSubset(b, a)) result.add(b)
    }
  }
  return [...result]
}

/** The entries that a configuration of `namespace` may use, without their `ns/` prefix. */
export function namesForNamespace(hosts: readonly string[], namespace: string): string[] {
  const result: string[] = []
  for (const host of hosts) {
    const slash = host.indexOf('/')
    if (slash < 0) {
      result.push(host)
      continue
    }
    const owner = host.slice(0, slash)
    if (owner === namespace || owner === '*') result.push(host.slice(slash + 1))
  }
  return result
}

/** Compares wildcards as the most specific search does: the longer one first, then by name. */
export function bySpecificity(a: string, b: string): number {
  if (a.length !== b.length) return b.length - a.length
  return a < b ? -1 : a > b ? 1 : 0
}

const IP_LITERAL = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$/

/**
 * A name without a dot is a Service of the object's own namespace; `*`, addresses and names with a
 * dot stay. Source: model.ResolveShortnameToFQDN.
 */
export function qualify(name: string, namespace: string, domain: string): string {
  if (name === '' || name === '*' || name.includes('.') || IP_LITERAL.test(name)) return name
  return namespace === '' ? `${name}.svc.${domain}` : `${name}.${namespace}.svc.${domain}`
}

/** Name and namespace of a Kubernetes Service from its full host name, else `null`. */
export function kubernetesService(
  host: string,
  domain: string
): { name: string; namespace: string } | null {
  const suffix = `.svc.${domain}`
  if (!host.endsWith(suffix)) return null
  const parts = host.slice(0, -suffix.length).split('.')
  const [name, namespace] = parts
  if (parts.length !== 2 || name === undefined || namespace === undefined) return null
  if (name === '' || namespace === '' || name.startsWith('*')) return null
  return { name, namespace }
}
