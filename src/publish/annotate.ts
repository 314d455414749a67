import * as core from '@actions/core'
import { shorten, visible } from '../report/visible.ts'
import type { Annotation } from './annotations.ts'
import { annotation as text } from './log.ts'

const write = { error: core.error, warning: core.warning, notice: core.notice }

/** Columns are said only where both ends are on one line: GitHub refuses them otherwise. */
export function annotate(annotations: readonly Annotation[]): void {
  for (const { level, title, message, at } of annotations) {
    const oneLine = at.start.line === at.end.line
    const lines = message.replaceAll('\n', '; ')
    if (visible(at.file) !== at.file) {
      // A name that cannot be shown as it is names no file to GitHub either.
      write[level](text(`${at.file}:${at.start.line}: ${lines}`), { title: titleOf(title) })
      continue
    }
    write[level](text(lines), {
      title: titleOf(title),
      file: at.file,
      startLine: at.start.line,
      endLine: Math.max(at.start.line, at.end.line),
      ...(oneLine && { startColumn: at.start.column, endColumn: at.end.column })
    })
  }
}

function titleOf(title: string): string {
  return shorten(text(title), 200)
}
