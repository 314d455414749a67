import { UNSEEN, visible } from './visible.ts'

/**
 * One function per format for text that the author of a pull request controls. Markdown: nothing of it
 * stands outside a code span except plain words, since GitHub links mentions, numbers, hashes and addresses
 * in prose after rendering, where a backslash no longer helps; it leaves code alone.
 */

export type MarkdownPlace = 'text' | 'cell'

/** A code span whose fence is longer than any run of backticks in it (CommonMark 0.31 §6.1). */
export function markdownCode(text: string, place: MarkdownPlace = 'text', limit = 160): string {
  let shown = visible(text, limit).replaceAll('<!--', '<\\x21--')
  if (shown === '') shown = '""'
  // A table splits cells before it looks for code spans (GFM §4.10): only `\|` survives, without its backslash.
  if (place === 'cell') {
    shown = shown.replace(
      /(\\*)\|/g,
      (_, slashes: string) => `${'\\x5c'.repeat(slashes.length)}\\|`
    )
  }
  let longest = 0
  for (const run of shown.match(/`+/g) ?? []) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

/** Lines to paste, in a fence longer than any run of backticks in them (CommonMark 0.31 §4.5). */
export function markdownBlock(lines: readonly string[], indent: string, most = 60): string {
  const shown = lines.slice(0, most).map(line => visible(line, 300).replaceAll('<!--', '<\\x21--'))
  if (lines.length > most) shown.push(`… (${lines.length - most} more lines)`)
  let longest = 2
  for (const run of shown.join('\n').match(/`+/g) ?? []) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  return [fence, ...shown, fence].map(line => `${indent}${line}`).join('\n')
}

/** Words that no renderer turns into anything else: letters, inner hyphens and apostrophes, small numbers. */
const INERT = /^(?:[A-Za-z]+(?:['-][A-Za-z]+)*|\d{1,5}|[→·%])$/
/** Seven hex digits and more may be linked as a commit, what follows `www.` as an address. */
const LINKS = /^(?:[a-fA-F]{7,}|www)$/i
const TOKEN = /"([^"]*)"([.,;:)]*)|(\(?)(\S+?)([.,;:)]*)(?=\s|$)/g

/** A sentence: plain words stay prose, everything else (quoted, dotted, numbered, …) becomes code. */
export function markdownProse(text: string, place: MarkdownPlace = 'text', limit = 600): string {
  const pieces: { code: boolean; open: string; text: string; close: string }[] = []
  for (const match of visible(text, limit).matchAll(TOKEN)) {
    const [, quoted, afterQuote, open = '', word = '', close = ''] = match
    const piece =
      quoted === undefined
        ? { code: !isInert(word), open, text: word, close }
        : { code: true, open: '', text: quoted, close: afterQuote ?? '' }
    const last = pieces.at(-1)
    const joins =
      quoted === undefined && piece.code && last?.code === true && last.close === '' && open === ''
    if (joins && last !== undefined) {
      last.text += ` ${piece.text}`
      last.close = piece.close
    } else {
      pieces.push(piece)
    }
  }
  const parts: string[] = []
  for (const { code, open, text: words, close } of pieces) {
    parts.push(`${open}${code ? markdownCode(words, place, limit) : words}${close}`)
  }
  return parts.join(' ')
}

function isInert(word: string): boolean {
  return INERT.test(word) && !LINKS.test(word)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;'
}

/** For text and quoted attributes of HTML and XML. */
export function escapeHtml(text: string, limit?: number): string {
  return visible(text, limit).replace(/[&<>"'`]/g, character => ENTITIES[character] ?? character)
}

/** For a terminal or a log: no escape sequence, no carriage return, one line. */
export function plain(text: string, limit?: number): string {
  return visible(text, limit)
}

/** For SARIF `message.text`, where `[text](target)` would be a link (SARIF 2.1.0 §3.11.6). */
export function sarifText(text: string, limit?: number): string {
  return visible(text, limit).replace(/[\\[\]]/g, '\\$&')
}

/** JSON whose strings hold no invisible characters: written as `\uNNNN`, which reads back the same. */
export function jsonText(value: unknown): string {
  // Only runs beyond ASCII can hold any; of ASCII, JSON leaves DEL alone unescaped.
  return JSON.stringify(value, null, 2).replace(/[^\n -~]+/g, run =>
    run.replace(UNSEEN, character => character.replace(/[\s\S]/g, unit))
  )
}

function unit(half: string): string {
  return `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`
}
