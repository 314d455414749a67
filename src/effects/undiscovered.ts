import type { UnknownDraft } from '../finding.ts'
import { isDiscovered } from '../mesh/discovery.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { sameJson } from './manifest-change.ts'
import { listWords } from './words.ts'

/** More namespaces than this are said by their number. */
const namedNamespaces = 3

/** Namespaces that changed discoverySelectors may take from istiod or give to it, by labels that git does not hold. */
export function undiscovered(base: Mesh, head: Mesh): UnknownDraft[] {
  const selectors = ({ config }: Mesh) => config.raw.discoverySelectors ?? null
  if (sameJson(selectors(base), selectors(head))) return []
  const isOpen = (namespace: string) =>
    base.discovers(namespace) !== head.discovers(namespace) &&
    [base, head].some(mesh => mesh.discovers(namespace) === undefined)
  const open = (namespace: string) =>
    isOpen(namespace) || (isUndecided(base, namespace) && isUndecided(head, namespace))
  const held = new Set([...watchedIn(base), ...watchedIn(head)])
  const all = [...held].sort().filter(open)
  if (all.length === 0) return []
  const named = all.slice(0, namedNamespaces)
  if (all.length > named.length) named.push(`${all.length - named.length} more namespaces`)
  const at = head.config.at ?? base.config.at
  return [
    {
      reason: 'field',
      message: `whether istiod watches ${listWords(named)}: discoverySelectors changed, and labels that git does not hold decide; what the objects there do is compared as if it did`,
      subject: at?.manifest.ref ?? null,
      at
    }
  ]
}

/** Namespaces that hold objects which istiod sees only where it watches. */
function* watchedIn({ manifests, features }: Mesh): Generator<string> {
  const scopes = features.has('enhanced-resource-scoping')
  for (const one of manifests) if (isDiscovered(one, scopes)) yield one.ref.namespace
}

function isUndecided(mesh: Mesh, namespace: string): boolean {
  return mesh.discovers(namespace) === undefined
}
