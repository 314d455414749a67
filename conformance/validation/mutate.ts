import type { Json } from '../../src/manifest/manifest.ts'
import { ENUMS, MESSAGES, SINCE } from '../../src/validation/decode/messages.ts'
import type { Random } from '../generate/random.ts'
import { keyFor, scalarFor, wrongFor } from './values.ts'

/** JSON that can be changed. */
type Tree = null | boolean | number | string | Tree[] | { [key: string]: Tree }

interface Shape {
  readonly kind: 'single' | 'list' | 'map'
  readonly type: string
}

/** Where a value stands: what holds it, under which step, of which type, in the field of which name. */
interface Spot {
  readonly holder: Tree[] | { [key: string]: Tree }
  readonly step: string | number
  readonly shape: Shape
  readonly name: string
}

/**
 * A copy of a valid spec with some things dropped, altered and put in, by the tables that istiod decodes by. What came
 * after the minor (1.x) is left out: the judge of an older one is linked with the newest API, and decodes it.
 */
export function mutated(
  kind: string,
  spec: Json,
  random: Random,
  changes: number,
  minor: number
): Json {
  const copy: Tree = structuredClone(spec) as Tree // a copy may be changed
  const value = changed(kind, copy, random, changes)
  strip(kind, value, minor)
  return value
}

/** A spec of nothing but chance. */
export function generated(kind: string, random: Random, minor: number): Json {
  const value = item(kind, 'spec', random, random.between(2, 7))
  strip(kind, value, minor)
  return value
}

/** Drops fields and values of enums that came after a minor. */
function strip(message: string, value: Tree | undefined, minor: number): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  for (const [name, shape, written] of fieldsOf(message)) {
    const inner = value[name]
    if (inner === undefined) continue
    if ((SINCE[`${message}.${written}`] ?? 0) > minor) delete value[name]
    else if (typeof inner === 'string' && (SINCE[`${shape.type}.${inner}`] ?? 0) > minor) {
      delete value[name]
    } else if (shape.kind === 'single') strip(shape.type, inner, minor)
    else if (typeof inner === 'object' && inner !== null) {
      for (const item of Object.values(inner)) strip(shape.type, item, minor)
    }
  }
}

function changed(kind: string, copy: Tree, random: Random, changes: number): Tree {
  for (let change = 0; change < changes; change++) {
    const spots: Spot[] = []
    collect(kind, copy, spots)
    if (spots.length > 0 && !random.chance(0.25)) alter(random.pick(spots), random)
    else insert(kind, copy, random)
  }
  return copy
}

function shapeOf(written: string): Shape {
  const bare = written.replace(/@\w+$/, '').replace(/^\?/, '')
  const list = /^\[(.*)\]$/.exec(bare)?.[1]
  if (list !== undefined) return { kind: 'list', type: list }
  const map = /^\{(?:\w+=)?(.*)\}$/.exec(bare)?.[1]
  return map === undefined ? { kind: 'single', type: bare } : { kind: 'map', type: map }
}

function fieldsOf(message: string): [name: string, shape: Shape, written: string][] {
  if (!Object.hasOwn(MESSAGES, message)) return []
  const table: Readonly<Record<string, string>> = MESSAGES[message as keyof typeof MESSAGES]
  return Object.entries(table).map(([name, written]) => [camel(name), shapeOf(written), name])
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function collect(message: string, value: Tree, spots: Spot[]): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return
  for (const [name, shape] of fieldsOf(message)) {
    const inner = value[name]
    if (inner === undefined) continue
    spots.push({ holder: value, step: name, shape, name })
    const single: Shape = { kind: 'single', type: shape.type }
    if (shape.kind === 'single') collect(shape.type, inner, spots)
    else if (Array.isArray(inner)) {
      for (const [step, item] of inner.entries()) {
        spots.push({ holder: inner, step, shape: single, name })
        collect(shape.type, item, spots)
      }
    } else if (shape.kind === 'map' && typeof inner === 'object' && inner !== null) {
      for (const [step, item] of Object.entries(inner)) {
        spots.push({ holder: inner, step, shape: single, name })
        collect(shape.type, item, spots)
      }
    }
  }
}

