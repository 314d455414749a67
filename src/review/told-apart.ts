import { type Assumption, worst } from '../finding.ts'
import { canonical } from '../fingerprint.ts'
import type { ComparedMesh } from './compared.ts'

/**
 * What one of the files that stand for one another makes different, beside what was told of the mesh without it. All of
 * it holds where that file is the one applied.
 */
export function toldApart(own: ComparedMesh, whole: ComparedMesh, file: string): ComparedMesh {
  const told = new Set([
    ...whole.effects.map(({ kind, subject, region, changes }) =>
      canonical([kind, subject, region, changes])
    ),
    ...whole.unknown.map(({ reason, message }) => canonical([reason, message])),
    ...whole.textOnly.map(one => canonical([one.ref, one.file, one.what]))
  ])
  const applied: Assumption = { kind: 'file-applied', params: { file } }
  return {
    ...own,
    rollout: {
      ...own.rollout,
      hazards: own.rollout.hazards.filter(hazard => !whole.rollout.hazards.includes(hazard))
    },
    effects: own.effects
      .filter(
        ({ kind, subject, region, changes }) =>
          !told.has(canonical([kind, subject, region, changes]))
      )
      .map(effect => ({
        ...effect,
        certainty: worst(effect.certainty, 'assumed'),
        assumptions: [...effect.assumptions, applied]
      })),
    unknown: own.unknown.filter(({ reason, message }) => !told.has(canonical([reason, message]))),
    textOnly: own.textOnly.filter(one => !told.has(canonical([one.ref, one.file, one.what]))),
    assumptions: [...own.assumptions, applied]
  }
}
