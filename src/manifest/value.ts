import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar } from 'yaml'
import { blockText, refuseOtherAnchor, refuseOtherDialect, refuseTightColon } from './dialect.ts'
import type { Json } from './manifest.ts'
import { emptyMap, type MutableMap } from './map.ts'
import { type Problem, Refused } from './problem.ts'
import { scalarKey, scalarValue } from './tagged.ts'
import { maxDepth, tooDeep } from './tree.ts'

export interface Valued {
  readonly value: Json
  readonly problems: readonly Problem[]
}

/** An anchored node once it is read: aliases share its value and are charged for its size. */
interface Anchored {
  readonly value: Json
  readonly nodes: number
  readonly height: number
  readonly isMap: boolean
}

/** What aliases may add up to, in nodes of the expanded document, whatever its own size. */
const freeNodes = 100_000
const expansionFactor = 10

/** JSON as sigs.k8s.io/yaml makes it of a syntax tree. Throws `Refused` where Kubernetes could not read it. */
export function treeValue(root: ParsedNode | null, text: string): Valued {
  if (root === null) return { value: null, problems: [] }
  const reader = new TreeReader(text)
  const value = reader.read(root, 1)
  return { value, problems: reader.problems }
}

class TreeReader {
  private readonly text: string
  /** The API server reads a document that begins with a brace as JSON first. */
  private readonly json: boolean
  readonly problems: Problem[] = []
  private readonly anchors = new Map<string, Anchored | 'open'>()
  private nodes = 0
  private written = 0
  private height = 0
  private inFlow = false

  constructor(text: string) {
    this.text = text
    this.json = isJson(text)
  }

  read(node: ParsedNode | null, depth: number): Json {
    if (node === null) return null
    if (depth > maxDepth) throw tooDeep(node.range[0])
    this.nodes++
    this.height = Math.max(this.height, depth)
    if (isAlias(node)) return this.alias(node.source, node, depth).value
    this.written++
    const anchor = node.anchor
    if (anchor === undefined) return this.readPlain(node, depth)
    refuseOtherAnchor(anchor, node.range[0], node.range[1])
    const before = this.nodes
    const outerHeight = this.height
    this.height = depth
    this.anchors.set(anchor, 'open')
    const value = this.readPlain(node, depth)
    this.anchors.set(anchor, {
      value,
      nodes: this.nodes - before + 1,
      height: this.height - depth + 1,
      isMap: isMap(node)
    })
    this.height = Math.max(this.height, outerHeight)
    return value
  }

  private readPlain(node: ParsedNode, depth: number): Json {
    if (isScalar(node)) return scalarValue(this.scalar(node as Scalar.Parsed)) // narrowed by isScalar to an unparsed Scalar
    const outside = this.inFlow
    this.inFlow = (isMap(node) || isSeq(node)) && node.flow === true
    const value = this.collection(node, depth)
    this.inFlow = outside
    return value
  }

  private collection(node: ParsedNode, depth: number): Json {
    if (isSeq(node)) {
      const items: Json[] = []
      for (const item of node.items) items.push(this.read(item as ParsedNode | null, depth + 1)) // parsed
      return items
    }
    const map = emptyMap()
    if (isMap(node)) this.fields(node.items as Pair<ParsedNode, ParsedNode | null>[], map, depth) // parsed
    return map
  }

  private scalar(node: Scalar.Parsed): Scalar.Parsed {
    const raw = this.text.slice(node.range[0], node.range[1])
    if (!this.json) refuseOtherDialect(node, raw, this.inFlow)
    if (node.type?.startsWith('BLOCK') === true) node.value = blockText(node, this.text)
    return node
  }

