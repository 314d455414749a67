import { rowsMayMeet } from './overlap.ts'
import type { When } from './space.ts'
import type { Dimension, Matcher } from './table.ts'

/** Comparing each row with each changed row beyond this costs more than it saves. */
const COMPARISONS = 200_000

/**
 * Where two tables can differ at all: only where a changed row matches, since elsewhere the common rows decide
 * alike. `null` as changed rows: anywhere.
 */
export interface Reach {
  /** Whether a row may match where the tables can differ. Errs on the side of yes. */
  touches(when: When): boolean
  /** Matchers outside of whose union nothing differs; `null`: no bound is known. */
  universe(dimension: string): readonly Matcher[] | null
}

export function reachOf(
  changed: readonly When[] | null,
  rows: number,
  dimensions: readonly Dimension[]
): Reach {
  if (changed === null) return { touches: () => true, universe: () => null }
  const named = new Map(dimensions.map(dimension => [dimension.name, dimension]))
  const few = changed.length * rows <= COMPARISONS
  return {
    touches: when => !few || changed.some(one => rowsMayMeet(one, when, named)),
    universe(dimension) {
      const matchers: Matcher[] = []
      for (const when of changed) {
        const matcher = Object.hasOwn(when, dimension) ? when[dimension] : undefined
        if (matcher === undefined) return null
        matchers.push(matcher)
      }
      return matchers
    }
  }
}
