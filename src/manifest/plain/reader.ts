import type { Json, JsonMap } from '../manifest.ts'
import { emptyMap } from '../map.ts'
import { resolvePlainKey } from '../scalar.ts'
import { maxDepth } from '../tree.ts'
import { readBlockScalar } from './block-scalar.ts'
import { FlowReader } from './flow.ts'
import { ContentLines } from './lines.ts'
import type { Places } from './places.ts'
import { canStartBlockPlain, isSpecialWordStart, plainValue } from './plain-scalar.ts'
import { quotedEnd, quotedText } from './quoted.ts'
import { unusual } from './unusual.ts'

const space = 32
const hash = 35
const colon = 58
/** An implicit key ends within 1,024 characters (YAML 1.2.2, 7.4.2). */
const longestKey = 1000

/**
 * Reads the plain subset of YAML that nearly every manifest is written in, in one pass: block maps and lists, flow
 * collections, quoted scalars on one line, block scalars, comments. Anything else (anchors, tags, merge keys, quotes
 * over several lines, duplicate keys, any mistake) throws `unusual`, and the `yaml` library reads the document. What
 * both read is equal: a property test says so.
 */
export class PlainReader {
  private readonly text: string
  private readonly lines: ContentLines
  private readonly flow: FlowReader
  private readonly places: Places | null
  /** Where the value that was read last starts and ends. */
  private valueStart = 0
  private valueEnd = 0

  constructor(text: string, start: number, limit: number, returns: boolean, places: Places | null) {
    this.text = text
    this.lines = new ContentLines(text, start, limit, returns)
    this.flow = new FlowReader(this.lines, places)
    this.places = places
  }

  read(): Json {
    const { lines, text } = this
    lines.advance()
    if (lines.indent === 0 && text.startsWith('---', lines.at)) {
      lines.expectLineEnd(lines.at + 3)
      lines.advance()
    }
    if (this.atEnd()) return null
    const start = lines.at
    const value = this.node(-1, 1)
    if (!this.atEnd()) throw unusual
    if (this.places !== null) this.places.root = [start, this.valueEnd]
    return value
  }

  private atEnd(): boolean {
    const { lines, text } = this
    if (lines.indent < 0) return true
    if (lines.indent !== 0 || !text.startsWith('...', lines.at)) return false
    lines.expectLineEnd(lines.at + 3)
    return true
  }

  /** What starts on the current line: a block collection, or a value behind the line of its key. */
  private node(parentIndent: number, depth: number): Json {
    const { lines } = this
    if (depth > maxDepth) throw unusual
    if (lines.isItem(lines.at)) return this.sequence(lines.indent, depth)
    const first = this.text.charCodeAt(lines.at)
    if (first === 91 || first === 123) return this.inline(lines.at, parentIndent, depth)
    if (this.keyEnd(lines.at) >= 0) return this.map(lines.indent, depth)
    if (depth === 1 || first === 124 || first === 62) throw unusual
    return this.inline(lines.at, parentIndent, depth)
  }

  private sequence(indent: number, depth: number): Json {
    const { lines, text } = this
    const items: Json[] = []
    const spans: [number, number][] = []
    while (lines.indent === indent && lines.isItem(lines.at)) {
      const dash = lines.at
      let at = dash + 1
      while (at < lines.end && text.charCodeAt(at) === space) at++
      if (at === lines.end || text.charCodeAt(at) === hash) {
        lines.advance()
        const nested = lines.indent > indent
        this.valueStart = nested ? lines.at : dash
        if (nested) items.push(this.node(indent, depth + 1))
        else {
          items.push(null)
          this.valueEnd = dash + 1
        }
      } else if (lines.isItem(at) || this.keyEnd(at) >= 0) {
        lines.at = at
        lines.indent = at - lines.lineStart
        items.push(this.node(indent, depth + 1))
        this.valueStart = at
      } else {
        items.push(this.inline(at, indent, depth + 1))
        this.valueStart = at
      }
      if (this.places !== null) spans.push([this.valueStart, this.valueEnd])
    }
    if (lines.indent > indent) throw unusual
    this.places?.items.set(items, spans)
    return items
  }

  private map(indent: number, depth: number): JsonMap {
    const { lines } = this
    const map = emptyMap()
    const fields = this.places === null ? null : new Map()
    while (lines.indent === indent) {
      const start = lines.at
      if (lines.isItem(start) || (indent === 0 && this.atEnd())) break
      const end = this.keyEnd(start)
      if (end < 0) throw unusual
      const name = this.key(start, end)
      if (map[name] !== undefined) throw unusual
      this.valueStart = end + 1
      this.valueEnd = end + 1
      map[name] = this.fieldValue(end + 1, indent, depth + 1)
      fields?.set(name, {
        key: start,
        keyEnd: end,
        value: this.valueStart,
        valueEnd: this.valueEnd
      })
    }
    if (lines.indent > indent) throw unusual
    if (fields !== null) this.places?.fields.set(map, fields)
    return map
  }

