import type { FieldPath, Place } from '../finding.ts'
import type { Json, Manifest } from '../manifest/manifest.ts'
import { isMap } from '../mesh/json.ts'
import { sameRef } from '../mesh/order.ts'
import type { Cause } from './effect.ts'
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
    for (const place of places) {
      const own = sides.manifest(side, place)
      if (own === undefined) continue
      const other = sides.manifest(side === 'base' ? 'head' : 'base', place)
      const fate = fateOf(place.path, own, other)
      const cause = { side, ref: own.ref, at: place, note: words(fate, side, noun) }
      if (fate === 'same') still.push(cause)
      else causes.push(cause)
    }
  }
  const named = causes.length > 0 ? causes : still.filter(cause => cause.side === 'head')
  return distinct(named.length > 0 ? named : still)
}

type PlaceFate = 'same' | 'moved' | 'edited' | 'gone' | 'object-gone'

function fateOf(path: FieldPath, own: Manifest, other: Manifest | undefined): PlaceFate {
  if (other === undefined) return 'object-gone'
  const value = valueAt(own.object, path)
  if (value !== undefined && sameJson(value, valueAt(other.object, path) ?? null)) return 'same'
  const lastIndex = path.findLastIndex(key => typeof key === 'number')
  if (lastIndex < 0) return 'edited'
  const ownList = listAt(own.object, path.slice(0, lastIndex))
  const otherList = listAt(other.object, path.slice(0, lastIndex))
  const element = valueAt(own.object, path.slice(0, lastIndex + 1))
  if (element !== undefined && otherList.some(item => sameJson(item, element))) return 'moved'
  return otherList.length < ownList.length ? 'gone' : 'edited'
}

function words(fate: PlaceFate, side: 'base' | 'head', noun: string): string {
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
