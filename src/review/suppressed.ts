import type { Finding, FindingDraft, SourcePosition, SourceRange } from '../finding.ts'
import type { Suppression } from '../manifest/manifest.ts'
import { sameRef } from '../mesh/order.ts'

/** A finding that somebody wants, with the word that says so. */
export interface Suppressed {
  readonly finding: Finding
  readonly by: {
    readonly reason: string | null
    readonly origin: Suppression['origin'] | 'configuration'
  }
}

export interface Applied {
  readonly kept: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  /** Those that met nothing. */
  readonly unused: readonly Suppression[]
}

/**
 * Takes out what comments and annotations of the manifests suppress. A failure of ours cannot be suppressed, and what
 * is told of a file as a whole neither.
 */
export function applied(
  findings: readonly Finding[],
  suppressions: readonly Suppression[]
): Applied {
  if (suppressions.length === 0) return { kept: findings, suppressed: [], unused: [] }
  const byFile = new Map<string, Map<string, Suppression[]>>()
  for (const suppression of suppressions) {
    const { file } = suppression.covers
    const byId = byFile.get(file) ?? new Map<string, Suppression[]>()
    byFile.set(file, byId)
    const group = byId.get(suppression.id)
    if (group === undefined) byId.set(suppression.id, [suppression])
    else group.push(suppression)
  }
  const used = new Set<Suppression>()
  const kept: Finding[] = []
  const suppressed: Suppressed[] = []
  for (const finding of findings) {
    const by = suppressionOf(finding, byFile.get(finding.at.file))
    if (by === undefined) kept.push(finding)
    else {
      used.add(by)
      suppressed.push({ finding, by })
    }
  }
  return { kept, suppressed, unused: suppressions.filter(one => !used.has(one)) }
}

function suppressionOf(
  finding: Finding,
  byId: ReadonlyMap<string, readonly Suppression[]> | undefined
): Suppression | undefined {
  if (byId === undefined || finding.id.startsWith('internal/')) return undefined
  for (const id of [finding.id, ...finding.sources, '*']) {
    for (const suppression of byId.get(id) ?? []) {
      if (id === '*' && !finding.sources.some(code => isCodeOf(code, suppression))) continue
      if (!holds(suppression.covers, finding.at.start)) continue
      if (suppression.origin === 'comment' || isAbout(finding, suppression)) return suppression
    }
  }
  return undefined
}

/** `*` is all codes of the tool whose annotation it is. */
function isCodeOf(code: string, { origin }: Suppression): boolean {
  return code.startsWith(origin === 'galley.istio.io/analyze-suppress' ? 'IST' : 'KIA')
}

function isAbout({ subject }: Finding, { manifest }: Suppression): boolean {
  return subject !== null && manifest !== null && sameRef(subject, manifest.ref)
}

function holds({ start, end }: SourceRange, at: SourcePosition): boolean {
  const isBefore = at.line < start.line || (at.line === start.line && at.column < start.column)
  const isBehind = at.line > end.line || (at.line === end.line && at.column >= end.column)
  return !isBefore && !isBehind
}

/**
 * A finding for each suppression that met nothing. What a comparison asks of changed objects alone (`schema/…`) and
 * codes that the tools know and nothing here has are left out: they may well meet something elsewhere.
 */
export function unusedSuppressions(
  unused: readonly Suppression[],
  codes: ReadonlySet<string>
): FindingDraft[] {
  return unused
    .filter(({ id, origin }) =>
      origin === 'comment' && !/^(?:IST|KIA)\d{4}$/.test(id)
        ? !/^(?:schema|manifest)\//.test(id)
        : codes.has(id)
    )
    .map(({ id, origin, at, manifest }) => ({
      id: 'manifest/unused-suppression',
      sources: [],
      severity: origin === 'comment' ? 'warning' : 'info',
      certainty: 'certain',
      message: `Nothing is suppressed here: no finding ${id} begins in what this covers. Remove it, or correct the id.`,
      params: { id, origin },
      subject: manifest?.ref ?? null,
      at,
      related: []
    }))
}

/** The sentence of the report: nothing that is left out is left out in silence. */
export function suppressedNote(suppressed: readonly Suppressed[]): string | null {
  if (suppressed.length === 0) return null
  const shown = suppressed.slice(0, 10).map(({ finding, by }) => {
    const where = `${finding.id} at ${finding.at.file}:${finding.at.start.line}`
    if (by.origin === 'configuration') return `${where} (configuration: ${by.reason})`
    return by.reason === null ? `${where} (${by.origin})` : `${where} (${by.reason})`
  })
  if (suppressed.length > shown.length) shown.push(`${suppressed.length - shown.length} more`)
  const count = suppressed.length === 1 ? '1 finding is' : `${suppressed.length} findings are`
  return `${count} suppressed: ${shown.join('; ')}.`
}

/** Findings of base without those that head has suppressed: they are not resolved. */
export function withoutSuppressed(
  base: readonly Finding[],
  suppressed: readonly Suppressed[]
): readonly Finding[] {
  if (suppressed.length === 0) return base
  const left = new Map<string, number>()
  for (const { finding } of suppressed) {
    const key = keyOf(finding)
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  return base.filter(finding => {
    const key = keyOf(finding)
    const count = left.get(key) ?? 0
    if (count === 0) return true
    left.set(key, count - 1)
    return false
  })
}

function keyOf({ mesh, fingerprint }: Finding): string {
  return `${mesh}\n${fingerprint}`
}
