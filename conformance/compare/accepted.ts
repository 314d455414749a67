import type { Mismatch } from './compare.ts'

/** A difference that stays, with its reason. An entry that no recorded world shows any more fails the run. */
export interface Accepted {
  readonly id: string
  readonly reason: string
  readonly covers: (mismatch: Mismatch) => boolean
}

export const accepted: readonly Accepted[] = []

/** The entry that covers a mismatch. */
export function acceptedBy(mismatch: Mismatch): Accepted | undefined {
  return accepted.find(entry => entry.covers(mismatch))
}
