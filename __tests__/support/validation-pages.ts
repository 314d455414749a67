import type { FieldPath, FindingDraft } from '../../src/finding.ts'
import type { Json, JsonMap } from '../../src/manifest/manifest.ts'
import { isMap } from '../../src/manifest/map.ts'
import { features } from '../../src/mesh/features.ts'
import { validateManifest } from '../../src/validation/validate.ts'
import { validObjects } from './valid-objects.ts'
import { manifestOf } from './validation.ts'

/** An object in which one id is found, and its neighbour in which nothing is. */
export interface Pair {
  readonly minor: string
  readonly bad: JsonMap
  readonly good: JsonMap
  readonly finding: FindingDraft
}

/**
 * Makes a page's examples of an object in which much is wrong: what is wrong at the place of one finding is put into an
 * object in which nothing is, and cut down to what the finding needs.
 */
export function pairOf(id: string, recorded: JsonMap, minor: string): Pair {
  const object = withTexts(recorded)
  const valid = validObjects[String(object.kind)]
  if (valid === undefined) throw new Error(`no valid object of kind ${String(object.kind)}`)
  const found = (one: JsonMap) => findingsOf(one, minor)
  const count = (one: JsonMap) => found(one).length
  const has = (one: JsonMap) => found(one).some(finding => finding.id === id)
  const paths = found(object).flatMap(({ id: own, at }) =>
    own === id && 'path' in at ? [at.path] : []
  )
  const version = { ...valid, apiVersion: object.apiVersion ?? '' }
  const candidates = [object]
  for (const path of paths) {
    for (let length = path.length; length > 0; length--) {
      const prefix = path.slice(0, length)
      candidates.push(placed(version, prefix, at(object, prefix)))
    }
  }
  const best =
    candidates.filter(has).sort((a, b) => count(a) - count(b) || size(a) - size(b))[0] ?? object
  const most = count(best)
  const bad = shrunk(best, one => has(one) && count(one) <= most)
  const finding = found(bad).find(one => one.id === id)
  if (finding === undefined) throw new Error(`${id} is found in no object`)
  return { minor, bad, good: mended(bad, finding, version, one => count(one) === 0), finding }
}

function findingsOf(object: JsonMap, minor: string): FindingDraft[] {
  return validateManifest(manifestOf(object), { features: features(minor) })
}

/** Without everything that can be left out, the largest parts first. */
function shrunk(object: JsonMap, holds: (one: JsonMap) => boolean): JsonMap {
  let current = object
  for (let changed = true; changed; ) {
    changed = false
    for (const path of [...pathsOf(current)].sort((a, b) => a.length - b.length)) {
      if (path.length < 2 || path[0] === 'metadata') continue
      const less = placed(current, path, undefined)
      if (!holds(less)) continue
      current = less
      changed = true
      break
    }
  }
  return current
}

/** The nearest object in which nothing is found: without the field, or what holds it, else with the valid one's. */
function mended(
  bad: JsonMap,
  { at: place }: FindingDraft,
  valid: JsonMap,
  holds: (one: JsonMap) => boolean
): JsonMap {
  const path: FieldPath = 'path' in place ? place.path : []
  for (let length = path.length; length > 0; length--) {
    const prefix = path.slice(0, length)
    for (const value of [at(valid, prefix), undefined]) {
      const one = placed(bad, prefix, value)
      if (holds(one)) return one
    }
  }
  return valid
}

function size(value: Json): number {
  return JSON.stringify(value).length
}

function* pathsOf(value: Json, here: FieldPath = []): Generator<FieldPath> {
  if (here.length > 0) yield here
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* pathsOf(inner, [...here, Array.isArray(value) ? Number(key) : key])
  }
}

function at(value: Json | undefined, [key, ...rest]: FieldPath): Json | undefined {
  if (key === undefined) return value
  if (Array.isArray(value) && typeof key === 'number') return at(value[key], rest)
  return isMap(value) ? at(value[String(key)], rest) : undefined
}

/** With another value at a path, its parents made where they are missing; `undefined`: without it. */
function placed<Value extends Json>(value: Value, path: FieldPath, by: Json | undefined): Value {
  return (set(value, path, by) ?? {}) as Value // the root keeps its shape
}

function set(
  value: Json | undefined,
  [key, ...rest]: FieldPath,
  by: Json | undefined
): Json | undefined {
  if (key === undefined) return by
  if (typeof key === 'number') {
    const items = Array.isArray(value) ? [...value] : []
    const inner = set(items[key], rest, by)
    if (inner === undefined) items.splice(key, 1)
    else items[Math.min(key, items.length)] = inner
    return items
  }
  const fields: Record<string, Json> = isMap(value) ? { ...value } : {}
  const inner = set(fields[key], rest, by)
  if (inner === undefined) delete fields[key]
  else fields[key] = inner
  return fields
}

/** A value of an annotation is text in YAML too. */
function withTexts(object: JsonMap): JsonMap {
  const { metadata } = object
  if (!isMap(metadata) || !isMap(metadata.annotations)) return object
  const entries = Object.entries(metadata.annotations).map(([key, value]) => [key, String(value)])
  return { ...object, metadata: { ...metadata, annotations: Object.fromEntries(entries) } }
}
