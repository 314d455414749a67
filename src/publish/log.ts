import * as core from '@actions/core'
import { redactText } from '../report/redact.ts'
import { shorten, visible } from '../report/visible.ts'
import { harmless, quoted } from './harmless.ts'

/** The runner cuts a message there (actions/runner ExecutionContext.cs). */
const MESSAGE_LIMIT = 4096

/** The only way to the log of a job: nothing that is said can act on the runner. */
export interface Log {
  /** One line of our own words; names in it may come from anywhere. */
  line(text: string): void
  /** Text of several lines, quoted and folded under a title. */
  block(title: string, text: string): void
  notice(message: string): void
  warning(message: string): void
  /** Counts as one of the ten errors that the runner keeps of a step. */
  error(message: string): void
}

export const log: Log = {
  line: text => core.info(harmless(text)),
  block(title, text) {
    core.startGroup(harmless(title))
    for (const line of text.split('\n')) core.info(quoted(line))
    core.endGroup()
  },
  notice: message => core.notice(annotation(message)),
  warning: message => core.warning(annotation(message)),
  error: message => core.error(annotation(message))
}

/** Text of an annotation: the toolkit escapes what a command needs, the rest is made visible here. */
export function annotation(text: string): string {
  return shorten(visible(redactText(text)), MESSAGE_LIMIT - 40)
}
