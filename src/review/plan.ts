import type { Effect } from '../effects/effect.ts'
import type { ManifestChange } from '../effects/manifest-change.ts'
import { phases, stepWords } from '../effects/phases.ts'
import type { Plan } from '../report/report.ts'

/** More steps than this are no plan any more; the effects themselves say the rest. */
const stepLimit = 20

/** How to bring the change out, see that it works, and take it back. Empty where nothing behaves differently. */
export function planOf(
  changes: readonly ManifestChange[],
  effects: readonly Effect[],
  hazards: readonly string[]
): Plan {
  if (effects.length === 0 && hazards.length === 0)
    return { rollout: [], verify: [], watch: [], rollback: [] }
  return {
    rollout: [...phases(changes, 'forward').map(stepWords), ...hazards],
    verify: distinct(effects.map(effect => effect.verify)),
    watch: distinct(effects.map(effect => effect.watch)),
    rollback: phases(changes, 'back').map(stepWords)
  }
}

function distinct(steps: readonly string[]): string[] {
  return [...new Set(steps.filter(step => step !== ''))].slice(0, stepLimit)
}
