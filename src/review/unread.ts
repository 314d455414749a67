import type { SourceRange, UnknownDraft, UnknownReason } from '../finding.ts'
import type { SideFiles, Skipped, SkipReason } from '../manifest/manifest.ts'

/** What a change in something that was not read leaves open; null where it is nothing that a mesh could use. */
const reasonOf: Readonly<Record<SkipReason, UnknownReason | null>> = {
  'helm-template': 'template',
  'helm-values': 'template',
  'helm-chart': 'template',
  placeholder: 'template',
  'kustomize-patch': 'render',
  kustomization: 'render',
  unreadable: 'unreadable',
  'too-large': 'unreadable',
  'too-many-documents': 'unreadable',
  'lfs-pointer': 'unreadable',
  symlink: 'unreadable',
  submodule: 'unreadable',
  binary: 'unreadable',
  'not-kubernetes': null,
  'other-kind': null
}

const wordsOf: Readonly<Record<Exclude<SkipReason, 'not-kubernetes' | 'other-kind'>, string>> = {
  'helm-template': 'is a Helm template and was not rendered',
  'helm-values': 'holds Helm values and its chart was not rendered',
  'helm-chart': 'is a Helm chart and was not rendered',
  placeholder: 'holds placeholders that a tool fills in, and was not filled in',
  'kustomize-patch': 'is a kustomize patch and was not rendered',
  kustomization: 'is a kustomization and was not built',
  unreadable: 'could not be read',
  'too-large': 'is too large to be read',
  'too-many-documents': 'has more documents than are read',
  'lfs-pointer': 'is kept in Git LFS and was not fetched',
  symlink: 'is a symbolic link and was not followed',
  submodule: 'is a submodule and was not read',
  binary: 'is binary'
}

/**
 * Changed files that were seen and not read: one unknown per file and reason, so that a chart's edit never looks
 * like no change. What did not change needs no reading to be equal to itself.
 */
export function unreadChanges(
  changed: ReadonlySet<string>,
  skipped: readonly Skipped[]
): UnknownDraft[] {
  const unknown = new Map<string, UnknownDraft>()
  for (const { file, line, reason } of skipped) {
    if (!changed.has(file) || reason === 'not-kubernetes' || reason === 'other-kind') continue
    const why = reasonOf[reason]
    if (why === null) continue
    const key = `${file}\n${reason}`
    if (unknown.has(key)) continue
    unknown.set(key, {
      reason: why,
      message: `${file} changed, ${wordsOf[reason]}: what it does is not known`,
      subject: null,
      at: rangeOf(file, line)
    })
  }
  return [...unknown.values()]
}

/** Paths of files whose content is not the same on both sides, skipped ones included. */
export function changedFiles(base: SideFiles, head: SideFiles): Set<string> {
  const before = new Map(base.files.map(file => [file.path, file.bytes]))
  const changed = new Set<string>()
  for (const { path, bytes } of head.files) {
    const old = before.get(path)
    if (old === undefined || (old !== bytes && !sameBytes(old, bytes))) changed.add(path)
    before.delete(path)
  }
  for (const path of before.keys()) changed.add(path)
  // Entries that hold no bytes for us (links, submodules) are equal where both sides describe them alike.
  const entries = (side: SideFiles) =>
    new Set(
      side.skipped.map(
        ({ file, reason, detail, content }) => `${file}\n${reason}\n${detail}\n${content ?? ''}`
      )
    )
  const own = entries(head)
  const other = entries(base)
  for (const entry of [...own, ...other]) {
    if (own.has(entry) !== other.has(entry)) changed.add(entry.slice(0, entry.indexOf('\n')))
  }
  return changed
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

function rangeOf(file: string, line: number | null): SourceRange {
  const start = { line: line ?? 1, column: 1 }
  return { file, start, end: { line: start.line, column: 2 } }
}
