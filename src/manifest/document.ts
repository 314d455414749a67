import type { FieldPath, Part, SourceRange } from '../finding.ts'
import type { Lines } from './lines.ts'
import { DocumentLocator, type Span } from './locate.ts'
import type { Json } from './manifest.ts'
import { type Problem, Refused } from './problem.ts'
import type { Slice } from './split.ts'
import { composeTree } from './tree.ts'
import { treeValue } from './value.ts'

/** Syntax trees are ten times the size of values: only those asked for last are kept. */
const keptTrees = 64
const withTrees: SourceDocument[] = []

/** One document of a text: its value at once, its places when asked. Knows no path: files with equal bytes share it. */
export class SourceDocument {
  readonly slice: Slice
  /** `undefined`: it could not be read, and `problems` says why. */
  readonly value: Json | undefined
  readonly problems: readonly Problem[]
  private readonly text: string
  private readonly lines: Lines
  private locator: DocumentLocator | null = null

  constructor(text: string, lines: Lines, slice: Slice) {
    this.text = text
    this.lines = lines
    this.slice = slice
    const read = readValue(text.slice(slice.start, slice.end))
    this.value = read.value
    this.problems = read.problems
  }

  locate(file: string, path: FieldPath, part: Part): SourceRange {
    return this.range(file, this.tree().span(path, part))
  }

  /** Offsets into this document as a place in the file. */
  range(file: string, [start, end]: Span): SourceRange {
    return {
      file,
      start: this.lines.position(this.slice.start + start),
      end: this.lines.position(this.slice.start + end)
    }
  }

  /** The line of the first thing that is not a comment, a marker or blank. */
  get line(): number {
    return this.lines.position(this.slice.start + contentOffset(this.content())).line
  }

  content(): string {
    return this.text.slice(this.slice.start, this.slice.end)
  }

  private tree(): DocumentLocator {
    if (this.locator !== null) return this.locator
    this.locator = new DocumentLocator(this.content())
    withTrees.push(this)
    const oldest = withTrees.length > keptTrees ? withTrees.shift() : undefined
    if (oldest !== undefined) oldest.locator = null
    return this.locator
  }
}

function readValue(text: string): { value: Json | undefined; problems: readonly Problem[] } {
  try {
    return treeValue(composeTree(text))
  } catch (error) {
    if (error instanceof Refused) return { value: undefined, problems: [error.problem] }
    throw error
  }
}

/** Where the content of a document begins, behind comments, directives, blank lines and its `---`. */
export function contentOffset(text: string): number {
  let at = 0
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const stop = end < 0 ? text.length : end
    const line = text.slice(at, stop)
    const marker = /^---(?:\s+|$)/.exec(line)?.[0].length ?? 0
    const rest = line.slice(marker)
    const indent = rest.length - rest.trimStart().length
    if (
      rest.trim() !== '' &&
      !/^\s*#/.test(rest) &&
      !line.startsWith('%') &&
      !/^\.\.\.(?:\s|$)/.test(line)
    ) {
      return at + marker + indent
    }
    at = stop + 1
  }
  return 0
}
