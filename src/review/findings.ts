import type {
  Finding,
  FindingDraft,
  Place,
  SourceRange,
  Unknown,
  UnknownDraft
} from '../finding.ts'
import { fingerprint } from '../fingerprint.ts'

/** The one place where a field becomes a line and a column. */
export function resolved(at: Place | SourceRange): SourceRange {
  return 'manifest' in at ? at.manifest.locate(at.path, at.part) : at
}

/** Where a rendered field was set besides: the values file of a template. */
export function alsoResolved(at: Place | SourceRange): readonly Noted[] {
  return 'manifest' in at ? (at.manifest.alsoAt?.(at.path, at.part) ?? []) : []
}

interface Noted {
  readonly at: SourceRange
  readonly note: string
}

export function findingOf(draft: FindingDraft, mesh: string): Finding {
  return {
    ...draft,
    mesh,
    at: resolved(draft.at),
    related: [
      ...alsoResolved(draft.at),
      ...draft.related.map(({ at, note }) => ({ at: resolved(at), note }))
    ],
    fingerprint: fingerprint([draft.id, draft.subject, draft.params])
  }
}

/** Names what was not understood by its words: they hold no line and no index. */
export function unknownOf(draft: UnknownDraft, mesh: string): Unknown {
  return {
    ...draft,
    mesh,
    at: draft.at === null ? null : resolved(draft.at),
    fingerprint: fingerprint([draft.reason, draft.subject, draft.message])
  }
}

export interface Partitioned {
  readonly introduced: readonly Finding[]
  readonly resolved: readonly Finding[]
  readonly remaining: readonly Finding[]
}

/**
 * Findings of both sides as multisets by fingerprint: a resource can hold the same finding twice. Of equal ones those
 * in the same file are taken for the same.
 */
export function partition(base: readonly Finding[], head: readonly Finding[]): Partitioned {
  const unmatched = new Map<string, Finding[]>()
  for (const finding of base) {
    const key = keyOf(finding)
    const known = unmatched.get(key)
    if (known === undefined) unmatched.set(key, [finding])
    else known.push(finding)
  }
  const introduced: Finding[] = []
  const remaining: Finding[] = []
  // First within the file, so that a copy in a new file is the one that is introduced.
  const moved: Finding[] = []
  for (const finding of head) {
    const candidates = unmatched.get(keyOf(finding)) ?? []
    const same = candidates.findIndex(candidate => candidate.at.file === finding.at.file)
    if (same < 0) moved.push(finding)
    else {
      candidates.splice(same, 1)
      remaining.push(finding)
    }
  }
  for (const finding of moved) {
    if (unmatched.get(keyOf(finding))?.shift() === undefined) introduced.push(finding)
    else remaining.push(finding)
  }
  return {
    introduced: ordered(introduced),
    resolved: ordered([...unmatched.values()].flat()),
    remaining: ordered(remaining)
  }
}

function keyOf({ mesh, fingerprint }: Finding): string {
  return `${mesh}\n${fingerprint}`
}

const rank = { error: 0, warning: 1, info: 2 } as const

/** Most severe first, then by place, so that nobody sees in which order files were read. */
export function ordered(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      compare(a.at.file, b.at.file) ||
      a.at.start.line - b.at.start.line ||
      a.at.start.column - b.at.start.column ||
      compare(a.id, b.id) ||
      compare(a.fingerprint, b.fingerprint) ||
      compare(a.mesh, b.mesh)
  )
}

/** In the order of objects and words; equal ones of one mesh once. */
export function orderedUnknown(unknown: readonly Unknown[]): Unknown[] {
  const distinct = new Map<string, Unknown>()
  for (const one of unknown) {
    const key = `${one.mesh}\n${one.fingerprint}`
    if (!distinct.has(key)) distinct.set(key, one)
  }
  return [...distinct.values()].sort(
    (a, b) =>
      compare(a.mesh, b.mesh) ||
      compare(a.reason, b.reason) ||
      compare(a.at?.file ?? '', b.at?.file ?? '') ||
      (a.at?.start.line ?? 0) - (b.at?.start.line ?? 0) ||
      compare(a.message, b.message)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
