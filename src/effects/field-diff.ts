import type { FieldPath } from '../finding.ts'
import { canonical } from '../fingerprint.ts'
import type { Json, JsonMap } from '../manifest/manifest.ts'
import { sameJson } from './manifest-change.ts'

/** A leaf that is not the same on both sides; each path names it on its own side, null where it is absent. */
export interface FieldChange {
  readonly before: FieldPath | null
  readonly after: FieldPath | null
}

/** Above this many element pairs a list is compared by position: more changes are named, none is missed. */
const pairBudget = 250_000

/**
 * Every leaf in which two objects differ. Lists are aligned by their equal elements, so that an element put
 * in front does not make all that follow look edited.
 */
export function fieldChanges(before: Json | undefined, after: Json | undefined): FieldChange[] {
  const changes: FieldChange[] = []
  diff(before, after, [], [], changes)
  return changes
}

function diff(
  before: Json | undefined,
  after: Json | undefined,
  beforePath: FieldPath,
  afterPath: FieldPath,
  changes: FieldChange[]
): void {
  if (before === after) return
  if (isMap(before) && isMap(after)) {
    diffMaps(before, after, beforePath, afterPath, changes)
  } else if (isList(before) && isList(after)) {
    diffLists(before, after, beforePath, afterPath, changes)
  } else {
    if (before !== undefined) {
      for (const path of leaves(before, beforePath)) changes.push({ before: path, after: null })
    }
    if (after !== undefined) {
      for (const path of leaves(after, afterPath)) changes.push({ before: null, after: path })
    }
  }
}

function diffMaps(
  before: JsonMap,
  after: JsonMap,
  beforePath: FieldPath,
  afterPath: FieldPath,
  changes: FieldChange[]
): void {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  if (keys.size === 0) return
  // The order in which a file names its keys is no difference, and shows nowhere.
  for (const key of [...keys].sort()) {
    diff(before[key], after[key], [...beforePath, key], [...afterPath, key], changes)
  }
  // An empty map is a leaf, and it may stand against keys on the other side.
  if (Object.keys(before).length === 0) changes.push({ before: beforePath, after: null })
  if (Object.keys(after).length === 0) changes.push({ before: null, after: afterPath })
}

function diffLists(
  before: readonly Json[],
  after: readonly Json[],
  beforePath: FieldPath,
  afterPath: FieldPath,
  changes: FieldChange[]
): void {
  let i = 0
  let j = 0
  for (const [nextI, nextJ] of [
    ...aligned(before, after),
    [before.length, after.length] as const
  ]) {
    // Between two equal elements: pair what stands on both sides, the rest was added or removed.
    while (i < nextI || j < nextJ) {
      const one = i < nextI ? before[i] : undefined
      const other = j < nextJ ? after[j] : undefined
      diff(one, other, [...beforePath, i], [...afterPath, j], changes)
      if (i < nextI) i++
      if (j < nextJ) j++
    }
    i = nextI + 1
    j = nextJ + 1
  }
  if (before.length === 0 && after.length > 0) changes.push({ before: beforePath, after: null })
  if (after.length === 0 && before.length > 0) changes.push({ before: null, after: afterPath })
}

/** Index pairs of equal elements: a longest common subsequence. */
export function aligned(
  before: readonly Json[],
  after: readonly Json[]
): (readonly [number, number])[] {
  const equal = (i: number, j: number) => sameJson(before[i] ?? null, after[j] ?? null)
  const pairs: [number, number][] = []
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && equal(start, start)) {
    pairs.push([start, start])
    start++
  }
  let end = 0
  while (end < shorter - start && equal(before.length - 1 - end, after.length - 1 - end)) end++
  const rows = before.length - start - end
  const columns = after.length - start - end
  if (rows * columns > pairBudget) {
    const last = start + Math.min(rows, columns)
    for (let k = start; k < last; k++) if (equal(k, k)) pairs.push([k, k])
  } else if (rows > 0 && columns > 0) {
    const left = before.slice(start, start + rows).map(canonical)
    const right = after.slice(start, start + columns).map(canonical)
    for (const [i, j] of middle(left, right)) pairs.push([start + i, start + j])
  }
  for (let k = end; k > 0; k--) pairs.push([before.length - k, after.length - k])
  return pairs
}

function middle(left: readonly string[], right: readonly string[]): [number, number][] {
  const rows = left.length
  const columns = right.length
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      lengths[i * width + j] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < rows && j < columns) {
    if (left[i] === right[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

/** Paths of every scalar, empty map and empty list. */
export function leaves(value: Json, path: FieldPath): FieldPath[] {
  const found: FieldPath[] = []
  const visit = (at: Json, here: FieldPath): void => {
    if (isList(at) && at.length > 0) for (const [i, item] of at.entries()) visit(item, [...here, i])
    else if (isMap(at) && Object.keys(at).length > 0) {
      for (const key of Object.keys(at).sort()) visit(at[key] ?? null, [...here, key])
    } else found.push(here)
  }
  visit(value, path)
  return found
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
