import type { Json } from '../manifest.ts'

/** Offsets of a key and its value; an empty value has the same start and end. */
export interface FieldPlace {
  readonly key: number
  readonly keyEnd: number
  readonly value: number
  readonly valueEnd: number
}

/** Where the plain reader found what it read: asked for when a place is wanted, never while values are read. */
export interface Places {
  readonly fields: Map<Json, Map<string, FieldPlace>>
  readonly items: Map<Json, (readonly [start: number, end: number])[]>
  root: readonly [start: number, end: number]
}

export function noPlaces(): Places {
  return { fields: new Map(), items: new Map(), root: [0, 0] }
}
