import { isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml'
import type { SourceRange } from '../finding.ts'
import { lineAt } from './refusal.ts'

/** A setting of a renderer's own files (kustomization, Chart.yaml) with where it stands. */
export interface Written {
  readonly text: string
  readonly at: SourceRange
}

/** A YAML map whose keys can be asked for with their places; anything else has no keys. */
export class YamlPlaces {
  readonly #file: string
  readonly #lines: LineCounter
  readonly #node: unknown

  private constructor(file: string, lines: LineCounter, node: unknown) {
    this.#file = file
    this.#lines = lines
    this.#node = node
  }

  /** One per document; documents with errors are left out, since the renderer tells of them in its own words. */
  static of(file: string, text: string): YamlPlaces[] {
    const lines = new LineCounter()
    const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false })
    if (!Array.isArray(documents)) return []
    return documents
      .filter(document => document.errors.length === 0)
      .map(document => new YamlPlaces(file, lines, document.contents))
  }

  get(key: string): YamlPlaces {
    return this.#with(isMap(this.#node) ? this.#node.get(key, true) : undefined)
  }

  keys(): string[] {
    if (!isMap(this.#node)) return []
    return this.#node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  }

  /** Items of a list; none where it is no list. */
  items(): YamlPlaces[] {
    return isSeq(this.#node) ? this.#node.items.map(item => this.#with(item)) : []
  }

  /** A scalar as text; null where it is none. */
  text(): string | null {
    const value = isScalar(this.#node) ? this.#node.value : null
    return value === null || typeof value === 'object' ? null : String(value)
  }

  written(): Written | null {
    const text = this.text()
    return text === null ? null : { text, at: this.at() }
  }

  isPresent(): boolean {
    return this.#node !== undefined && this.#node !== null
  }

  at(): SourceRange {
    // Nodes of a parsed document have ranges.
    const range = (this.#node as Node | undefined | null)?.range
    if (range === undefined || range === null) return lineAt(this.#file)
    const start = this.#lines.linePos(range[0])
    const end = this.#lines.linePos(Math.max(range[0] + 1, range[1]))
    return {
      file: this.#file,
      start: { line: start.line, column: start.col },
      end: { line: end.line, column: end.col }
    }
  }

  #with(node: unknown): YamlPlaces {
    return new YamlPlaces(this.#file, this.#lines, node)
  }
}
