import type { ManifestFindingId } from './findings.ts'

/**
 * Something wrong in a text, by offsets into the document's slice: the same for every file and side that holds
 * these bytes.
 */
export interface Problem {
  readonly id: ManifestFindingId
  readonly severity: 'error' | 'warning'
  /** What, why and what to do. */
  readonly message: string
  readonly params: Readonly<Record<string, string>>
  readonly start: number
  /** Exclusive. */
  readonly end: number
  readonly related: readonly {
    readonly start: number
    readonly end: number
    readonly note: string
  }[]
}

/** A document that cannot be read any further. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(
    id: Problem['id'],
    message: string,
    start: number,
    end: number,
    extra: Partial<Pick<Problem, 'params' | 'related'>> = {}
  ) {
    super(message)
    this.problem = {
      id,
      severity: 'error',
      message,
      params: extra.params ?? {},
      start,
      end,
      related: extra.related ?? []
    }
  }
}
