import { isRetired } from '../dataplane/ledger/ledger.ts'
import { contentKey } from '../effects/manifest-change.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { refKey } from '../mesh/order.ts'
import { duplicatesOf } from './duplicates.ts'

/** A changed file among several of which one is applied: what it would be a part of on both sides. */
export interface Alternative {
  readonly file: string
  readonly base: readonly Manifest[]
  readonly head: readonly Manifest[]
}

export interface Alternatives {
  readonly files: readonly Alternative[]
  /** Refs of which every changed copy stands in one of the files. */
  readonly told: ReadonlySet<string>
}

/** More than these cost more than they tell. */
const MOST_FILES = 32
const MOST_MANIFESTS = 30_000

const none: Alternatives = { files: [], told: new Set() }

/**
 * Folders in which files stand for one another, such as the examples of a tutorial of which one is applied at a time:
 * each that changed is compared as the one that is applied, on both sides, with all other files that do not contradict
 * it. A ref that one file defined on one side and several do on the other is no such folder but may be a mistake.
 */
export function alternativesOf(base: readonly Manifest[], head: readonly Manifest[]): Alternatives {
  const keys = new Set([...duplicatesOf(base), ...duplicatesOf(head)].map(({ key }) => key))
  if (keys.size === 0) return none
  // Whichever copy is applied, nothing reads it.
  const retired = new Set(
    [...base, ...head].filter(({ ref }) => isRetired(ref.group)).map(({ ref }) => refKey(ref))
  )
  const copies = { base: copiesByRef(base, keys), head: copiesByRef(head, keys) }
  const told = new Set<string>()
  const changed = new Set<string>()
  const edited = new Set<string>()
  for (const key of keys) {
    const before = copies.base.get(key)
    const after = copies.head.get(key)
    const files = differing(before, after)
    if (files.length === 0) continue
    edited.add(key)
    if (retired.has(key)) {
      told.add(key)
      continue
    }
    if (!standForOneAnother(before, after)) continue
    told.add(key)
    for (const file of files) changed.add(file)
  }
  const cost = changed.size * (base.length + head.length)
  if (changed.size > MOST_FILES || cost > MOST_MANIFESTS) return none
  if (changed.size === 0) return { files: [], told }
  const side = { base: byFile(base), head: byFile(head) }
  const all = [...new Set([...side.base.keys(), ...side.head.keys()])].sort()
  const files = [...changed].sort().map(file => {
    const kept = consistentWith(file, all, side, keys, edited)
    const isKept = (manifest: Manifest): boolean => kept.has(manifest.file)
    return { file, base: base.filter(isKept), head: head.filter(isKept) }
  })
  return { files, told }
}

/** Contents of a ref by file; null where one file holds several that differ. */
type Copies = ReadonlyMap<string, string | null>

function copiesByRef(
  manifests: readonly Manifest[],
  keys: ReadonlySet<string>
): Map<string, Map<string, string | null>> {
  const found = new Map<string, Map<string, string | null>>()
  for (const manifest of manifests) {
    const key = refKey(manifest.ref)
    if (!keys.has(key)) continue
    const own = found.get(key) ?? new Map<string, string | null>()
    found.set(key, own)
    const content = contentKey(manifest)
    const known = own.get(manifest.file)
    own.set(manifest.file, known === undefined || known === content ? content : null)
  }
  return found
}

/** Files whose copy is not the same on both sides. Copies that moved to another file did not change. */
function differing(before: Copies = new Map(), after: Copies = new Map()): string[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort()
  const contents = { before: new Set(before.values()), after: new Set(after.values()) }
  return files.filter(file => {
    const [old, now] = [before.get(file), after.get(file)]
    if (old === now) return old === null
    const isMoved =
      (old === undefined && contents.before.has(now ?? null)) ||
      (now === undefined && contents.after.has(old ?? null))
    return !isMoved
  })
}

function standForOneAnother(before: Copies = new Map(), after: Copies = new Map()): boolean {
  const isClear = (copies: Copies): boolean => ![...copies.values()].includes(null)
  return before.size !== 1 && after.size !== 1 && isClear(before) && isClear(after)
}

function byFile(manifests: readonly Manifest[]): Map<string, Manifest[]> {
  const found = new Map<string, Manifest[]>()
  for (const manifest of manifests) {
    const own = found.get(manifest.file)
    if (own === undefined) found.set(manifest.file, [manifest])
    else own.push(manifest)
  }
  return found
}

/** The file, and in the order of their names all others that define nothing otherwise than those taken before. */
function consistentWith(
  file: string,
  all: readonly string[],
  sides: Readonly<Record<'base' | 'head', ReadonlyMap<string, readonly Manifest[]>>>,
  keys: ReadonlySet<string>,
  edited: ReadonlySet<string>
): ReadonlySet<string> {
  const kept = new Set<string>()
  const defined = { base: new Map<string, string>(), head: new Map<string, string>() }
  for (const name of [file, ...all]) {
    if (kept.has(name)) continue
    const own = (['base', 'head'] as const).map(side => ({
      known: defined[side],
      contents: (sides[side].get(name) ?? [])
        .map(manifest => ({ key: refKey(manifest.ref), manifest }))
        .filter(({ key }) => keys.has(key))
        .map(({ key, manifest }) => ({ key, content: contentKey(manifest) }))
    }))
    const fits = own.every(({ known, contents }) =>
      contents.every(({ key, content }) => {
        if (name !== file && edited.has(key)) return false
        return (known.get(key) ?? content) === content
      })
    )
    if (!fits && name !== file) continue
    kept.add(name)
    for (const { known, contents } of own) {
      for (const { key, content } of contents) known.set(key, content)
    }
  }
  return kept
}
