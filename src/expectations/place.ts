import { type Document, isMap, isScalar, LineCounter, type Node, parseAllDocuments } from 'yaml'
import { UserError } from '../errors.ts'

/** One value of a test file, with where it stands. */
export interface Placed {
  readonly value: unknown
  /** `tests.yaml:12`, for messages. */
  readonly where: string
  readonly line: number
  /** Members by the key as it is written; empty where the value is no map. */
  readonly members: ReadonlyMap<string, Placed>
  /** Items of a list. */
  readonly items: readonly Placed[] | null
}

/** More values than this are no test file. */
const MAX_VALUES = 200_000

/** @throws UserError where the text is no YAML, with the line */
export function placedDocuments(file: string, text: string): readonly Placed[] {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false })
  if ('empty' in documents) return []
  const placed: Placed[] = []
  for (const document of documents) {
    const [error] = document.errors
    if (error !== undefined) {
      const { line, col } = lines.linePos(error.pos[0])
      throw new UserError(
        `${file}:${line}:${col}: the test file is not valid YAML: ${error.message}`,
        'Correct the line.'
      )
    }
    placed.push(placedDocument(file, document, lines))
  }
  return placed
}

function placedDocument(file: string, document: Document.Parsed, lines: LineCounter): Placed {
  let count = 0
  const walk = (node: Node | null | undefined, near: number): Placed => {
    count += 1
    if (count > MAX_VALUES) {
      throw new UserError(
        `${file} holds more than ${MAX_VALUES} values (aliases counted as often as they are used).`,
        'Split it into several test files.'
      )
    }
    // The library's own type of what an alias leads to is a node.
    const target = node !== null && node !== undefined && 'source' in node ? resolved(node) : node
    const line = lineOf(node, near)
    const where = `${file}:${line}`
    if (isMap(target)) {
      const members = new Map<string, Placed>()
      for (const { key, value } of target.items) {
        const name = isScalar(key) ? String(key.value) : String(key)
        const at = isScalar(key) ? lineOf(key, line) : line
        // Values of a parsed map are nodes or absent.
        members.set(name, { ...walk(value as Node | null, at), line: at, where: `${file}:${at}` })
      }
      const value = Object.fromEntries([...members].map(([name, one]) => [name, one.value]))
      return { value, where, line, members, items: null }
    }
    if (target !== null && target !== undefined && 'items' in target) {
      // Items of a parsed sequence are nodes.
      const items = (target.items as (Node | null)[]).map(item => walk(item, line))
      return { value: items.map(one => one.value), where, line, members: new Map(), items }
    }
    const value = isScalar(target) ? target.value : null
    return { value, where, line, members: new Map(), items: null }
  }
  const resolved = (node: Node): Node | undefined =>
    'resolve' in node && typeof node.resolve === 'function' ? node.resolve(document) : node
  const lineOf = (node: Node | null | undefined, near: number): number =>
    node?.range === null || node?.range === undefined ? near : lines.linePos(node.range[0]).line
  return walk(document.contents, 1)
}
