import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar } from 'yaml'
import type { FieldPath, Part } from '../finding.ts'
import { scalarKey } from './tagged.ts'
import { composeTree } from './tree.ts'
import { isMergeKey } from './value.ts'

/** Offsets into a document's slice, end exclusive. */
export type Span = readonly [start: number, end: number]

/**
 * Turns a path into a span: the key or value that the path names. An absent field gives the key of its nearest existing
 * parent (its value, where that is an item of a list), an empty value its key, an empty item its dash, a value behind an
 * alias the alias.
 */
export interface PathLocator {
  span(path: FieldPath, part: Part): Span
}

type MapPair = Pair<ParsedNode, ParsedNode | null>

/** Finds fields in the syntax tree of one document; made only when a place in it is asked for. */
export class TreeLocator implements PathLocator {
  private readonly text: string
  private readonly root: ParsedNode | null
  /** What each alias stands for: a name may be defined again, so the last definition before it. */
  private readonly targets = new Map<ParsedNode, ParsedNode>()
  private readonly fieldsOf = new WeakMap<ParsedNode, Map<string, MapPair>>()

  /** `text` has been read without an error before. */
  constructor(text: string) {
    this.text = text
    this.root = composeTree(text)
    if (text.includes('*')) this.bindAliases(this.root, new Map())
  }

  span(path: FieldPath, part: Part): Span {
    let node = this.target(this.root)
    let nearest: Span = node === null ? [0, 0] : this.trimmed(node)
    for (const [index, step] of path.entries()) {
      const last = index === path.length - 1
      if (isSeq(node) && typeof step === 'number') {
        const item = node.items[step] as ParsedNode | null | undefined // parsed
        if (item === undefined) return nearest
        const span = item === null ? nearest : this.trimmed(item)
        if (last) return span
        nearest = span
        node = this.target(item)
      } else if (isMap(node)) {
        const pair = this.fields(node as ParsedNode).get(String(step)) // a map of a parsed tree
        if (pair === undefined) return nearest
        nearest = this.trimmed(pair.key)
        if (last && part === 'value' && pair.value !== null && !isEmpty(pair.value)) {
          return this.trimmed(pair.value)
        }
        if (last) return nearest
        node = this.target(pair.value)
      } else {
        return nearest
      }
    }
    return nearest
  }

  private target(node: ParsedNode | null): ParsedNode | null {
    return isAlias(node) ? (this.targets.get(node) ?? null) : node
  }

  /** The fields of a map as they count: the last of equal keys, merged ones where `<<` stands. */
  private fields(map: ParsedNode): Map<string, MapPair> {
    const known = this.fieldsOf.get(map)
    if (known !== undefined) return known
    const fields = new Map<string, MapPair>()
    this.fieldsOf.set(map, fields)
    if (!isMap(map)) return fields
    for (const pair of map.items as MapPair[]) {
      if (isMergeKey(pair.key)) {
        const source = pair.value
        const sources = isSeq(source) ? [...(source.items as ParsedNode[])].reverse() : [source]
        for (const each of sources) {
          const merged = this.target(each)
          if (merged === null) continue
          for (const [name, field] of this.fields(merged)) fields.set(name, field)
        }
      } else {
        const name = this.keyText(pair.key)
        if (name !== null) fields.set(name, pair)
      }
    }
    return fields
  }

  private keyText(key: ParsedNode): string | null {
    const node = this.target(key)
    return isScalar(node) ? scalarKey(node as Scalar.Parsed) : null // of a parsed tree
  }

  private trimmed(node: ParsedNode): Span {
    const [start, valueEnd] = node.range
    let end = valueEnd
    while (end > start && /\s/.test(this.text.charAt(end - 1))) end--
    // An empty item of a list has no text of its own: its dash.
    return end > start ? [start, end] : [Math.max(0, start - 1), start]
  }

  private bindAliases(node: ParsedNode | null, anchors: Map<string, ParsedNode>): void {
    if (node === null) return
    if (isAlias(node)) {
      const target = anchors.get(node.source)
      if (target !== undefined) this.targets.set(node, target)
      return
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, node)
    if (isSeq(node)) for (const item of node.items) this.bindAliases(item as ParsedNode, anchors) // parsed
    if (!isMap(node)) return
    for (const pair of node.items as MapPair[]) {
      this.bindAliases(pair.key, anchors)
      this.bindAliases(pair.value, anchors)
    }
  }
}

function isEmpty(node: ParsedNode): boolean {
  return isScalar(node) && node.range[0] === node.range[1]
}
