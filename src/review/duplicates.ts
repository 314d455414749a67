import { contentKey } from '../effects/manifest-change.ts'
import { describeRef, type FindingDraft, type UnknownDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { refKey } from '../mesh/order.ts'

/** One ref that several documents of one side define differently: which of them is applied is not known. */
export interface Duplicate {
  readonly key: string
  /** In the order of files and documents. */
  readonly copies: readonly Manifest[]
}

interface Copies {
  /** Refs of which there is more than one document. */
  readonly repeated: ReadonlyMap<string, readonly Manifest[]>
  readonly duplicates: readonly Duplicate[]
}

const known = new WeakMap<readonly Manifest[], Copies>()

/** Copies with one content are one object; only copies that differ make a duplicate. */
export function duplicatesOf(manifests: readonly Manifest[]): readonly Duplicate[] {
  return copiesOf(manifests).duplicates
}

/** Asked for several times of the same side, and counted once. */
function copiesOf(manifests: readonly Manifest[]): Copies {
  const found = known.get(manifests) ?? countCopies(manifests)
  known.set(manifests, found)
  return found
}

function countCopies(manifests: readonly Manifest[]): Copies {
  const first = new Map<string, Manifest>()
  const repeated = new Map<string, Manifest[]>()
  for (const manifest of manifests) {
    const key = refKey(manifest.ref)
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, manifest)
      continue
    }
    const copies = repeated.get(key)
    if (copies === undefined) repeated.set(key, [before, manifest])
    else copies.push(manifest)
  }
  const duplicates: Duplicate[] = []
  // In the order in which refs first stand in the files.
  const order = repeated.size === 0 ? [] : [...first.keys()].filter(key => repeated.has(key))
  for (const key of order) {
    const copies = repeated.get(key) ?? []
    const contents = new Set(copies.map(contentKey))
    if (contents.size > 1) duplicates.push({ key, copies })
  }
  return { repeated, duplicates }
}

/** What is taken for the mesh of one side, with what had to be left open. */
export interface Deduplicated {
  readonly manifests: readonly Manifest[]
  readonly findings: readonly FindingDraft[]
  /** Refs of which nobody knows which copy is applied. */
  readonly ambiguous: ReadonlySet<string>
}

/**
 * One manifest per ref. Of copies that differ none is the right one: the copy that the other side has too stands in,
 * so that nothing is claimed that did not change, and what rests on it is `unknown(duplicate)`.
 */
export function deduplicated(
  manifests: readonly Manifest[],
  otherSide: readonly Manifest[]
): Deduplicated {
  const { repeated, duplicates: found } = copiesOf(manifests)
  if (repeated.size === 0) return { manifests, findings: [], ambiguous: new Set() }
  const duplicates = new Map(found.map(one => [one.key, one]))
  const other = duplicates.size === 0 ? new Map() : contentsOf(otherSide, duplicates)
  const taken = new Map<string, Manifest>()
  for (const manifest of manifests) {
    const key = refKey(manifest.ref)
    const copies = duplicates.get(key)?.copies
    const stands = copies?.find(copy => other.get(key)?.has(contentKey(copy))) ?? copies?.[0]
    if (!taken.has(key)) taken.set(key, stands ?? manifest)
  }
  return {
    manifests: [...taken.values()],
    findings: [...duplicates.values()].map(duplicateFinding),
    ambiguous: new Set(duplicates.keys())
  }
}

/**
 * The copies of a ref changed between the sides, so that no conclusion about it holds.
 * @param told refs of which the change of each copy is told by itself
 */
export function duplicateUnknowns(
  base: readonly Manifest[],
  head: readonly Manifest[],
  told: ReadonlySet<string> = new Set()
): UnknownDraft[] {
  const unknown: UnknownDraft[] = []
  const groups = new Map<string, Duplicate>()
  for (const one of [...duplicatesOf(base), ...duplicatesOf(head)]) groups.set(one.key, one)
  if (groups.size === 0) return []
  const before = contentsOf(base, groups)
  const after = contentsOf(head, groups)
  for (const [key, { copies }] of groups) {
    if (told.has(key) || sameSet(before.get(key), after.get(key))) continue
    const [first] = copies
    if (first === undefined) continue
    unknown.push({
      reason: 'duplicate',
      message: `${describeRef(first.ref)} is defined differently in ${files(copies)}, and which of them is applied cannot be known: configure meshes`,
      subject: first.ref,
      at: { manifest: first, path: ['metadata', 'name'] }
    })
  }
  return unknown
}

function duplicateFinding({ copies }: Duplicate): FindingDraft {
  const [first, second] = copies
  const ref = first?.ref ?? null
  const places = copies.slice(0, 20).map(copy => ({
    at: { manifest: copy, path: ['metadata', 'name'] },
    note: `defined in ${copy.file}`
  }))
  // A duplicate has two copies at least.
  if (first === undefined || second === undefined || ref === null) throw new Error('no duplicate')
  return {
    id: 'manifest/duplicate-object',
    // istioctl says so of a Service that two clusters define differently.
    sources: ref.kind === 'Service' && ref.group === '' ? ['IST0170'] : [],
    severity: 'warning',
    certainty: 'certain',
    message: `${describeRef(ref)} is defined differently in ${files(copies)}. Only one of them can be applied to a mesh: list the meshes in the configuration, or remove the others.`,
    params: { copies: `${copies.length}` },
    subject: ref,
    at: { manifest: second, path: ['metadata', 'name'] },
    related: places.filter(({ at }) => at.manifest !== second)
  }
}

function files(copies: readonly Manifest[]): string {
  const names = [...new Set(copies.map(copy => copy.file))]
  const shown = names.slice(0, 3)
  if (names.length === 1) return `${shown[0]} (${copies.length} times)`
  return names.length > shown.length
    ? `${shown.join(', ')} and ${names.length - shown.length} more files`
    : shown.join(' and ')
}

function contentsOf(
  manifests: readonly Manifest[],
  wanted: ReadonlyMap<string, unknown>
): Map<string, Set<string>> {
  const contents = new Map<string, Set<string>>()
  for (const manifest of manifests) {
    const key = refKey(manifest.ref)
    if (!wanted.has(key)) continue
    contents.set(key, (contents.get(key) ?? new Set()).add(contentKey(manifest)))
  }
  return contents
}

function sameSet(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (a === undefined || b === undefined || a.size !== b.size) return false
  for (const one of a) if (!b.has(one)) return false
  return true
}
