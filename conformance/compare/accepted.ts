import type { Mismatch } from './compare.ts'

/** A difference that stays, with its reason. An entry that no recorded world shows any more fails the run. */
export interface Accepted {
  readonly id: string
  readonly reason: string
  readonly covers: (mismatch: Mismatch) => boolean
}

export const accepted: readonly Accepted[] = [
  {
    id: 'open: a gateway in a namespace that has sidecars',
    reason:
      'open, cause read in the code and not yet confirmed by a run: istiod’s answer seems to depend on order. Where it has computed the scope of a sidecar of the gateway’s namespace first, the gateway is given that scope too, and with it the services that VirtualServices route to although they are not exported to the namespace (pilot/pkg/model/push_context.go doGetSidecarScope). The engine answers what a gateway alone is sent: no such cluster, and no hash policy from its DestinationRule. To confirm: ask the judge for the gateway before any sidecar',
    covers: ({ level, subject, differences }) =>
      level === 'configuration' &&
      subject.startsWith('shop/gateway ') &&
      differences.every(
        ({ path, ours }) =>
          ours === undefined &&
          (/^\.outbound\|\d+\|(v\d+)?\|[a-z]+\.shop\.svc\.cluster\.local$/.test(path) ||
            path.endsWith('.action.settings.hashPolicy'))
      )
  }
]

/** The entry that covers a mismatch. */
export function acceptedBy(mismatch: Mismatch): Accepted | undefined {
  return accepted.find(entry => entry.covers(mismatch))
}
