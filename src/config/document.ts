import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { UserError } from '../errors.ts'

/** A configuration file as plain values, with the line and column of every key. */
export interface ConfigDocument {
  readonly value: unknown
  /** `/gates/no-unknown` → where its key (or list item) stands. The root is ``. */
  readonly places: ReadonlyMap<string, Place>
}

export interface Place {
  readonly line: number
  readonly column: number
}

const MAX_LENGTH = 256 * 1024
const MAX_NODES = 20_000

/** @throws UserError where the text is not YAML */
export function readDocument(file: string, text: string): ConfigDocument {
  if (text.length > MAX_LENGTH) {
    throw new UserError(
      `The configuration ${file} is larger than 256 KiB.`,
      'Keep only what Meshproof reads in it; see docs/configuration.md.'
    )
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0])
    throw new UserError(
      `${file}:${line}:${col}: the configuration is not valid YAML: ${error.message}`,
      'Correct the line; one YAML document is expected.'
    )
  }
  const places = new Map<string, Place>()
  let nodes = 0
  const walk = (node: unknown, pointer: string, key: string): unknown => {
    if (++nodes > MAX_NODES) {
      throw new UserError(
        `The configuration ${file} holds more than ${MAX_NODES} values (aliases counted as often as they are used).`,
        'Write it without nested anchors.'
      )
    }
    const target = isAlias(node) ? node.resolve(document) : node
    if (isMap(target)) {
      const map: Record<string, unknown> = Object.create(null)
      for (const { key: name, value } of target.items) {
        const text = isScalar(name) ? String(name.value) : String(name)
        const inner = `${pointer}/${escapePointer(text)}`
        mark(inner, isScalar(name) ? name : undefined)
        map[text] = walk(value, inner, text)
      }
      return map
    }
    if (isSeq(target)) {
      return target.items.map((item, index) => {
        const inner = `${pointer}/${index}`
        // Items of a sequence are nodes in a parsed document.
        mark(inner, item as Node)
        return walk(item, inner, key)
      })
    }
    if (!isScalar(target)) return null
    // A version is text: 1.30 read as a number would be 1.3.
    const versionLike = key === 'istio' && typeof target.value === 'number'
    return versionLike ? (target.source ?? String(target.value)) : target.value
  }
  const mark = (pointer: string, node: Node | undefined): void => {
    const start = node?.range?.[0]
    if (start === undefined) return
    const { line, col } = lines.linePos(start)
    places.set(pointer, { line, column: col })
  }
  return { value: walk(document.contents, '', ''), places }
}

/** JSON Pointer (RFC 6901): `~` and `/` within a key. */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
