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
  const byRef = new Map<string, Manifest[]>()
  for (const other of others) {
    const key = refKey(other.ref)
    const known = byRef.get(key)
    if (known === undefined) byRef.set(key, [other])
    else known.push(other)
  }
  const copies = (manifest: Manifest) => byRef.get(refKey(manifest.ref)) ?? []
  return {
    isUnchanged: manifest =>
      copies(manifest).some(({ object }) => sameJson(object, manifest.object)),
    of(manifest) {
      const [first, ...more] = copies(manifest)
      return more.length === 0 ? first : undefined
    }
  }
}

/** For one state by itself, and where both sides are judged by different versions. */
export const noCounterparts: Counterparts = {
  isUnchanged: () => false,
  of: () => undefined
}