function alter({ holder, step, shape, name }: Spot, random: Random): void {
  const set = (value: Tree) => {
    if (Array.isArray(holder)) holder[Number(step)] = value
    else holder[step] = value
  }
  const choice = random.next()
  if (choice < 0.2) {
    if (Array.isArray(holder)) holder.splice(Number(step), 1)
    else delete holder[step]
  } else if (choice < 0.28) set(wrongFor(random) as Tree)
  else if (choice < 0.36 && Array.isArray(holder)) {
    holder.push(structuredClone(holder[Number(step)] ?? null))
  } else if (choice < 0.42 && Array.isArray(holder)) holder.reverse()
  else if (
    choice < 0.5 &&
    typeof step === 'string' &&
    !Array.isArray(holder) &&
    shape.kind === 'single'
  ) {
    // Another name of the entry of a map, or of the field.
    const value = holder[step] ?? null
    if (Object.keys(holder).length > 0 && random.chance(0.7)) holder[keyFor(name, random)] = value
  } else set(fieldValue(shape, name, random, 2))
}

/** Sets a field that is not set, of a message that is anywhere in the value. */
function insert(message: string, root: Tree, random: Random): void {
  const places: { holder: { [key: string]: Tree }; message: string }[] = []
  const gather = (name: string, value: Tree | undefined): void => {
    if (value === null || typeof value !== 'object' || value === undefined || Array.isArray(value))
      return
    places.push({ holder: value, message: name })
    for (const [field, shape] of fieldsOf(name)) {
      const inner = value[field]
      if (shape.kind === 'single') gather(shape.type, inner)
      else if (typeof inner === 'object' && inner !== null) {
        for (const item of Object.values(inner)) gather(shape.type, item)
      }
    }
  }
  gather(message, root)
  if (places.length === 0) return
  const { holder, message: name } = random.pick(places)
  const fields = fieldsOf(name)
  if (fields.length === 0) return
  const [field, shape] = random.pick(fields)
  const current = holder[field]
  if (shape.kind === 'list' && Array.isArray(current)) {
    current.push(item(shape.type, field, random, 2))
  } else if (
    shape.kind === 'map' &&
    typeof current === 'object' &&
    current !== null &&
    !Array.isArray(current)
  ) {
    current[keyFor(field, random)] = item(shape.type, field, random, 2)
  } else holder[field] = fieldValue(shape, field, random, 3)
}

function fieldValue(shape: Shape, name: string, random: Random, depth: number): Tree {
  if (shape.kind === 'list') {
    return random.times(random.between(0, 3), () => item(shape.type, name, random, depth))
  }
  if (shape.kind === 'map') {
    const map: { [key: string]: Tree } = {}
    for (let count = random.between(0, 2); count > 0; count--) {
      map[keyFor(name, random)] = item(shape.type, name, random, depth)
    }
    return map
  }
  return item(shape.type, name, random, depth)
}

function item(type: string, name: string, random: Random, depth: number): Tree {
  if (Object.hasOwn(ENUMS, type)) {
    const names = Object.keys(ENUMS[type as keyof typeof ENUMS])
    return random.weighted<Tree>([
      [20, random.pick(names)],
      [1, random.between(0, names.length + 1)],
      [1, 'FOO']
    ])
  }
  if (!Object.hasOwn(MESSAGES, type)) return scalarFor(type, name, random) as Tree
  const message: { [key: string]: Tree } = {}
  if (depth <= 0) return message
  for (const [field, shape] of fieldsOf(type)) {
    if (random.chance(0.4)) message[field] = fieldValue(shape, field, random, depth - 1)
  }
  return message
}
