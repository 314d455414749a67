import type { FindingDraft, SourcePosition, SourceRange } from '../finding.ts'
import type { SourceDocument } from './document.ts'
import { problemFinding } from './finding-draft.ts'
import type { Manifest, Suppression } from './manifest.ts'
import { suppressingComments } from './suppressing-comment.ts'

export interface Suppressions {
  readonly suppressions: Suppression[]
  readonly findings: FindingDraft[]
}

/** What the comments of a document and the annotations of its manifests suppress. */
export function suppressionsOf(
  file: string,
  document: SourceDocument,
  manifests: readonly Manifest[]
): Suppressions {
  const suppressions = manifests.flatMap(annotated)
  const { comments, problems } = suppressingComments(document.content())
  const findings = problems.map(problem => problemFinding(file, document, problem, null))
  const ranges = comments.length === 0 ? [] : manifests.map(each => each.locate([]))
  for (const { ids, reason, start, end, covers } of comments) {
    const range = document.range(file, covers)
    const holder = manifests.length === 1 ? 0 : holderOf(ranges, range)
    for (const id of ids) {
      suppressions.push({
        id,
        reason,
        origin: 'comment',
        at: document.range(file, [start, end]),
        covers: range,
        manifest: manifests[holder] ?? null
      })
    }
  }
  return { suppressions, findings }
}

/** A comma list of codes, nothing trimmed, or `*` (istio pkg/config/analysis/local/istiod_analyze.go). */
const galley = 'galley.istio.io/analyze-suppress'
/** A comma list of codes; empty: all. */
const kiali = 'kiali.io/ignore-validations'

function annotated(manifest: Manifest): Suppression[] {
  const found: Suppression[] = []
  for (const origin of [galley, kiali] as const) {
    const value = manifest.annotations[origin]
    if (value === undefined) continue
    const codes = origin === galley ? value.split(',') : value.split(',').map(code => code.trim())
    const at = manifest.locate(['metadata', 'annotations', origin])
    const covers = manifest.locate([])
    for (const code of codes) {
      const id = code === '' && origin === kiali ? '*' : code
      found.push({ id, reason: null, origin, at, covers, manifest })
    }
  }
  return found
}

/** Which of the ranges, in order and apart from each other, is the only one to overlap another; -1: none, or several. */
function holderOf(ranges: readonly SourceRange[], { start, end }: SourceRange): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range !== undefined && isBefore(start, range.end)) high = middle
    else low = middle + 1
  }
  const found = ranges[low]
  const next = ranges[low + 1]
  const several = next !== undefined && isBefore(next.start, end)
  return found !== undefined && isBefore(found.start, end) && !several ? low : -1
}

function isBefore(a: SourcePosition, b: SourcePosition): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column)
}
