import type { Json, JsonMap } from '../manifest.ts'
import { emptyMap } from '../map.ts'
import { resolvePlainKey } from '../scalar.ts'
import { maxDepth } from '../tree.ts'
import type { ContentLines } from './lines.ts'
import type { Places } from './places.ts'
import { canStartPlain, plainValue } from './plain-scalar.ts'
import { quotedEnd, quotedText } from './quoted.ts'
import { unusual } from './unusual.ts'

const space = 32
const hash = 35
const comma = 44
const colon = 58
const openBracket = 91
const closeBracket = 93
const openBrace = 123
const closeBrace = 125

/**
 * Flow collections, on one line or several. Indentation inside of them means nothing to Kubernetes (libyaml), nor here.
 * Unusual: single pairs in a list, keys over two lines, plain or quoted scalars over several lines.
 */
export class FlowReader {
  /** Behind what was read last. */
  at = 0
  private readonly lines: ContentLines
  private readonly text: string
  private readonly places: Places | null
  private depth = 0

  constructor(lines: ContentLines, places: Places | null) {
    this.lines = lines
    this.text = lines.text
    this.places = places
  }

  /** The collection whose bracket stands at `at`; the lines move to the one where it ends. */
  read(at: number, depth: number): Json {
    this.at = at
    this.depth = depth
    return this.value()
  }

  private value(): Json {
    const code = this.text.charCodeAt(this.at)
    if (code === openBracket) return this.sequence()
    if (code === openBrace) return this.map()
    if (code === 34 || code === 39) return this.quoted()
    return plainValue(this.plain())
  }

  private sequence(): Json {
    const items: Json[] = []
    const spans: [number, number][] = []
    this.open()
    while (this.text.charCodeAt(this.at) !== closeBracket) {
      const start = this.at
      items.push(this.value())
      spans.push([start, this.at])
      this.separator(closeBracket)
    }
    this.close()
    this.places?.items.set(items, spans)
    return items
  }

  private map(): JsonMap {
    const map = emptyMap()
    const fields = this.places === null ? null : new Map()
    this.open()
    while (this.text.charCodeAt(this.at) !== closeBrace) {
      const key = this.at
      const name = this.key()
      const keyEnd = this.at
      const line = this.lines.lineStart
      if (map[name] !== undefined) throw unusual
      this.blank()
      const paired = this.text.charCodeAt(this.at) === colon
      if (paired) {
        if (this.lines.lineStart !== line) throw unusual
        this.at++
        this.blank()
      }
      const value = this.at
      map[name] = paired ? this.value() : null
      fields?.set(name, { key, keyEnd, value, valueEnd: this.at })
      this.separator(closeBrace)
    }
    this.close()
    if (fields !== null) this.places?.fields.set(map, fields)
    return map
  }

  private key(): string {
    const code = this.text.charCodeAt(this.at)
    if (code === 34 || code === 39) return this.quoted()
    const text = this.plain()
    if (text === '<<') throw unusual
    const name = resolvePlainKey(text)
    if (name === null) throw unusual
    return name
  }

  private open(): void {
    if (++this.depth > maxDepth) throw unusual
    this.at++
    this.blank()
  }

  private close(): void {
    this.depth--
    this.at++
  }

  private separator(close: number): void {
    this.blank()
    const code = this.text.charCodeAt(this.at)
    if (code === comma) {
      this.at++
      this.blank()
    } else if (code !== close) throw unusual
  }

  /** Over white space, line breaks and comments. */
  private blank(): void {
    const { lines, text } = this
    for (;;) {
      while (this.at < lines.end && text.charCodeAt(this.at) === space) this.at++
      const comment = text.charCodeAt(this.at) === hash && text.charCodeAt(this.at - 1) === space
      if (this.at < lines.end && !comment) return
      lines.advance()
      if (lines.indent < 0) throw unusual
      this.at = lines.at
    }
  }

  private quoted(): string {
    const start = this.at
    this.at = quotedEnd(this.text, start, this.lines.end)
    if (this.at < 0) throw unusual
    return quotedText(this.text, start, this.at)
  }

  private plain(): string {
    const { text, lines } = this
    const start = this.at
    if (!canStartPlain(text.charCodeAt(start)) || lines.isItem(start)) throw unusual
    let at = start
    for (; at < lines.end; at++) {
      const code = text.charCodeAt(at)
      if (code === comma || code === closeBracket || code === closeBrace) break
      if (code === openBracket || code === openBrace || code === 63) throw unusual
      if (code === 9 || code === hash) throw unusual
      // Only white space ends a scalar behind a colon (libyaml): `[2001:db8::]` holds one.
      if (code === colon && (text.charCodeAt(at + 1) === space || at + 1 === lines.end)) break
    }
    let end = at
    while (end > start && text.charCodeAt(end - 1) === space) end--
    const found = text.slice(start, end)
    if (found === '-') throw unusual
    this.at = end
    return found
  }
}
