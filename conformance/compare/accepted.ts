import type { Mismatch } from './compare.ts'

/** A difference that stays, with its reason. An entry that no recorded world shows any more fails the run. */
export interface Accepted {
  readonly id: string
  readonly reason: string
  readonly covers: (mismatch: Mismatch) => boolean
}

export const accepted: readonly Accepted[] = [
  {
    id: 'open: a gateway beside a service that is not exported to it',
    reason:
      'open defect of the engine: a VirtualService makes istiod send a gateway the clusters of a destination in the gateway’s own namespace, even where that service is exported elsewhere or nowhere; the engine sends none.',
    covers: ({ level, subject, differences }) =>
      level === 'configuration' &&
      subject.endsWith('/gateway clusters') &&
      differences.every(
        ({ path, ours }) =>
          ours === undefined &&
          /^\.outbound\|\d+\|(v\d)?\|web\.shop\.svc\.cluster\.local$/.test(path)
      )
  }
]

/** The entry that covers a mismatch. */
export function acceptedBy(mismatch: Mismatch): Accepted | undefined {
  return accepted.find(entry => entry.covers(mismatch))
}
