import type { FieldPath } from '../../finding.ts'

/**
 * A set of fields: `spec.http[].match[].uri.{exact,prefix}`. `[]` is any element, `*` any key, `**` all that
 * is beneath, `{a,b}` either (nested where needed). A key that holds dots stands in quotes.
 */
export type Pattern = string

/** Patterns with what was said about them, for look-ups by path. */
export class PatternTree<Value> {
  readonly #root: Node<Value> = { children: new Map(), value: undefined }

  add(pattern: Pattern, value: Value): void {
    for (const segments of expand(pattern)) {
      let node = this.#root
      for (const segment of segments) {
        let next = node.children.get(segment)
        if (next === undefined) {
          next = { children: new Map(), value: undefined }
          node.children.set(segment, next)
        }
        node = next
      }
      node.value ??= value
    }
  }

  /** What the most specific pattern says of a path, or of the fields beneath it. */
  get(path: FieldPath): Value | undefined {
    return find(this.#root, path, 0)
  }

  /** Every pattern as its segments. */
  *all(): Iterable<{ readonly segments: readonly string[]; readonly value: Value }> {
    yield* walk(this.#root, [])
  }
}

interface Node<Value> {
  readonly children: Map<string, Node<Value>>
  value: Value | undefined
}

function find<Value>(node: Node<Value>, path: FieldPath, at: number): Value | undefined {
  const segment = path[at]
  if (segment === undefined) return node.value ?? firstBeneath(node)
  const keys = typeof segment === 'number' ? ['[]'] : [segment, '*']
  for (const key of keys) {
    const child = node.children.get(key)
    const found = child === undefined ? undefined : find(child, path, at + 1)
    if (found !== undefined) return found
  }
  return node.children.get('**')?.value
}

/** An empty map or list stands for what would be in it. */
function firstBeneath<Value>(node: Node<Value>): Value | undefined {
  for (const child of node.children.values()) {
    const found = child.value ?? firstBeneath(child)
    if (found !== undefined) return found
  }
  return undefined
}

function* walk<Value>(
  node: Node<Value>,
  segments: readonly string[]
): Iterable<{ readonly segments: readonly string[]; readonly value: Value }> {
  if (node.value !== undefined) yield { segments, value: node.value }
  for (const [key, child] of node.children) yield* walk(child, [...segments, key])
}

/** All alternatives of a pattern, as segments. */
export function expand(pattern: Pattern): string[][] {
  return alternatives(pattern).map(segmentsOf)
}

function alternatives(pattern: string): string[] {
  const open = pattern.indexOf('{')
  if (open < 0) return [pattern]
  let depth = 0
  let start = open + 1
  const parts: string[] = []
  for (let i = open; i < pattern.length; i++) {
    const character = pattern[i]
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    if ((character === ',' && depth === 1) || depth === 0) {
      parts.push(pattern.slice(start, i))
      start = i + 1
    }
    if (depth > 0) continue
    const [before, after] = [pattern.slice(0, open), pattern.slice(i + 1)]
    return parts.flatMap(part => alternatives(`${before}${part}${after}`))
  }
  throw new Error(`unbalanced braces in ${pattern}`)
}

function segmentsOf(pattern: string): string[] {
  const segments: string[] = []
  for (const part of pattern.matchAll(/"([^"]*)"|([^.[\]"]+)|\[\]/g)) {
    segments.push(part[1] ?? part[2] ?? '[]')
  }
  return segments
}
