import type { FindingDraft, SourceRange } from '../finding.ts'

/** Why a side was not rendered: the user's to mend, so it becomes a finding and never stops the other meshes. */
export class RenderRefusal extends Error {
  readonly finding: FindingDraft

  /**
   * @param id `render/<problem>`
   * @param message what, why and what to do
   * @param params the facts of the message, for the fingerprint
   */
  constructor(
    id: string,
    message: string,
    at: SourceRange,
    params: Readonly<Record<string, string>>
  ) {
    super(message)
    this.name = 'RenderRefusal'
    this.finding = renderFinding(id, 'error', message, at, params)
  }
}

export function renderFinding(
  id: string,
  severity: FindingDraft['severity'],
  message: string,
  at: SourceRange,
  params: Readonly<Record<string, string>>
): FindingDraft {
  return {
    id,
    sources: [],
    severity,
    certainty: 'certain',
    message,
    params,
    subject: null,
    at,
    related: []
  }
}

/** One line of a file; of the whole line nobody needs to know the length. */
export function lineAt(file: string, line = 1, column = 1): SourceRange {
  return { file, start: { line, column }, end: { line, column: column + 1 } }
}

export const otherJob =
  'Or render it in another job and name the folders with "render: {rendered: {base: …, head: …}}".'
