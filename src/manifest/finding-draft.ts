import type { FindingDraft, ResourceRef } from '../finding.ts'
import type { SourceDocument } from './document.ts'
import type { ManifestFindingId } from './findings.ts'
import type { FieldFault } from './kubernetes-object.ts'
import type { Problem } from './problem.ts'

const certainly = { sources: [], certainty: 'certain' } as const

export function problemFinding(
  file: string,
  document: SourceDocument,
  problem: Problem,
  subject: ResourceRef | null
): FindingDraft {
  const related = problem.related.map(({ start, end, note }) => ({
    at: document.range(file, [start, end]),
    note
  }))
  return {
    ...certainly,
    id: problem.id,
    severity: problem.severity,
    message: problem.message,
    params: { file, ...problem.params },
    subject,
    at: document.range(file, [problem.start, problem.end]),
    related
  }
}

export function faultFinding(
  file: string,
  document: SourceDocument,
  fault: FieldFault,
  subject: ResourceRef | null
): FindingDraft {
  return {
    ...certainly,
    id: fault.id,
    severity: 'error',
    message: fault.message,
    params: { file, ...fault.params },
    subject,
    at: document.locate(file, fault.path, 'value'),
    related: []
  }
}

export function wholeFileFinding(
  file: string,
  id: ManifestFindingId,
  message: string
): FindingDraft {
  const at = { file, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
  return {
    ...certainly,
    id,
    severity: 'error',
    message,
    params: { file },
    subject: null,
    at,
    related: []
  }
}
