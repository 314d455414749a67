import type { ContentLines } from './lines.ts'
import { unusual } from './unusual.ts'

const space = 32
const tab = 9

/** The text of a block scalar, and where it ends without the line breaks behind it. */
export interface BlockScalar {
  readonly text: string
  readonly end: number
}

/**
 * A `|` or `>` scalar whose header stands at `at` on the current line. Moves `lines.following` behind it.
 * Unusual: empty content, and spaces on leading lines, of which the indentation could be told.
 */
export function readBlockScalar(
  lines: ContentLines,
  at: number,
  parentIndent: number
): BlockScalar {
  const { text, limit } = lines
  const header = readHeader(lines, at)
  const content: string[] = []
  let indent = header.indent === 0 ? -1 : parentIndent + header.indent
  let end = at
  let start = lines.following
  while (start < limit) {
    const lineEnd = lines.lineEnd(start)
    let first = start
    while (first < lineEnd && text.charCodeAt(first) === space) first++
    const columns = first - start
    const blank = first === lineEnd
    if (blank && (indent < 0 || columns <= indent)) {
      if (indent < 0 && columns > 0) throw unusual
      content.push('')
    } else {
      if (indent < 0 && columns > parentIndent) indent = columns
      if (end === at && text.charCodeAt(first) === tab) throw unusual
      if (columns < indent || indent < 0) {
        if (columns > parentIndent) throw unusual
        lines.following = start
        break
      }
      content.push(text.slice(start + indent, lineEnd))
      end = lineEnd
    }
    start = lines.following
  }
  if (end === at) throw unusual
  let trailing = 0
  while (content.at(-1) === '') {
    content.pop()
    trailing++
  }
  const body = header.folded ? fold(content) : content.join('\n')
  const breaks = end === limit || header.chomp === '-' ? 0 : header.chomp === '+' ? trailing + 1 : 1
  return { text: body + '\n'.repeat(breaks), end }
}

interface Header {
  readonly folded: boolean
  readonly chomp: '-' | '+' | ''
  /** Columns behind the parent's; 0: those of the first line. */
  readonly indent: number
}

function readHeader(lines: ContentLines, at: number): Header {
  const { text } = lines
  let chomp: Header['chomp'] = ''
  let indent = 0
  let end = at + 1
  for (; end < at + 3; end++) {
    const letter = text.charAt(end)
    if ((letter === '-' || letter === '+') && chomp === '') chomp = letter
    else if (letter >= '1' && letter <= '9' && indent === 0) indent = Number(letter)
    else break
  }
  lines.expectLineEnd(end)
  return { folded: text.charCodeAt(at) === 62, chomp, indent }
}

/** Line breaks become spaces, blank lines become line breaks. Unusual: lines with white space of their own in front. */
function fold(content: readonly string[]): string {
  let text = ''
  let blank = 0
  for (const [index, line] of content.entries()) {
    if (line === '') {
      blank++
      continue
    }
    if (line.startsWith(' ') || line.startsWith('\t')) throw unusual
    if (blank > 0) text += '\n'.repeat(blank)
    else if (index > 0) text += ' '
    text += line
    blank = 0
  }
  return text
}
