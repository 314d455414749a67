import { unusual } from './unusual.ts'

const space = 32
const tab = 9
const hash = 35
const carriageReturn = 13

/**
 * Walks the lines of a text that hold content, with their indentation. Blank lines and lines that are only a comment
 * are passed over.
 */
export class ContentLines {
  readonly text: string
  /** Where the walk ends, exclusive. */
  readonly limit: number
  private readonly returns: boolean
  /** Start of the line after the current one. */
  following: number
  /** The current line: its start, its first character that is not a space, its end without the line break. */
  lineStart = 0
  at = 0
  end = 0
  /** Columns before `at`; -1 once the text is over. */
  indent = -1

  /** `returns`: the text may hold carriage returns, each before a line feed. */
  constructor(text: string, start: number, limit: number, returns: boolean) {
    this.text = text
    this.limit = limit
    this.following = start
    this.returns = returns
  }

  /** To the next line with content. Unusual: a tab before the content. */
  advance(): void {
    const text = this.text
    while (this.following < this.limit) {
      const start = this.following
      const end = this.lineEnd(start)
      let at = start
      while (at < end && text.charCodeAt(at) === space) at++
      if (at === end) continue
      const code = text.charCodeAt(at)
      if (code === hash) continue
      if (code === tab) throw unusual
      this.lineStart = start
      this.end = end
      this.at = at
      this.indent = at - start
      return
    }
    this.indent = -1
  }

  /** The end of the line that starts at `start`; moves `following` behind it. */
  lineEnd(start: number): number {
    const text = this.text
    const feed = text.indexOf('\n', start)
    const end = feed < 0 || feed >= this.limit ? this.limit : feed
    this.following = end === this.limit ? end : end + 1
    return this.returns && end > start && text.charCodeAt(end - 1) === carriageReturn
      ? end - 1
      : end
  }

  /** Nothing but spaces and a comment behind a space may follow on the line. */
  expectLineEnd(from: number): void {
    if (this.text.charCodeAt(from) === hash) throw unusual
    this.expectEndBehind(from)
  }

  /** The same behind a closing quote or bracket, where a comment needs no space (libyaml). */
  expectEndBehind(from: number): void {
    let at = from
    while (at < this.end && this.text.charCodeAt(at) === space) at++
    if (at < this.end && this.text.charCodeAt(at) !== hash) throw unusual
  }

  /** A `-` that opens an item stands at `at`. */
  isItem(at: number): boolean {
    return (
      this.text.charCodeAt(at) === 45 &&
      (at + 1 === this.end || this.text.charCodeAt(at + 1) === space)
    )
  }
}
