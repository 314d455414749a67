import { unusual } from './unusual.ts'

const doubleQuote = 34
const singleQuote = 39
const backslash = 92
/** JSON's escapes mean the same in YAML; the others, surrogates among them, are the library's. */
const jsonEscapes = /^(?:[^\\\p{Cc}]|\\["\\/bfnrt]|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4})*$/u

/** The end of a quoted scalar on one line, behind its closing quote. `at` is its opening quote. */
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
  throw unusual
}

/** What a quoted scalar on one line means; `end` is behind its closing quote. */
export function quotedText(text: string, at: number, end: number): string {
  const raw = text.slice(at + 1, end - 1)
  if (text.charCodeAt(at) === singleQuote)
    return raw.includes("'") ? raw.replaceAll("''", "'") : raw
  if (!raw.includes('\\')) return raw
  if (!jsonEscapes.test(raw)) throw unusual
  return JSON.parse(`"${raw}"`)
}
