/** Who may see an object: everybody, nobody, or the named namespaces. */
export type Visibility = 'public' | 'none' | ReadonlySet<string>

/**
 * `*` anywhere is public and `~` anywhere (without `*`) is nobody; `.` is the object's own namespace.
 * An empty list takes the mesh's default. Source: pilot model/push_context.go initServiceRegistry,
 * initVirtualServices.
 */
export function visibility(
  exportTo: readonly string[],
  namespace: string,
  fallback: readonly string[]
): Visibility {
  const entries = exportTo.length > 0 ? exportTo : fallback
  if (entries.includes('*')) return 'public'
  if (entries.includes('~')) return 'none'
  return new Set(entries.map(entry => (entry === '.' ? namespace : entry)))
}

export function isVisible(to: Visibility, namespace: string): boolean {
  if (to === 'public') return true
  if (to === 'none') return false
  return to.has(namespace)
}

/** Seen in its own namespace by name, which puts an object before public ones. */
export function isPrivateTo(to: Visibility, namespace: string): boolean {
  return to !== 'public' && to !== 'none' && to.has(namespace)
}

/** A list of exportTo as a key: order and repetition do not count, but `.` and the own name differ. */
export function writtenExportTo(entries: readonly string[]): string {
  return [...new Set(entries)].sort().join(',')
}
