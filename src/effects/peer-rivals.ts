import { describeRef, type UnknownDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { mapOrEmpty, textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { createdAt, refKey } from '../mesh/order.ts'
import { isEmptySelector, type Labels } from '../mesh/selector.ts'
import { sameJson } from './manifest-change.ts'
import type { SecurityContext } from './security-context.ts'
import { listWords } from './words.ts'

/**
 * PeerAuthentications of one level of which only the oldest counts, where git does not say which that is and
 * one of them changed. They are compared as if the first by name were the oldest.
 */
export function peerRivals({ base, head, changes }: SecurityContext): UnknownDraft[] {
  const changed = new Set<string>()
  for (const { base: before, head: after, equal } of changes) {
    const manifest = after ?? before
    if (!equal && manifest?.ref.kind === 'PeerAuthentication') changed.add(refKey(manifest.ref))
  }
  if (changed.size === 0) return []
  const found = new Map<string, UnknownDraft>()
  for (const mesh of [base.mesh, head.mesh]) {
    for (const rivals of levels(mesh)) {
      if (!rivals.some(({ ref }) => changed.has(refKey(ref))) || isSettled(rivals)) continue
      const names = listWords(rivals.map(({ ref }) => describeRef(ref)))
      const [first] = rivals
      if (first === undefined) continue
      found.set(names, {
        reason: 'field',
        message: `of ${names} only the oldest counts, and git does not say which that is: compared as if it were the first`,
        subject: first.ref,
        at: { manifest: first, path: ['metadata', 'name'] }
      })
    }
  }
  return [...found.values()]
}

/** Those of one namespace without a selector, and pairs whose selectors one pod can satisfy. */
function levels(mesh: Mesh): readonly (readonly Manifest[])[] {
  const whole = new Map<string, Manifest[]>()
  const selecting = new Map<string, Selecting[]>()
  for (const manifest of mesh.of('PeerAuthentication')) {
    const labels = textMap(mapOrEmpty(manifest.spec.selector).matchLabels)
    const { namespace } = manifest.ref
    if (isEmptySelector(labels)) put(whole, namespace, manifest)
    else if (namespace !== mesh.config.rootNamespace)
      put(selecting, namespace, { manifest, labels })
  }
  const groups: (readonly Manifest[])[] = [...whole.values()].filter(group => group.length > 1)
  for (const group of selecting.values()) {
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        if (compatible(one.labels, other.labels)) groups.push([one.manifest, other.manifest])
      }
    }
  }
  return groups
}

interface Selecting {
  readonly manifest: Manifest
  readonly labels: Labels
}

function put<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, [value])
  else known.push(value)
}

/** No key wants two values. */
function compatible(a: Labels, b: Labels): boolean {
  return Object.keys(a).every(key => b[key] === undefined || b[key] === a[key])
}

/** Ages stand in git, or all say the same. */
function isSettled([first, ...rest]: readonly Manifest[]): boolean {
  if (first === undefined) return true
  if (rest.every(({ spec }) => sameJson(spec, first.spec))) return true
  return [first, ...rest].every(manifest => createdAt(manifest) !== null)
}
