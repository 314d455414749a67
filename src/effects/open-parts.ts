import { isOpaque } from '../dataplane/lower/opaque-dimension.ts'
import type { Difference } from '../decision/compare.ts'
import { askedDimensions, isEmpty, sample } from '../decision/region.ts'
import { settled } from '../decision/settled.ts'

/** A part of a difference. */
interface Part<Action> {
  readonly difference: Difference<Action>
  /** The opaque dimensions that it asks for; empty: it is certain. */
  readonly open: readonly string[]
}

const parts = new WeakMap<object, readonly Part<unknown>[]>()

/** What differs whatever stands behind opaque dimensions, and what differs with some of their values. */
export function partsOf<Action>(whole: Difference<Action>): readonly Part<Action>[] {
  let found = parts.get(whole)
  if (found === undefined) {
    const { certain, open } = settled(whole.region, isOpaque)
    found = isEmpty(open)
      ? [{ difference: whole, open: [] }]
      : [certain, open]
          .filter(region => !isEmpty(region))
          .map(region => ({
            difference: { ...whole, region, sample: sample(region) },
            open: region === open ? askedDimensions(region).filter(isOpaque) : []
          }))
    parts.set(whole, found)
  }
  // Remembered by the difference they are parts of.
  return found as readonly Part<Action>[]
}
