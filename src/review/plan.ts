import type { Effect } from '../effects/effect.ts'
import type { ManifestChange } from '../effects/manifest-change.ts'
import { backwards, phaseGroups, stepOf, stepWords } from '../effects/phases.ts'
import type { Rollout } from '../effects/rollout.ts'
import type { Plan } from '../report/report.ts'

/** More steps than this are no plan any more; the effects themselves say the rest. */
const stepLimit = 20

/** How to bring the change out, see that it works, and take it back. Empty where nothing behaves differently. */
export function planOf(
  rollouts: readonly Rollout[],
  changes: readonly ManifestChange[],
  effects: readonly Effect[]
): Plan {
  const hazards = rollouts.flatMap(one => one.hazards)
  if (effects.length === 0 && hazards.length === 0)
    return { rollout: [], verify: [], watch: [], rollback: [] }
  const [only] = rollouts
  // The parts of one mesh were tried; those of several are told together, by kind.
  const groups =
    only === undefined || rollouts.length > 1
      ? phaseGroups(changes.filter(one => !one.equal))
      : only.groups
  return {
    rollout: [...groups.map(group => stepWords(stepOf(group))), ...new Set(hazards)],
    verify: distinct(effects.map(effect => effect.verify)),
    watch: distinct(effects.map(effect => effect.watch)),
    rollback: backwards(groups).map(stepWords)
  }
}

function distinct(steps: readonly string[]): string[] {
  return [...new Set(steps.filter(step => step !== ''))].slice(0, stepLimit)
}
