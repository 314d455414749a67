import { unusual } from './unusual.ts'

const doubleQuote = 34
const singleQuote = 39
const backslash = 92
const control = /[^\P{Cc}\n]/u
const simpleEscapes = '"\\bfnrt'
const codeUnit = /u(?![dD][89a-fA-F])[0-9a-fA-F]{4}/y

/** The end of a quoted scalar, behind its closing quote; -1: it is not closed before `limit`. `at` is its opening quote. */
export function quotedEnd(text: string, at: number, limit: number): number {
  const double = text.charCodeAt(at) === doubleQuote
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i)
    if (double) {
      if (code === backslash) i++
      else if (code === doubleQuote) return i + 1
    } else if (code === singleQuote) {
      if (text.charCodeAt(i + 1) !== singleQuote) return i + 1
      i++
    }
  }
  return -1
}

/**
 * What a quoted scalar means; `end` is behind its closing quote. Line breaks in it become spaces, blank lines become
 * line breaks (YAML 1.2.2, 7.3).
 */
export function quotedText(text: string, at: number, end: number): string {
  let raw = text.slice(at + 1, end - 1)
  if (raw.includes('\n')) raw = foldLines(raw)
  if (text.charCodeAt(at) === singleQuote)
    return raw.includes("'") ? raw.replaceAll("''", "'") : raw
  if (!raw.includes('\\')) return raw
  if (control.test(raw) || !hasJsonEscapes(raw)) throw unusual
  return JSON.parse(`"${raw.replaceAll('\n', '\\n')}"`)
}

/** White space around the line breaks goes; what stands before the closing quote stays. */
function foldLines(raw: string): string {
  if (raw.includes('\t')) throw unusual
  const lines = raw.split('\n')
  let folded = (lines[0] ?? '').trimEnd()
  let blank = 0
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const last = index === lines.length - 1
    const content = last ? line.trimStart() : line.trim()
    if (content === '' && !last) {
      blank++
      continue
    }
    folded += blank > 0 ? '\n'.repeat(blank) : ' '
    folded += content
    blank = 0
  }
  return folded
}

/** JSON's escapes but `\\/` mean the same in YAML; the others, surrogates among them, are left to the library. */
function hasJsonEscapes(raw: string): boolean {
  for (let at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', at + 2)) {
    if (simpleEscapes.includes(raw.charAt(at + 1))) continue
    codeUnit.lastIndex = at + 1
    if (!codeUnit.test(raw)) return false
  }
  return true
}
