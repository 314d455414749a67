import type { Json } from '../../src/manifest/manifest.ts'
import { emptyMap } from '../../src/manifest/map.ts'
import type { SchemaNode, SchemaTable } from '../../src/schema/table.ts'

const TEXTS = ['', 'a', 'http', '*', 'a.b', '1s', '10.0.0.1', 'ß', 'A B', '8080', 'x'.repeat(300)]
const NUMBERS = [0, 1, -1, 80, 443, 65_536, 4_294_967_296, 1.5, 2_147_483_648, 0.5]

/** Objects that mostly follow a schema, and in places do not. Seeded: the same seed gives the same objects. */
export class SchemaArbitrary {
  private state: number
  private readonly table: SchemaTable

  constructor(table: SchemaTable, seed: number) {
    this.table = table
    this.state = seed
  }

  object(root: number): Json {
    return this.value(root, 0)
  }

  private value(index: number, depth: number): Json {
    const node = this.table.nodes[index]
    if (node === undefined || this.chance(0.015)) return this.wild()
    if (node.enum && this.chance(0.95)) return this.pick(node.enum)
    if (node.intOrString) return this.pick([...NUMBERS, ...TEXTS])
    switch (node.type) {
      case 'object':
        return this.map(node, depth)
      case 'array':
        return this.list(node, depth)
      case 'integer':
        return this.chance(0.7) ? this.pick([80, 443, 1]) : this.pick(NUMBERS)
      case 'number':
        return this.pick(NUMBERS)
      case 'boolean':
        return this.chance(0.5)
      case 'string':
        return this.pick(TEXTS)
      default:
        return this.wild()
    }
  }

  private map(node: SchemaNode, depth: number): Json {
    const map = emptyMap()
    const names = Object.keys(node.properties ?? {})
    const share = depth > 7 ? 0.15 : Math.min(0.5, 4 / names.length)
    for (const name of names) {
      const child = node.properties?.[name]
      if (child === undefined || !this.chance(node.required?.includes(name) ? 0.97 : share))
        continue
      map[name] = this.value(child, depth + 1)
    }
    if (typeof node.additionalProperties === 'number') {
      while (this.chance(0.6))
        map[this.pick(TEXTS)] = this.value(node.additionalProperties, depth + 1)
    }
    if (this.chance(0.01)) map[this.pick(['constructor', 'zzz'])] = this.wild()
    return map
  }

  private list(node: SchemaNode, depth: number): Json {
    const list: Json[] = []
    while (this.chance(list.length === 0 ? 0.9 : 0.4)) {
      list.push(this.value(node.items ?? 0, depth + 1))
    }
    return list
  }

  private wild(): Json {
    return this.pick<Json>([null, 'a', 5, 1.5, true, [], emptyMap(), [null], ['a']])
  }

  private chance(share: number): boolean {
    return this.random() < share
  }

  private pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.random() * values.length)] as T
  }

  /** Numerical Recipes' generator: good enough to choose branches. */
  private random(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return this.state / 2 ** 32
  }
}
