import type { Outcome } from '../../src/dataplane/request.ts'
import type { JudgedOutcome } from '../judge/protocol.ts'
import { tidy } from './normalise.ts'

/** The parts of an outcome that both sides must agree on. */
export interface Decision {
  readonly outcome: string
  readonly status?: number
  readonly destinations: unknown
  readonly path?: string
  readonly authority?: string
  readonly redirect?: unknown
  readonly response?: unknown
  readonly trace: unknown
}

/** Outcomes that a filter before the router makes: no route was looked for. */
const beforeRoutes = new Set(['denied', 'unauthenticated', 'delegated', 'bad-request'])

/** Outcomes that carry what the upstream receives. */
const forwarded = new Set(['served'])

/** The engine's outcome as a decision. */
export function ourDecision(outcome: Outcome): Decision {
  return decisionOf({
    ...outcome,
    destinations: outcome.destinations.map(({ host, subset, port, weight, missing }) => ({
      host,
      port,
      weight,
      ...(subset === undefined ? {} : { subset }),
      ...(missing === undefined ? {} : { missing })
    })),
    trace: outcome.trace ?? {}
  })
}

export function judgedDecision(outcome: JudgedOutcome): Decision {
  return decisionOf(outcome)
}

interface Destination {
  readonly host: string
  readonly subset?: string
  readonly port: number
  readonly weight: number
  readonly missing?: boolean
}

/** Only the proportion of weights means anything. */
function shares(destinations: readonly Destination[]): readonly Destination[] {
  let divisor = 0
  for (const { weight } of destinations) divisor = greatestCommon(divisor, weight)
  return destinations.map(each => ({ ...each, weight: each.weight / (divisor || 1) }))
}

function greatestCommon(a: number, b: number): number {
  return b === 0 ? a : greatestCommon(b, a % b)
}

interface Common {
  readonly outcome: string
  readonly status?: number
  readonly destinations: readonly Destination[]
  readonly path?: string
  readonly authority?: string
  readonly redirect?: unknown
  readonly response?: unknown
  readonly trace: {
    readonly listener?: string
    readonly routeConfig?: string
    readonly virtualHost?: string
    readonly route?: string
    readonly routeIndex?: number
  }
}

function decisionOf(outcome: Common): Decision {
  const { listener, routeConfig, virtualHost, route, routeIndex } = outcome.trace
  // `tidy` leaves members out that are optional in the type.
  return tidy({
    outcome: outcome.outcome,
    status: outcome.status,
    destinations: shares(outcome.destinations),
    ...(forwarded.has(outcome.outcome) ? { path: outcome.path, authority: outcome.authority } : {}),
    redirect: outcome.redirect,
    response: outcome.response,
    // A route without a name has none on both sides.
    trace: beforeRoutes.has(outcome.outcome)
      ? { listener }
      : { listener, routeConfig, virtualHost, route: route || undefined, routeIndex }
  }) as Decision
}
