import type { Report } from '../report/report.ts'
import type { ReviewInput } from '../review/input.ts'

/** All that a command touches outside itself; tests hand in their own. */
export interface World {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Sink
  readonly stderr: Sink
  /** Milliseconds, for progress alone: no result depends on it. */
  readonly clock: () => number
  /** Folder of `schemas/` and `package.json`. */
  readonly root: string
  /** The pipeline; loaded when it is first needed. */
  review(input: ReviewInput): Promise<Report>
}

export interface Sink {
  write(text: string): void
  readonly isTerminal: boolean
}