  /** The colon behind the implicit key at `at`; -1: there is none on the line. */
  private keyEnd(at: number): number {
    const { lines, text } = this
    const first = text.charCodeAt(at)
    if (first === 34 || first === 39) {
      const end = quotedEnd(text, at, lines.end)
      return this.isColon(end) && end - at < longestKey ? end : -1
    }
    if (!canStartBlockPlain(first, text.charCodeAt(at + 1))) return -1
    const limit = lines.end
    for (let i = at; i < limit; i++) {
      const code = text.charCodeAt(i)
      if (code === colon && this.isColon(i)) return i - at < longestKey ? i : -1
      if (code === hash && text.charCodeAt(i - 1) === space) return -1
    }
    return -1
  }

  private isColon(at: number): boolean {
    return (
      this.text.charCodeAt(at) === colon &&
      (at + 1 === this.lines.end || this.text.charCodeAt(at + 1) === space)
    )
  }

  private key(start: number, end: number): string {
    const first = this.text.charCodeAt(start)
    if (first === 34 || first === 39) return quotedText(this.text, start, end)
    const key = this.text.slice(start, end)
    if (key.charCodeAt(key.length - 1) <= space || key === '<<' || key.includes('\t')) throw unusual
    if (!isSpecialWordStart(first)) return key
    return resolvePlainKey(key) ?? fail()
  }

  /** What stands behind a key: on its line, or in the lines below it. */
  private fieldValue(from: number, indent: number, depth: number): Json {
    const { lines, text } = this
    let at = from
    while (at < lines.end && text.charCodeAt(at) === space) at++
    if (at < lines.end && text.charCodeAt(at) !== hash) {
      const value = this.inline(at, indent, depth)
      this.valueStart = at
      return value
    }
    lines.advance()
    const item = lines.indent === indent && lines.isItem(lines.at)
    if (lines.indent <= indent && !item) return null
    const start = lines.at
    const value = item ? this.sequence(indent, depth) : this.node(indent, depth)
    this.valueStart = start
    return value
  }

  /** A value that starts at `at` on the current line; moves to the line behind it. */
  private inline(at: number, parentIndent: number, depth: number): Json {
    const { lines, text } = this
    const first = text.charCodeAt(at)
    switch (first) {
      case 34:
      case 39: {
        const end = this.quotedEnd(at)
        this.valueEnd = end
        return this.endOfLine(quotedText(text, at, end), end)
      }
      case 91:
      case 123: {
        if (depth > maxDepth) throw unusual
        const value = this.flow.read(at, depth)
        this.valueEnd = this.flow.at
        return this.endOfLine(value, this.flow.at)
      }
      case 124:
      case 62: {
        const scalar = readBlockScalar(lines, at, parentIndent)
        this.valueEnd = scalar.end
        lines.advance()
        return scalar.text
      }
    }
    if (!canStartBlockPlain(first, text.charCodeAt(at + 1)) || lines.isItem(at)) throw unusual
    return this.plain(at, parentIndent)
  }

  /** Behind the closing quote, on this line or a later one, which the lines move to: libyaml asks for no indentation. */
  private quotedEnd(at: number): number {
    const { lines, text } = this
    const end = quotedEnd(text, at, lines.limit)
    if (end < 0) throw unusual
    while (end > lines.end) {
      lines.lineStart = lines.following
      lines.end = lines.lineEnd(lines.following)
    }
    return end
  }

  private endOfLine(value: Json, from: number): Json {
    this.lines.expectEndBehind(from)
    this.lines.advance()
    return value
  }

  private plain(at: number, parentIndent: number): Json {
    const { lines } = this
    const first = this.plainLine(at)
    let value = first
    while (!this.commented) {
      const before = lines.following
      lines.advance()
      if (lines.indent <= parentIndent) return plainValue(value)
      const skipped = this.blankLines(before)
      if (lines.isItem(lines.at)) throw unusual
      const more = this.plainLine(lines.at)
      value += (skipped > 0 ? '\n'.repeat(skipped) : ' ') + more
    }
    lines.advance()
    if (lines.indent > parentIndent) throw unusual
    return plainValue(value)
  }

  /** Whether the plain line read last ended in a comment, behind which a scalar cannot go on. */
  private commented = false

  /** The part of a plain scalar on the current line. Unusual: what looks like a key in it. */
  private plainLine(at: number): string {
    const { lines, text } = this
    const limit = lines.end
    let end = limit
    this.commented = false
    for (let i = at; i < limit; i++) {
      const code = text.charCodeAt(i)
      if (code === colon && this.isColon(i)) throw unusual
      if (code === hash && text.charCodeAt(i - 1) === space) {
        this.commented = true
        end = i
        break
      }
      if (code === 9) throw unusual
    }
    while (text.charCodeAt(end - 1) === space) end--
    this.valueEnd = end
    return text.slice(at, end)
  }

  /** Blank lines between `from` and the current line. Unusual: a comment among them. */
  private blankLines(from: number): number {
    let count = 0
    for (let at = from; at < this.lines.lineStart; at++) {
      const code = this.text.charCodeAt(at)
      if (code === hash) throw unusual
      if (code === 10) count++
    }
    return count
  }
}

function fail(): never {
  throw unusual
}
