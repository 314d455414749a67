import { redactText } from '../report/redact.ts'
import { visible } from '../report/visible.ts'

/**
 * What the runner would act on in a line of the log: `::command::` after leading white space, and the older
 * `##[command]` anywhere (actions/runner ActionCommand.cs). Controls, line ends and escapes of the terminal
 * become visible; credentials are taken out.
 */
export function harmless(text: string): string {
  const shown = visible(redactText(text)).replace(/##(?=\[)/g, '#\\x23')
  return shown.replace(/^(\s*):(?=:)/, '$1\\x3a')
}

/**
 * A line of text that others wrote, quoted so that no problem matcher left by an earlier step takes it for a
 * message of a compiler: those of tsc, eslint, go and python want the line's start, eslint-compact its end.
 */
export function quoted(line: string): string {
  const shown = harmless(line)
  return `  | ${shown}${shown.endsWith(')') ? ' ' : ''}`
}