  private alias(name: string, node: ParsedNode, depth: number): Anchored {
    const target = this.anchors.get(name)
    const [start, end] = node.range
    if (target === undefined) {
      throw new Refused(
        'manifest/unknown-anchor',
        `The alias *${name} names no anchor before it in this document. Define &${name} first, or correct the name.`,
        start,
        end,
        { params: { anchor: name } }
      )
    }
    if (target === 'open') {
      throw new Refused(
        'manifest/cyclic-anchor',
        `The anchor &${name} contains itself through *${name}, so the document has no end. Remove the alias.`,
        start,
        end,
        { params: { anchor: name } }
      )
    }
    this.nodes += target.nodes
    if (this.nodes > Math.max(freeNodes, expansionFactor * this.written)) {
      throw new Refused(
        'manifest/alias-bomb',
        `Aliases expand this document to more than ${freeNodes} nodes and ${expansionFactor} times what is written. The document is left out of the analysis: write fewer aliases.`,
        start,
        end
      )
    }
    if (depth + target.height - 1 > maxDepth) throw tooDeep(start)
    this.height = Math.max(this.height, depth + target.height - 1)
    return target
  }

  private fields(
    pairs: readonly Pair<ParsedNode, ParsedNode | null>[],
    map: MutableMap,
    depth: number
  ): void {
    const seen = new Map<string, ParsedNode | null>()
    for (const { key, value } of pairs) {
      if (isMergeKey(key)) {
        this.merge(value, map, depth)
        continue
      }
      const name = this.key(key, depth)
      this.nodes++
      this.written++
      const earlier = seen.get(name)
      // A third time says nothing new.
      if (earlier) this.problems.push(duplicateKey(name, key, earlier))
      seen.set(name, earlier === undefined ? key : null)
      map[name] = this.read(value, depth + 1)
    }
  }

  private key(key: ParsedNode, depth: number): string {
    const [start, end] = key.range
    if (isAlias(key)) {
      const { value } = this.alias(key.source, key, depth)
      if (typeof value === 'string') return value
    } else if (isScalar(key)) {
      if (this.inFlow) refuseTightColon(this.text, key as Scalar.Parsed) // as above
      const name = scalarKey(this.scalar(key as Scalar.Parsed)) // as above
      if (key.anchor !== undefined) {
        this.anchors.set(key.anchor, { value: name, nodes: 1, height: 1, isMap: false })
      }
      if (name !== null) return name
    }
    throw new Refused(
      'manifest/invalid-key',
      'This key is not a string, and JSON has no other keys: quote it.',
      start,
      Math.max(end, start + 1)
    )
  }

  /** go-yaml v2 merges where `<<` stands, so that a merged field replaces one written before it (decode.go, merge). */
  private merge(source: ParsedNode | null, map: MutableMap, depth: number): void {
    const sources = isSeq(source) ? (source.items as ParsedNode[]) : [source] // parsed
    const found: Json[] = []
    for (const each of sources) {
      const isAMap = isAlias(each) ? this.alias(each.source, each, depth).isMap : isMap(each)
      if (each === null || !isAMap) {
        const [start, end] = (each ?? source)?.range ?? [0, 0]
        throw new Refused(
          'manifest/invalid-merge',
          'A merge key (<<) takes a map or a list of maps. Point it at a map, or remove it.',
          start,
          Math.max(end, start + 1)
        )
      }
      found.push(isAlias(each) ? this.aliasValue(each.source) : this.read(each, depth))
    }
    for (const each of found.reverse()) Object.assign(map, each)
  }

  private aliasValue(name: string): Json {
    const target = this.anchors.get(name)
    return target === undefined || target === 'open' ? null : target.value
  }
}

function isJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false // YAML in flow style
  }
}

/** Plain `<<`, or any `<<` tagged !!merge (go-yaml v2 decode.go, isMerge). */
export function isMergeKey(key: unknown): boolean {
  return (
    isScalar(key) &&
    key.value === '<<' &&
    (key.tag === undefined ? key.type === 'PLAIN' : key.tag === 'tag:yaml.org,2002:merge')
  )
}

function duplicateKey(name: string, key: ParsedNode, earlier: ParsedNode): Problem {
  return {
    id: 'manifest/duplicate-key',
    severity: 'error',
    message: `The key ${JSON.stringify(name)} stands twice in this map: Kubernetes refuses that or keeps only the last. Remove one.`,
    params: { key: name },
    start: key.range[0],
    end: key.range[1],
    related: [{ start: earlier.range[0], end: earlier.range[1], note: 'first here' }]
  }
}
