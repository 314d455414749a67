import type { FieldPath, Part, SourceRange } from '../finding.ts'
import { type PathLocator, type Span, TreeLocator } from './locate.ts'
import type { Json } from './manifest.ts'
import { PlainLocator } from './plain/locate.ts'
import { PlainReader } from './plain/reader.ts'
import { Unusual } from './plain/unusual.ts'
import { type Problem, Refused } from './problem.ts'
import { codePoint, type SourceText, suspectCharacter } from './source.ts'
import type { Slice } from './split.ts'
import { composeTree } from './tree.ts'
import { treeValue } from './value.ts'

/** Places are several times the size of values: only those asked for last are kept. */
const keptLocators = 64
const withLocators = new Set<SourceDocument>()

/** One document of a text: its value at once, its places when asked. Knows no path: files with equal bytes share it. */
export class SourceDocument {
  readonly slice: Slice
  /** `undefined`: it could not be read, and `problems` says why. */
  readonly value: Json | undefined
  readonly problems: readonly Problem[]
  private readonly source: SourceText
  private readonly plain: boolean
  private locator: PathLocator | null = null

  constructor(source: SourceText, slice: Slice) {
    this.source = source
    this.slice = slice
    const plain = readPlain(source, slice)
    this.plain = plain !== undefined
    const read = plain !== undefined ? { value: plain, problems: [] } : readTree(source, slice)
    this.value = read.value
    this.problems = read.problems
  }

  locate(file: string, path: FieldPath, part: Part): SourceRange {
    return this.range(file, this.located().span(path, part))
  }

  /** Offsets into this document as a place in the file. */
  range(file: string, [start, end]: Span): SourceRange {
    const { lines } = this.source
    return {
      file,
      start: lines.position(this.slice.start + start),
      end: lines.position(this.slice.start + end)
    }
  }

  /** A line of the file that holds this document, 1-based. */
  line(number: number): string {
    return this.source.text.split('\n', number)[number - 1] ?? ''
  }

  content(): string {
    return this.source.text.slice(this.slice.start, this.slice.end)
  }

  private located(): PathLocator {
    if (this.locator !== null) {
      withLocators.delete(this)
      withLocators.add(this)
      return this.locator
    }
    const { text, returns } = this.source
    const { start, end } = this.slice
    this.locator = this.plain
      ? new PlainLocator(text, start, end, returns)
      : new TreeLocator(text.slice(start, end))
    withLocators.add(this)
    if (withLocators.size > keptLocators) {
      const [oldest] = withLocators
      if (oldest !== undefined) {
        oldest.locator = null
        withLocators.delete(oldest)
      }
    }
    return this.locator
  }
}

/** `undefined`: the document is not in the plain subset. */
export function readPlain(source: SourceText, { start, end }: Slice): Json | undefined {
  if (source.suspect >= 0) return undefined
  try {
    return new PlainReader(source.text, start, end, source.returns, null).read()
  } catch (error) {
    if (error instanceof Unusual) return undefined
    throw error
  }
}

/** By the `yaml` library: all of YAML, and what is wrong with it. */
export function readTree(
  source: SourceText,
  { start, end }: Slice
): { readonly value: Json | undefined; readonly problems: readonly Problem[] } {
  const text = source.text.slice(start, end)
  try {
    if (source.suspect >= 0) refuseSuspects(text)
    return treeValue(composeTree(text), text)
  } catch (error) {
    if (error instanceof Refused) return { value: undefined, problems: [error.problem] }
    throw error
  }
}

function refuseSuspects(text: string): void {
  const at = text.search(suspectCharacter)
  if (at < 0) return
  const name = codePoint(text, at)
  const id = name === 'U+FFFD' ? 'manifest/invalid-encoding' : 'manifest/ambiguous-character'
  const message =
    name === 'U+FFFD'
      ? 'Bytes that are not UTF-8 stand here, so Kubernetes refuses this document. Save the file as UTF-8.'
      : `${name} is a line break or an error to Kubernetes and not to other readers of YAML, so this document has two meanings. Remove the character, or write it as an escape in double quotes.`
  throw new Refused(id, message, at, at + 1, { params: { character: name } })
}
