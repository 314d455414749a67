import { acceptedBy } from '../compare/accepted.ts'
import {
  addTally,
  compareWorld,
  describeMismatch,
  emptyTally,
  type Tally
} from '../compare/compare.ts'
import type { Recording } from './store.ts'

/** What a recording says about the engine. */
export interface Replay {
  readonly area: string
  readonly istio: string
  readonly module: string
  readonly worlds: number
  readonly objects: number
  readonly tally: Tally
  /** One line for each mismatch that is not accepted. */
  readonly wrong: readonly string[]
  /** Accepted differences that were met, with how often. */
  readonly accepted: ReadonlyMap<string, number>
}

/** Compares the engine with recorded answers. */
export function replay({ area, istio, module, worlds }: Recording): Replay {
  const tally = emptyTally()
  const wrong: string[] = []
  const accepted = new Map<string, number>()
  let objects = 0
  for (const { world, answer } of worlds) {
    objects += world.objects.length
    const comparison = compareWorld(world, istio, answer)
    addTally(tally, comparison.tally)
    for (const mismatch of comparison.mismatches) {
      const entry = acceptedBy(mismatch)
      if (entry === undefined) wrong.push(`${world.name}: ${describeMismatch(mismatch)}`)
      else accepted.set(entry.id, (accepted.get(entry.id) ?? 0) + 1)
    }
  }
  return { area, istio, module, worlds: worlds.length, objects, tally, wrong, accepted }
}
