import type { Outcome, Request } from '../../src/dataplane/request.ts'
import { type Decision, judgedDecision, ourDecision } from '../compare/decision.ts'
import { differences } from '../compare/difference.ts'
import { normaliseRouteConfig, normaliseUpstream, tidy } from '../compare/normalise.ts'
import type { Answer, JudgedOutcome } from '../judge/protocol.ts'

/** What Istio does with a request, as far as a client or an upstream could see it; null where it cannot be judged. */
export function behaviourAt(request: Request, answer: Answer): unknown {
  const outcome = outcomeOf(request, answer)
  if (outcome === undefined || (outcome.unjudged ?? []).length > 0) return null
  const { trace: _, ...decision } = judgedDecision(outcome)
  const seen = seenOf(decision)
  const settings = settingsAt(request, answer, outcome)
  // A proxy of which several edits of one world ask for another kind was not dumped as this one.
  if (settings === undefined && outcome.trace.routeIndex !== undefined) return null
  return tidy({
    decision: seen,
    settings: seenSettings(seen, settings),
    ...(seen.outcome === 'unserved'
      ? {}
      : {
          pods: podsAt(request, answer, outcome),
          upstreams: upstreamsAt(request, answer, outcome)
        })
  })
}

/** Do both answers treat the request alike? What cannot be judged on a side tells nothing. */
export function sameBehaviour(request: Request, base: Answer, head: Answer): boolean {
  const [before, after] = [behaviourAt(request, base), behaviourAt(request, head)]
  if (before === null || after === null) return true
  return JSON.stringify(before) === JSON.stringify(after)
}

/** True where Istio's answer is ours, null where it cannot be judged, else how they differ. */
export function saysTheSame(request: Request, answer: Answer, ours: Outcome): true | null | string {
  const theirs = outcomeOf(request, answer)
  if (theirs === undefined || (theirs.unjudged ?? []).length > 0) return null
  if (ours.outcome === 'config-refused' || ours.outcome === 'unknown') return null
  if (isReadAsHttp(ours)) {
    const [mine, judged] = [ours.trace?.routeConfig, theirs.trace.routeConfig]
    return mine === judged || `.trace.routeConfig: ours ${mine}, Istio ${judged}`
  }
  const [mine, judged] = [ourDecision(ours), judgedDecision(theirs)].map(
    ({ trace: _, ...decision }) => seenOf(decision)
  )
  // What is told of a request that its servers stop is where it goes.
  const isPart = ours.outcome === 'served' && ours.protocol !== 'tcp' && ours.path === undefined
  const compared = isPart ? { ...judged, path: undefined, authority: undefined } : judged
  const found = differences(mine, compared, 8)
  const first = found.find(({ path }) => path === '.outcome') ?? found[0]
  if (first === undefined) return true
  return `${first.path}: ours ${JSON.stringify(first.ours)}, Istio ${JSON.stringify(first.theirs)}`
}

/** Effects on connections say of HTTP only which routes it comes to. */
export function isReadAsHttp({ outcome, destinations, trace }: Outcome): boolean {
  const routed = trace?.routeConfig !== undefined && trace.virtualHost === undefined
  return outcome === 'served' && destinations.length === 0 && routed
}

/** Is Istio's answer ours in every part, whether or not it is seen from outside? */
export function saysExactly(request: Request, answer: Answer, ours: Outcome): boolean {
  const theirs = outcomeOf(request, answer)
  if (theirs === undefined) return false
  const [mine, judged] = [ourDecision(ours), judgedDecision(theirs)].map(
    ({ trace: _, ...decision }) => decision
  )
  return differences(mine, judged, 1).length === 0
}

