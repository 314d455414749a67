import type { SourceRange } from '../../finding.ts'
import type { SettingsFiles } from './settings.ts'

/** A line of a template that can be recognised in what it renders to. */
export interface TemplateLine {
  readonly file: string
  /** 1-based. */
  readonly number: number
  readonly text: string
  /** What stands between its actions, in order; one part: no action. */
  readonly parts: readonly string[]
}

const lineLimit = 5000

/** Lines of a template, then those of the named templates that it includes, wherever those are defined. */
export function templateLines(file: string, files: SettingsFiles): TemplateLine[] {
  const found: TemplateLine[] = []
  const open: { file: string; first: number; lines: readonly string[] }[] = []
  const text = files.text(file)
  if (text !== null) open.push({ file, first: 1, lines: text.split('\n') })
  const included = new Set<string>()
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    for (const [index, line] of next.lines.entries()) {
      if (found.length >= lineLimit) return found
      found.push(templateLine(next.file, next.first + index, line))
      for (const { 1: name = '' } of line.matchAll(/\b(?:include|template)\s+"([^"\n]+)"/g)) {
        if (included.has(name)) continue
        included.add(name)
        const body = definitionOf(name, files)
        if (body !== null) open.push(body)
      }
    }
  }
  return found
}

function templateLine(file: string, number: number, text: string): TemplateLine {
  const parts = text.trim().split(/\{\{.*?\}\}/)
  return { file, number, text, parts }
}

/** `{{ define "shop.labels" }}` up to its end, by the nesting of actions that have one. */
function definitionOf(
  name: string,
  files: SettingsFiles
): { file: string; first: number; lines: readonly string[] } | null {
  for (const file of files.paths()) {
    if (!/(?:^|\/)templates\//.test(file)) continue
    const text = files.text(file)
    if (text === null || !text.includes(`"${name}"`)) continue
    const lines = text.split('\n')
    const start = lines.findIndex(
      line => /\{\{-?\s*define\s/.test(line) && line.includes(`"${name}"`)
    )
    if (start < 0) continue
    let depth = 0
    for (let index = start; index < lines.length; index++) {
      for (const { 1: word } of (lines[index] ?? '').matchAll(
        /\{\{-?\s*(define|if|range|with|block|end)\b/g
      )) {
        depth += word === 'end' ? -1 : 1
      }
      if (depth > 0) continue
      return { file, first: start + 1, lines: lines.slice(start, index + 1) }
    }
  }
  return null
}

/** The first line at or after an index that may have rendered to a text; -1 where none may. */
export function findLine(lines: readonly TemplateLine[], rendered: string, from: number): number {
  const text = rendered.trim()
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]
    if (line !== undefined && matches(line.parts, text)) return index
  }
  return -1
}

/** Literal parts in order, the first at the beginning and the last at the end; a line of actions alone says nothing. */
function matches(parts: readonly string[], text: string): boolean {
  const [first = ''] = parts
  if (parts.length === 1) return first !== '' && first === text
  if (!parts.some(part => /\w/.test(part))) return false
  const last = parts.at(-1) ?? ''
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  let at = first.length
  const end = text.length - last.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= end
}

export function rangeOf({ file, number, text }: TemplateLine): SourceRange {
  const start = text.length - text.trimStart().length
  const end = Math.max(start + 1, text.trimEnd().length)
  return {
    file,
    start: { line: number, column: start + 1 },
    end: { line: number, column: end + 1 }
  }
}
