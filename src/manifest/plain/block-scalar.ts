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
 * Unusual: an explicit indentation, empty content, spaces that count on a line of their own.
 */
export function readBlockScalar(
  lines: ContentLines,
  at: number,
  parentIndent: number
): BlockScalar {
  const { text, limit } = lines
  const folded = text.charCodeAt(at) === 62
  const chomp = text.charAt(at + 1)
  const chomped = chomp === '-' || chomp === '+'
  lines.expectLineEnd(at + (chomped ? 2 : 1))
  const content: string[] = []
  let indent = -1
  let end = at
  let start = lines.following
  while (start < limit) {
    const lineEnd = lines.lineEnd(start)
    let first = start
    while (first < lineEnd && text.charCodeAt(first) === space) first++
    const columns = first - start
    if (first === lineEnd) {
      if (indent < 0 ? columns > 0 : columns > indent) throw unusual
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
  if (indent < 0) throw unusual
  let trailing = 0
  while (content.at(-1) === '') {
    content.pop()
    trailing++
  }
  const body = folded ? fold(content) : content.join('\n')
  const breaks = end === limit || chomp === '-' ? 0 : chomp === '+' ? trailing + 1 : 1
  return { text: body + '\n'.repeat(breaks), end }
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
