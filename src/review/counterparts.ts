import { sameJson } from '../effects/manifest-change.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { refKey } from '../mesh/order.ts'

/** What the other side has of an object. */
export interface Counterparts {
  /** The other side has the same object. */
  isUnchanged(manifest: Manifest): boolean
  /** The one object of the same name on the other side; nothing where it is defined twice. */
  of(manifest: Manifest): Manifest | undefined
}

export function counterparts(others: readonly Manifest[]): Counterparts {
  // Files that are equal on both sides are parsed once, and one object has one name.
  const shared = new Set(others.map(({ object }) => object))
  let index: ReadonlyMap<string, readonly Manifest[]> | undefined
  const copies = (manifest: Manifest): readonly Manifest[] => {
    index ??= byRef(others)
    return index.get(refKey(manifest.ref)) ?? []
  }
  return {
    isUnchanged: manifest =>
      shared.has(manifest.object) ||
      copies(manifest).some(({ object }) => sameJson(object, manifest.object)),
    of(manifest) {
      const [first, ...more] = copies(manifest)
      return more.length === 0 ? first : undefined
    }
  }
}

function byRef(manifests: readonly Manifest[]): Map<string, Manifest[]> {
  const found = new Map<string, Manifest[]>()
  for (const manifest of manifests) {
    const key = refKey(manifest.ref)
    const known = found.get(key)
    if (known === undefined) found.set(key, [manifest])
    else known.push(manifest)
  }
  return found
}

/** For one state by itself, and where both sides are judged by different versions. */
export const noCounterparts: Counterparts = {
  isUnchanged: () => false,
  of: () => undefined
}
