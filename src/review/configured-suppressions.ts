import type { ConfiguredSuppression } from '../config/config.ts'
import { selectsPath } from '../config/select.ts'
import { describeRef, type Finding, type FindingDraft } from '../finding.ts'
import type { Suppressed } from './suppressed.ts'

export interface Configured {
  readonly kept: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  /** Those that met nothing. */
  readonly unused: readonly ConfiguredSuppression[]
}

/**
 * Takes out what the configuration suppresses. It holds for rendered objects too, which can carry no comment. A failure
 * of ours cannot be suppressed, and what is said of suppressions neither.
 */
export function withoutConfigured(
  findings: readonly Finding[],
  suppressions: readonly ConfiguredSuppression[]
): Configured {
  if (suppressions.length === 0) return { kept: findings, suppressed: [], unused: [] }
  const byId = new Map<string, ConfiguredSuppression[]>()
  for (const one of suppressions) byId.set(one.finding, [...(byId.get(one.finding) ?? []), one])
  const used = new Set<ConfiguredSuppression>()
  const kept: Finding[] = []
  const suppressed: Suppressed[] = []
  for (const finding of findings) {
    const by = wantedBy(finding, byId)
    if (by === undefined) kept.push(finding)
    else {
      used.add(by)
      suppressed.push({ finding, by: { reason: by.reason, origin: 'configuration' } })
    }
  }
  return { kept, suppressed, unused: suppressions.filter(one => !used.has(one)) }
}

function wantedBy(
  finding: Finding,
  byId: ReadonlyMap<string, readonly ConfiguredSuppression[]>
): ConfiguredSuppression | undefined {
  if (/^internal\//.test(finding.id) || finding.id === 'manifest/unused-suppression')
    return undefined
  for (const id of [finding.id, ...finding.sources]) {
    for (const suppression of byId.get(id) ?? []) {
      const { paths, object } = suppression
      if (paths.length > 0 && !paths.some(path => selectsPath(path, finding.at.file))) continue
      if (object === null) return suppression
      if (finding.subject === null) continue
      if (namesObject(object, describeRef(finding.subject))) return suppression
    }
  }
  return undefined
}

/** `*` stands for any text; everything else for itself. Each part is looked for once, from the left. */
function namesObject(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return pattern === name
  if (!name.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = name.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return name.length - last.length >= at && name.endsWith(last)
}

/** A finding for each that met nothing, at its line of the configuration. What a comparison does not ask of all is left out. */
export function unusedConfigured(unused: readonly ConfiguredSuppression[]): FindingDraft[] {
  return unused
    .filter(({ finding }) => !finding.startsWith('schema/'))
    .map(({ finding, object, at }) => ({
      id: 'manifest/unused-suppression',
      sources: [],
      severity: 'warning',
      certainty: 'certain',
      message: `Nothing is suppressed by this entry: no finding ${finding}${object === null ? '' : ` about ${object}`} is where it looks. Remove it, or correct it.`,
      params: { id: finding, origin: 'configuration', object: object ?? '' },
      subject: null,
      at,
      related: []
    }))
}
