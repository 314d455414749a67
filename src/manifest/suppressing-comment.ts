import { Lexer } from 'yaml'
import type { Problem } from './problem.ts'

/** A comment `# meshproof: ignore ID, … reason=…`, by offsets into its document. */
export interface SuppressingComment {
  readonly ids: readonly string[]
  readonly reason: string
  readonly start: number
  readonly end: number
  /** Findings that start in here are meant; end exclusive. */
  readonly covers: readonly [start: number, end: number]
}

export interface Comments {
  readonly comments: readonly SuppressingComment[]
  readonly problems: readonly Problem[]
}

const marker = 'meshproof:'
const idShape = /^(?:[a-z0-9-]+\/[a-z0-9-]+|IST\d{4}|KIA\d{4})$/

/**
 * The suppressing comments of a document. Behind content a comment is about its line; on a line of its own about the
 * block that begins on the next line, which is the whole document where that is its first.
 */
export function suppressingComments(text: string): Comments {
  const comments: SuppressingComment[] = []
  const problems: Problem[] = []
  if (!text.includes(marker)) return { comments, problems }
  const lines = contentLines(text)
  for (const [start, comment] of commentsOf(text)) {
    const order = /^#\s*meshproof:\s*(.*?)\s*$/.exec(comment)?.[1]
    if (order === undefined) continue
    const end = start + comment.trimEnd().length
    const read = readOrder(order)
    if (typeof read === 'string') problems.push(invalid(read, start, end))
    else comments.push({ ...read, start, end, covers: covered(text, start, lines) })
  }
  return { comments, problems }
}

/** Lexemes that stand for no character of the text: document start, scalar, end of a broken collection. */
const zeroWidth = new Set(['\u0002', '\u001f', '\u0018'])

function* commentsOf(text: string): Generator<[offset: number, comment: string]> {
  let offset = 0
  let before = ''
  for (const lexeme of new Lexer().lex(text)) {
    if (zeroWidth.has(lexeme)) {
      before = lexeme
      continue
    }
    // Behind the mark of a scalar a `#` is text.
    if (lexeme.startsWith('#') && before !== '\u001f') yield [offset, lexeme]
    offset += lexeme.length
    before = lexeme
  }
}

/** What is wrong with it, where it is a text. */
function readOrder(order: string): { ids: string[]; reason: string } | string {
  const [, list = ''] = /^ignore\s+(.*)$/.exec(order) ?? []
  if (list === '') return 'it does not say "ignore" and what'
  const at = list.search(/(?:^|\s)reason=/)
  const ids = (at < 0 ? list : list.slice(0, at)).split(/[\s,]+/).filter(id => id !== '')
  const strange = ids.find(id => !idShape.test(id))
  if (strange !== undefined) return `${JSON.stringify(strange)} is no id of a finding`
  if (ids.length === 0) return 'it names no id of a finding'
  const reason =
    at < 0
      ? ''
      : list
          .slice(at)
          .trim()
          .slice('reason='.length)
          .replace(/^"(.*)"$/, '$1')
          .trim()
  return reason === '' ? 'it gives no reason' : { ids, reason }
}

function invalid(why: string, start: number, end: number): Problem {
  return {
    id: 'manifest/invalid-suppression',
    severity: 'warning',
    message: `This comment suppresses nothing: ${why}. Write "# meshproof: ignore virtual-service/unknown-host reason=why it is wanted".`,
    params: { why },
    start,
    end,
    related: []
  }
}

function covered(
  text: string,
  comment: number,
  lines: readonly ContentLine[]
): readonly [number, number] {
  const lineStart = text.lastIndexOf('\n', comment - 1) + 1
  const before = text.slice(lineStart, comment)
  if (before.trim() !== '' && !/^---\s/.test(before)) {
    return [lineStart + before.length - before.trimStart().length, comment]
  }
  const first = firstBehind(lines, comment)
  if (first === undefined) return [comment, comment]
  return [first.start, first === lines[0] ? text.length : first.blockEnd]
}

/** A line that is not blank, a comment or a marker. */
interface ContentLine {
  /** Its first character that is not a space. */
  readonly start: number
  readonly indent: number
  readonly isItem: boolean
  /** Where the block that it opens ends: at the next line that is not deeper. */
  blockEnd: number
}

function contentLines(text: string): ContentLine[] {
  const lines: ContentLine[] = []
  const open: ContentLine[] = []
  let at = 0
  for (const raw of text.split('\n')) {
    const indent = raw.length - raw.trimStart().length
    if (!/^\s*(?:#.*)?$/.test(raw) && !/^(?:---|\.\.\.)(?:\s|$)/.test(raw)) {
      const isItem = /^-(?:\s|$)/.test(raw.trimStart())
      const line = { start: at + indent, indent, isItem, blockEnd: text.length }
      for (let last = open.at(-1); last !== undefined && ends(last, line); last = open.at(-1)) {
        last.blockEnd = at
        open.pop()
      }
      open.push(line)
      lines.push(line)
    }
    at += raw.length + 1
  }
  return lines
}

/** Items may stand at the column of their key. */
function ends(block: ContentLine, line: ContentLine): boolean {
  if (line.indent !== block.indent) return line.indent < block.indent
  return block.isItem || !line.isItem
}

function firstBehind(lines: readonly ContentLine[], offset: number): ContentLine | undefined {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.start ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return lines[low]
}
