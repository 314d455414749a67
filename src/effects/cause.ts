import type { FieldPath, Place } from '../finding.ts'
import type { Json, Manifest } from '../manifest/manifest.ts'
import { isMap } from '../mesh/json.ts'
import { sameRef } from '../mesh/order.ts'
import { alignment, placeOf } from './alignment.ts'
import type { Cause } from './effect.ts'
import { fieldChanges } from './field-diff.ts'
import { sameJson } from './manifest-change.ts'

/** What a row or cluster was made from, on one side. */
export interface CauseInput {
  readonly side: 'base' | 'head'
  readonly places: readonly Place[]
  /** `route`, `subset`, `port`: what the places are, for the note. */
  readonly noun: string
}

/** Both sides' objects by ref, to see what became of a place. */
export interface BothSides {
  manifest(side: 'base' | 'head', place: Place): Manifest | undefined
}

/**
 * The places that explain a difference: those that were removed, added, edited or moved. A place that stands
 * unchanged on both sides explains nothing by itself, so it is named only where no other is left.
 */
export function causesOf(inputs: readonly CauseInput[], sides: BothSides): Cause<Place>[] {
  const causes: Cause<Place>[] = []
  const still: Cause<Place>[] = []
  for (const { side, places, noun } of inputs) {
    const opposite = side === 'base' ? 'head' : 'base'
    for (const place of places) {
      const own = sides.manifest(side, place)
      if (own === undefined) continue
      const other = sides.manifest(opposite, place)
      const fate = fateOf(place.path, side, own, other)
      const paths = fate.kind === 'edited' ? inFileOrder(fate.at, own) : [place.path]
      const note = words(fate.kind, side, noun)
      for (const path of paths) {
        const cause = { side, ref: own.ref, at: { ...place, path }, note }
        if (fate.kind === 'same') still.push(cause)
        else causes.push(cause)
      }
      if (fate.kind === 'moved' && other !== undefined) {
        const at = { manifest: other, path: fate.to }
        causes.push({ side: opposite, ref: other.ref, at, note: words('moved', opposite, noun) })
      }
    }
  }
  const named = causes.length > 0 ? causes : still.filter(cause => cause.side === 'head')
  return distinct(named.length > 0 ? named : still)
}

function inFileOrder(paths: readonly FieldPath[], manifest: Manifest): readonly FieldPath[] {
  if (paths.length < 2) return paths
  const lineOf = (path: FieldPath): number => manifest.locate(path).start.line
  return [...paths].sort((a, b) => lineOf(a) - lineOf(b))
}

type PlaceFate =
  | { readonly kind: 'same' | 'gone' | 'object-gone' }
  /** `at`: the fields that differ, or the one that holds them where they are many. */
  | { readonly kind: 'edited'; readonly at: readonly FieldPath[] }
  | { readonly kind: 'moved'; readonly to: FieldPath }

function fateOf(
  path: FieldPath,
  side: 'base' | 'head',
  own: Manifest,
  other: Manifest | undefined
): PlaceFate {
  if (other === undefined) return { kind: 'object-gone' }
  const index = path.findIndex(key => typeof key === 'number')
  const at = path[index]
  if (typeof at !== 'number') {
    const value = valueAt(own.object, path)
    const there = valueAt(other.object, path)
    return alike(value, there) ? { kind: 'same' } : edited(path, value, there)
  }
  // The outermost list is the one whose order counts: rules of a VirtualService, subsets, servers.
  const list = path.slice(0, index)
  const ownList = listAt(own.object, list)
  const otherList = listAt(other.object, list)
  const pairs = alignment(ownList, otherList, side)
  if (pairs.some(([one]) => one === at)) return { kind: 'same' }
  const moved = placeOf(ownList[at], otherList)
  if (moved >= 0) return { kind: 'moved', to: [...list, moved, ...path.slice(index + 1)] }
  // Unequal elements that stand between the same neighbours are one that was edited.
  const there = counterpart(pairs, at, ownList.length, otherList.length)
  return there === null ? { kind: 'gone' } : edited([...list, at], ownList[at], otherList[there])
}

/** More blocks than this are named by what holds them. */
const blockLimit = 2

/**
 * The fields of this side that differ, each block's as deep as one field says it; where only the other side has what
 * this one lacks, what would hold it.
 */
function edited(path: FieldPath, own: Json | undefined, other: Json | undefined): PlaceFate {
  const blocks = new Map<string, FieldPath>()
  for (const { before } of fieldChanges(own, other)) {
    if (before === null) continue
    const block = String(before[0] ?? '')
    const known = blocks.get(block)
    blocks.set(block, known === undefined ? before : shared(known, before))
  }
  // By name: the order of keys is nobody's intention.
  const fields = [...blocks.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, field]) => field)
  const isOne = fields.length === 0 || fields.length > blockLimit
  return { kind: 'edited', at: isOne ? [path] : fields.map(field => [...path, ...field]) }
}

function shared(a: FieldPath, b: FieldPath): FieldPath {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return a.slice(0, length)
}

/** The unpaired element of the other list that stands between the same neighbours as an unpaired one. */
function counterpart(
  pairs: readonly (readonly [number, number])[],
  at: number,
  ownLength: number,
  otherLength: number
): number | null {
  let before: readonly [number, number] = [-1, -1]
  let after: readonly [number, number] = [ownLength, otherLength]
  for (const pair of pairs) {
    if (pair[0] < at) before = pair
    else if (pair[0] < after[0]) after = pair
  }
  const there = before[1] + (at - before[0])
  return there < after[1] ? there : null
}

function words(fate: PlaceFate['kind'], side: 'base' | 'head', noun: string): string {
  const base = side === 'base'
  switch (fate) {
    case 'same':
      return base ? `this ${noun} took the request before` : `this ${noun} takes the request now`
    case 'moved':
      return base ? `this ${noun} stood here` : `this ${noun} moved here`
    case 'edited':
      return base ? `this ${noun} was changed` : `this ${noun} is changed`
    case 'gone':
      return base ? `this ${noun} was removed` : `this ${noun} is new`
    case 'object-gone':
      return base
        ? `this ${noun} was removed with its object`
        : `this ${noun} is new with its object`
  }
}

function alike(a: Json | undefined, b: Json | undefined): boolean {
  return a !== undefined && b !== undefined && sameJson(a, b)
}

/** Undefined where the path leads nowhere. */
export function valueAt(value: Json, path: FieldPath): Json | undefined {
  let at: Json | undefined = value
  for (const key of path) {
    if (Array.isArray(at) && typeof key === 'number') at = at[key]
    else if (isMap(at) && typeof key === 'string' && Object.hasOwn(at, key)) at = at[key]
    else return undefined
  }
  return at
}

function listAt(value: Json, path: FieldPath): readonly Json[] {
  const found = valueAt(value, path)
  return Array.isArray(found) ? found : []
}

function distinct(causes: readonly Cause<Place>[]): Cause<Place>[] {
  const kept: Cause<Place>[] = []
  for (const cause of causes) {
    // A match lies in its rule: the rule says enough.
    const known = kept.some(
      other =>
        other.side === cause.side &&
        sameRef(other.ref, cause.ref) &&
        within(cause.at.path, other.at.path)
    )
    if (!known) kept.push(cause)
  }
  return kept
}

function within(path: FieldPath, outer: FieldPath): boolean {
  return outer.length <= path.length && outer.every((key, index) => path[index] === key)
}
