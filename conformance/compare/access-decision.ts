import type { Outcome } from '../../src/dataplane/request.ts'
import type { JudgedOutcome } from '../judge/protocol.ts'
import { tidy } from './normalise.ts'

/** What both sides must agree on about the server side of a request. */
export function ourAccess(outcome: Outcome): unknown {
  const { decidedBy, provider } = outcome
  const ref = decidedBy?.ref
  const rule = decidedBy?.rule ?? null
  const named = decidedBy?.filter === 'rbac' && ref !== undefined && rule !== null
  return accessOf({
    ...outcome,
    ...(decidedBy === undefined
      ? {}
      : {
          decidedBy: {
            filter: decidedBy.filter,
            ...(decidedBy.action === undefined ? {} : { action: decidedBy.action }),
            ...(named ? { policy: `ns[${ref.namespace}]-policy[${ref.name}]-rule[${rule}]` } : {})
          }
        }),
    ...(provider === undefined ? {} : { provider: provider.name }),
    headers: outcome.upstreamHeaders ?? {}
  })
}

export function judgedAccess(outcome: JudgedOutcome): unknown {
  return accessOf(outcome)
}

interface Common {
  readonly outcome: string
  readonly status?: number
  readonly path?: string
  readonly authority?: string
  readonly transport?: string
  readonly decidedBy?: {
    readonly filter: string
    readonly action?: string
    readonly policy?: string
  }
  readonly provider?: string | object
  readonly headers?: Readonly<Record<string, string | null>>
}

/** Outcomes that end before any filter looks at a certificate's owner. */
const early = new Set(['reset', 'bad-request'])

function accessOf(outcome: Common): unknown {
  const served = outcome.outcome === 'served'
  const { decidedBy } = outcome
  return tidy({
    outcome: outcome.outcome,
    status: outcome.status,
    provider: outcome.provider,
    ...(early.has(outcome.outcome) ? {} : { transport: outcome.transport }),
    ...(served ? { path: outcome.path, authority: outcome.authority } : {}),
    ...(decidedBy === undefined || early.has(outcome.outcome)
      ? {}
      : { decidedBy: decisionOf(decidedBy) }),
    headers: served
      ? Object.entries(outcome.headers ?? {})
          .filter(isSaid)
          .sort()
          .map(readable)
      : []
  })
}

/** What istiod puts behind the name of a CUSTOM policy that it cannot do but deny. */
export const badCustom = /-deny-due-to-bad-CUSTOM-action$/

/** Providers' policies have their prefix in Envoy's names; a filter that decides by default names none. */
function decisionOf({ filter, action, policy }: NonNullable<Common['decidedBy']>): unknown {
  return {
    filter,
    ...(filter === 'rbac' ? { action: action === 'CUSTOM' ? 'DENY' : action } : {}),
    ...(policy === undefined || policy === ''
      ? {}
      : { policy: policy.replace(/^.*(?=ns\[)/, '').replace(badCustom, '') })
  }
}

/** A token that goes on as it came is nothing that was set or taken away. */
function isSaid([, value]: readonly [string, string | null]): boolean {
  return value?.endsWith('(the token)') !== true
}

/** A payload in Base64 is compared as what it says: nobody reads the order of its members. */
function readable([name, value]: readonly [string, string | null]): unknown {
  if (value?.startsWith('ey') !== true) return [name, value]
  try {
    return [name, JSON.parse(atob(value))]
  } catch {
    return [name, value]
  }
}