/** Do both answers decide alike in every part, whether or not it is seen from outside? */
export function sameDecision(request: Request, base: Answer, head: Answer): boolean {
  const [before, after] = [outcomeOf(request, base), outcomeOf(request, head)]
  if (before === undefined || after === undefined) return false
  const [one, other] = [judgedDecision(before), judgedDecision(after)].map(
    ({ trace: _, ...decision }) => tidy(decision)
  )
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What of a decision is seen from outside: one kind of 404, and of a 503 not where the request would have gone. */
export function seenOf(decision: Omit<Decision, 'trace'>): Omit<Decision, 'trace'> {
  if (decision.outcome === 'no-virtual-host') return { ...decision, outcome: 'no-route' }
  const isNowhere = decision.outcome === 'no-cluster' || decision.outcome === 'no-endpoints'
  return isNowhere
    ? { outcome: 'unserved', status: decision.status ?? 503, destinations: [] }
    : decision
}

/** Where the proxy itself answers, nothing of a request that would have gone on is seen. */
export function seenSettings(
  { outcome }: Pick<Decision, 'outcome'>,
  settings: object | undefined
): object | undefined {
  if (settings === undefined || outcome !== 'unserved') return settings
  const { fault, headers, cors }: Record<string, unknown> = { ...settings }
  return { fault, headers, cors }
}

/** Why Istio's answer to a request cannot be judged; null where it can. */
export function whyUnjudged(request: Request, answer: Answer): string | null {
  const outcome = outcomeOf(request, answer)
  if (outcome === undefined) return 'no answer'
  return outcome.unjudged?.[0] ?? null
}

function outcomeOf(request: Request, answer: Answer): JudgedOutcome | undefined {
  return answer.outcomes?.find(({ id }) => id === request.id)
}

/** The settings of the route that is taken, where the configuration of its proxy was dumped. */
function settingsAt(
  request: Request,
  answer: Answer,
  { trace }: JudgedOutcome
): object | undefined {
  const config = configOf(request, answer)?.routeConfigs?.find(
    ({ name }) => name === trace.routeConfig
  )
  if (config === undefined || trace.routeIndex === undefined) return undefined
  const host = normaliseRouteConfig(config).virtualHosts.find(
    ({ name }) => name === trace.virtualHost
  )
  const action = host?.routes[trace.routeIndex]?.action
  return action === undefined
    ? undefined
    : { ...action.settings, of: action.destinations?.map(({ headers }) => headers) }
}

/** Do both answers forward to the address that the client dialled, if only a share? Its pods are those that DNS says. */
export function isWhereDialled(request: Request, ...answers: readonly Answer[]): boolean {
  return answers.every(answer => {
    const outcome = outcomeOf(request, answer)
    const chosen = outcome === undefined ? [] : chosenClusters(request, answer, outcome)
    return chosen.some(cluster => cluster?.type === 'original-dst')
  })
}

/** Addresses of the clusters that are chosen. */
function podsAt(request: Request, answer: Answer, outcome: JudgedOutcome): unknown {
  return chosenClusters(request, answer, outcome).map(cluster =>
    (cluster?.endpoints ?? []).map(({ address, port }) => `${address}:${port}`).sort()
  )
}

/** How the clusters that are chosen treat their endpoints. */
function upstreamsAt(request: Request, answer: Answer, outcome: JudgedOutcome): unknown {
  const speaksHttp = outcome.trace.routeConfig !== undefined
  return chosenClusters(request, answer, outcome).map(cluster =>
    cluster?.upstream === undefined ? null : normaliseUpstream(cluster.upstream, speaksHttp)
  )
}

function chosenClusters(request: Request, answer: Answer, { destinations }: JudgedOutcome) {
  const clusters = configOf(request, answer)?.clusters
  return destinations.map(({ host, subset, port }) => {
    const name = `outbound|${port}|${subset ?? ''}|${host}`
    return clusters?.find(cluster => cluster.name === name)
  })
}

function configOf({ from }: Request, answer: Answer) {
  if (typeof from === 'string') return undefined
  const pod =
    'gateway' in from
      ? from.gateway
      : 'namespace' in from && from.pod !== undefined
        ? `${from.namespace}/${from.pod}`
        : undefined
  return answer.configs?.find(({ proxy }) => proxy === pod)
}
