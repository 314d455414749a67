import type { FieldPath } from '../../finding.ts'
import { canonical } from '../../fingerprint.ts'
import type { Json, JsonMap, Manifest } from '../../manifest/manifest.ts'
import { filled, list, map, mapOrEmpty, number, text } from '../../mesh/json.ts'

/** One patch of an EnvoyFilter as istiod applies it. */
export interface Patch {
  readonly applyTo: string
  readonly context: string
  readonly operation: string
  /** The part of `match` beside context and proxy. */
  readonly match: JsonMap
  readonly proxyVersion: string | null
  readonly metadata: JsonMap
  readonly value: Json
  readonly path: FieldPath
  /** Equal patches, equal keys. */
  readonly key: string
}

/**
 * The patches of an EnvoyFilter, in order of the kinds of objects that they apply to: istiod keeps the order within a
 * kind alone. A patch without `patch` is thrown away, an absent context is ANY, and insertion where the order does not
 * count is addition. Source: pilot model/envoyfilter.go convertToEnvoyFilterWrapper.
 */
export function patchesOf({ spec }: Pick<Manifest, 'spec'>): readonly Patch[] {
  const patches: Patch[] = []
  for (const [index, entry] of list(spec.configPatches).entries()) {
    const fields = mapOrEmpty(entry)
    const patch = map(fields.patch)
    if (patch === undefined) continue
    const { context, proxy, ...match } = mapOrEmpty(fields.match)
    const applyTo = text(fields.applyTo) ?? 'INVALID'
    const wanted = mapOrEmpty(proxy)
    const made = {
      applyTo,
      context: filled(context) ?? 'ANY',
      operation: operationOf(text(patch.operation) ?? 'INVALID', applyTo),
      match: withoutEmpty(match),
      proxyVersion: filled(wanted.proxyVersion) ?? null,
      metadata: mapOrEmpty(wanted.metadata),
      value: patch.value ?? null,
      filterClass: filled(patch.filterClass) ?? 'UNSPECIFIED'
    }
    patches.push({ ...made, path: ['spec', 'configPatches', index], key: canonical(made) })
  }
  return patches.sort((a, b) => (a.applyTo < b.applyTo ? -1 : a.applyTo > b.applyTo ? 1 : 0))
}

const ORDERED: ReadonlySet<string> = new Set([
  'HTTP_FILTER',
  'NETWORK_FILTER',
  'HTTP_ROUTE',
  'LISTENER_FILTER'
])

function operationOf(written: string, applyTo: string): string {
  return written.startsWith('INSERT_') && !ORDERED.has(applyTo) ? 'ADD' : written
}

/** A match of nothing matches all. */
function withoutEmpty(match: JsonMap): JsonMap {
  const entries = Object.entries(match).filter(
    ([, value]) => Object.keys(mapOrEmpty(value)).length > 0
  )
  return Object.fromEntries(entries)
}

/** Lower values are applied first. */
export function priorityOf({ spec }: Pick<Manifest, 'spec'>): number {
  return number(spec.priority) ?? 0
}

/**
 * Patches that one side has and the other has not, or has elsewhere in the order of their kind.
 */
export function changedPatches(
  base: readonly Patch[],
  head: readonly Patch[]
): { readonly removed: readonly Patch[]; readonly added: readonly Patch[] } {
  const kept = commonKeys(
    base.map(({ key }) => key),
    head.map(({ key }) => key)
  )
  const left = [...kept.base]
  const right = [...kept.head]
  return {
    removed: base.filter((_, index) => !left.includes(index)),
    added: head.filter((_, index) => !right.includes(index))
  }
}

/** More patches than this are compared as sets of positions from both ends. */
const MOST = 400

/** Places of the longest common sequence. */
function commonKeys(
  base: readonly string[],
  head: readonly string[]
): { readonly base: readonly number[]; readonly head: readonly number[] } {
  const rows = base.length > MOST || head.length > MOST ? 0 : base.length
  const table: number[][] = Array.from({ length: rows + 1 }, () =>
    new Array(head.length + 1).fill(0)
  )
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0
  for (let i = rows - 1; i >= 0; i--) {
    const row = table[i]
    if (row === undefined) continue
    for (let j = head.length - 1; j >= 0; j--) {
      row[j] = base[i] === head[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const own: number[] = []
  const other: number[] = []
  for (let i = 0, j = 0; i < rows && j < head.length; ) {
    if (base[i] === head[j]) {
      own.push(i++)
      other.push(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return { base: own, head: other }
}
