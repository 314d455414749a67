import { classify, isRetired } from '../dataplane/ledger/ledger.ts'
import { readFields } from '../dataplane/ledger/read.ts'
import type { Touch } from '../dataplane/ledger/reading.ts'
import { describeRef, type FieldPath, type Place, type UnknownDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { isEmptyText, withEmbedded, writtenPath } from '../mesh/embedded.ts'
import { fieldChanges, leaves } from './field-diff.ts'
import { pathWords, textWords, touchWords } from './ledger-words.ts'
import type { ManifestChange } from './manifest-change.ts'
import type { Unheeded } from './unheeded.ts'
import { countWords, listWords } from './words.ts'

export interface TextChange {
  readonly file: string
  readonly what: string
  readonly ref: string
}

/** An object whose fields are read, where no proxy is reached by it: labels that nothing selects. */
export function dependedOnByNothing({ base, head }: ManifestChange): TextChange[] {
  const manifest = head ?? base
  if (manifest === null) return []
  const what = base === null ? 'new' : head === null ? 'removed' : 'changed'
  const ref = describeRef(manifest.ref)
  return [{ file: manifest.file, what: `${what}, and no proxy depends on it`, ref }]
}

/** What the ledger says of all changed objects. */
export interface LedgerReading {
  /** One per object in which something changed that nothing reads yet. */
  readonly unknown: readonly UnknownDraft[]
  /** Objects whose changed fields are read by steps that the comparison runs. */
  readonly read: readonly ManifestChange[]
  /** Objects in which nothing changed that a request could meet. */
  readonly textOnly: readonly {
    readonly file: string
    readonly what: string
    readonly ref: string
  }[]
}

/** What is known of changed fields beside the ledger, which knows neither the version nor the other objects. */
export interface FieldFacts {
  /** The API server does not keep the field: no version of the object in this minor has it. */
  isDropped(manifest: Manifest, path: FieldPath): boolean
  readonly unheeded: Unheeded
}

export const noFacts: FieldFacts = { isDropped: () => false, unheeded: () => null }

/**
 * Every changed field is either consumed by a compile step, and then the comparison answers for it; or inert, and then
 * the object changed in text only; or nothing reads it yet, and what it could touch is unknown.
 */
export function readChanges(
  changes: readonly ManifestChange[],
  facts: FieldFacts = noFacts
): LedgerReading {
  const unknown: UnknownDraft[] = []
  const read: ManifestChange[] = []
  const textOnly: TextChange[] = []
  for (const change of changes) {
    const manifest = change.head ?? change.base
    if (manifest === null) continue
    const ref = describeRef(manifest.ref)
    if (change.equal) {
      textOnly.push({ file: manifest.file, what: `moved from ${change.base?.file ?? ''}`, ref })
      continue
    }
    const fields = fieldsOf(change, facts)
    const unread = fields.filter(field => field.status === 'unknown')
    if (unread.length > 0 || isUnreadObject(change, manifest)) {
      unknown.push(unreadFields(change, manifest, unread))
    } else if (fields.every(field => field.status === 'inert')) {
      textOnly.push({ file: manifest.file, what: textWords(change, fields), ref })
    } else if (!readKinds.has(manifest.ref.kind) && fields.every(isIdentity)) {
      const what = change.base === null ? 'new' : 'removed'
      textOnly.push({ file: manifest.file, what: `${what}, and nothing reads it`, ref })
    } else read.push(change)
  }
  return { unknown, read, textOnly }
}

interface ChangedField {
  readonly place: Place
  /** Of the field itself, which may stand in a text that a field of the object holds. */
  readonly path: FieldPath
  readonly status: 'read' | 'inert' | 'unknown'
  readonly touches: readonly Touch[]
  /** Of a field that is inert here and elsewhere may not be. */
  readonly why?: string
}

function fieldsOf(change: ManifestChange, facts: FieldFacts): ChangedField[] {
  const { base, head } = change
  const found: ChangedField[] = []
  const add = (manifest: Manifest | null, path: FieldPath | null): void => {
    if (manifest === null || path === null) return
    const { group, kind } = manifest.ref
    const place = { manifest, path: writtenPath(manifest, path) }
    const { status, touches } = isEmptyText(withEmbedded(manifest), path)
      ? { status: 'read' as const, touches: [] }
      : classify(group, kind, path)
    const why = status === 'unknown' ? unheeded(change, manifest, path, facts) : null
    if (why === null) found.push({ place, path, status, touches })
    else found.push({ place, path, status: 'inert', touches: [], why })
  }
  if (base === null || head === null) {
    const manifest = head ?? base
    if (manifest === null) return found
    for (const path of leaves(withEmbedded(manifest), [])) add(manifest, path)
    return found
  }
  for (const { before, after } of fieldChanges(withEmbedded(base), withEmbedded(head))) {
    add(base, before)
    add(head, after)
  }
  if (base.digest !== head.digest) add(head, ['data'])
  return found
}

function unheeded(
  change: ManifestChange,
  manifest: Manifest,
  path: FieldPath,
  facts: FieldFacts
): string | null {
  if (facts.isDropped(manifest, path)) return 'a field that this version does not have'
  return facts.unheeded(change, path)
}

/** A name and a namespace alone matter only to what refers to them. */
function isIdentity({ status, place }: ChangedField): boolean {
  const [first, second] = place.path
  const named = first === 'metadata' && (second === 'name' || second === 'namespace')
  return status === 'inert' || (status === 'read' && named)
}

const readKinds: ReadonlySet<string> = new Set(readFields.map(({ kind }) => kind))

/** A policy without a field can still decide everything: an AuthorizationPolicy without a spec allows nothing. */
function isUnreadObject({ base, head }: ManifestChange, { ref }: Manifest): boolean {
  if ((base !== null && head !== null) || isRetired(ref.group)) return false
  const own = ref.group.endsWith('istio.io') || ref.group.endsWith('gateway.networking.k8s.io')
  const key = ref.kind === 'Gateway' && ref.group !== 'networking.istio.io' ? `${ref.group}/` : ''
  return own && !readKinds.has(`${key}${ref.kind}`)
}

function unreadFields(
  { base, head }: ManifestChange,
  manifest: Manifest,
  fields: readonly ChangedField[]
): UnknownDraft {
  const [first] = [...fields].sort((a, b) => rank(a) - rank(b))
  const touches = new Set(fields.flatMap(field => field.touches))
  if (touches.size === 0) {
    const { group, kind } = manifest.ref
    for (const touch of classify(group, kind, ['spec']).touches) touches.add(touch)
  }
  return {
    reason: 'field',
    message: `${sentence(base, head, manifest, fields)}: ${touchWords(touches)}`,
    subject: manifest.ref,
    at: first?.place ?? { manifest, path: ['metadata', 'name'] }
  }
}

/** Places in head first: that is where people look. */
function rank({ place }: ChangedField): number {
  return 'side' in place.manifest && place.manifest.side === 'head' ? 0 : 1
}

function sentence(
  base: Manifest | null,
  head: Manifest | null,
  { ref }: Manifest,
  fields: readonly ChangedField[]
): string {
  const name = describeRef(ref)
  const paths = [...new Set(fields.map(field => pathWords(field.path)))]
  const shown = paths.slice(0, 3)
  const more = paths.length - shown.length
  const named = more > 0 ? `${shown.join(', ')} and ${more} more` : listWords(shown)
  if (base === null || head === null) {
    const what = base === null ? 'is new' : 'was removed'
    return readKinds.has(ref.kind) && paths.length > 0
      ? `${name} ${what}, and ${named} of it ${paths.length === 1 ? 'is' : 'are'} not analysed yet`
      : `${name} ${what}, and objects of this kind are not analysed yet`
  }
  const changed = countWords(paths.length, 'changed field')
  return `${changed} of ${name} (${named}) ${paths.length === 1 ? 'is' : 'are'} not analysed yet`
}
