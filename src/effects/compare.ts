import { dataplane } from '../dataplane/dataplane.ts'
import type { Assumption, UnknownDraft } from '../finding.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { EffectDraft } from './effect.ts'
import { folded } from './fold.ts'
import { readChanges } from './ledger.ts'
import type { ManifestChange } from './manifest-change.ts'
import { routingEffects } from './routing-effects.ts'

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
  base: Mesh,
  head: Mesh,
  changes: readonly ManifestChange[]
): MeshComparison {
  const { effects, unknown, proxies, tables, classes, sidecars } = routingEffects(
    dataplane(base),
    dataplane(head),
    changes
  )
  const ledger = readChanges(changes)
  return {
    effects: folded(effects, sidecars),
    unknown: [...unknown, ...ledger.unknown],
    proxies,
    tables,
    classes,
    textOnly: ledger.textOnly,
    assumptions: []
  }
}
