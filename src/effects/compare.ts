import type { Assumption, UnknownDraft } from '../finding.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { EffectDraft } from './effect.ts'
import type { ManifestChange } from './manifest-change.ts'

/** What the comparison of two sides of one mesh found, and what it proved. */
export interface MeshComparison {
  readonly effects: readonly EffectDraft[]
  readonly unknown: readonly UnknownDraft[]
  readonly proxies: number
  readonly tables: number
  readonly classes: number
  readonly textOnly: readonly {
    readonly file: string
    readonly what: string
    readonly ref: string
  }[]
  readonly assumptions: readonly Assumption[]
}

export function compareMeshes(
  _base: Mesh,
  _head: Mesh,
  _changes: readonly ManifestChange[]
): MeshComparison {
  return {
    effects: [],
    unknown: [],
    proxies: 0,
    tables: 0,
    classes: 0,
    textOnly: [],
    assumptions: []
  }
}
