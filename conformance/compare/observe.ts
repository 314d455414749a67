import type { OutcomeKind, Request } from '../../src/dataplane/request.ts'
import type { Observation } from '../judge/protocol.ts'
import type { Difference } from './difference.ts'
import { locationOf, type RedirectParts, secureLocationOf } from './location.ts'

/** What an outcome says a client and an upstream would see; `null` where Envoy was not asked. */
export function observedDifferences(
  request: Request,
  outcome: Expected,
  seen: Observation
): readonly Difference[] | null {
  if (seen.end === 'none' && seen.error !== undefined) return null
  if (seen.end === 'refused') {
    // No filter chain takes the connection: with the last good configuration no more than with this one.
    return outcome.outcome === 'reset' || outcome.outcome === 'closed'
      ? null
      : refused(outcome, seen)
  }
  return expectations[outcome.outcome](request, outcome, seen)
}

/** The parts of an outcome that can be seen from outside, of the engine or of the judge. */
export interface Expected {
  readonly outcome: OutcomeKind
  readonly status?: number | undefined
  readonly destinations: readonly {
    readonly host: string
    readonly subset?: string | undefined
    readonly port: number
    readonly weight: number
    readonly missing?: boolean | undefined
  }[]
  readonly path?: string | undefined
  readonly authority?: string | undefined
  readonly redirect?: RedirectParts | undefined
  readonly response?: { readonly body?: string | undefined } | undefined
  readonly reason?: string | undefined
  readonly protocol?: string | undefined
  readonly upstreamHeaders?: Readonly<Record<string, string | null>> | undefined
  /** Without a route where the virtual host itself redirects. */
  readonly trace?: { readonly routeIndex?: number | undefined } | undefined
}

type Expectation = (request: Request, outcome: Expected, seen: Observation) => readonly Difference[]

/** Envoy keeps the last good configuration, so the engine may say what would be served but for that. */
function refused(outcome: Expected, seen: Observation): readonly Difference[] {
  if (outcome.outcome === 'config-refused') return []
  if (outcome.reason?.startsWith('Envoy refuses') === true) return []
  // Without the listener's name and address, which change from run to run.
  const why = (seen.error ?? '').replace(/^Error adding[^:]*: /, '').replace(/'127[\d.:]+'/, '')
  return [{ path: '.refused', ours: outcome.outcome, theirs: why }]
}

const expectations: Readonly<Record<OutcomeKind, Expectation>> = {
  served,
  'no-virtual-host': local(404, 'route_not_found'),
  'no-route': local(404, 'route_not_found'),
  'no-cluster': (_, { status }, seen) => reply(seen, status ?? 503, 'cluster_not_found'),
  'no-endpoints': unserved,
  redirect: (request, { status, redirect, trace }, seen) => [
    ...equal('.status', status, seen.status),
    // Outcomes do not tell the whole location, and what is told here does not normalise paths.
    ...(/[\\%]|\/\/|\/\./.test(request.path)
      ? []
      : equal(
          '.location',
          trace?.routeIndex === undefined
            ? secureLocationOf(request)
            : locationOf(request, redirect ?? {}),
          seen.location
        ))
  ],
  'direct-response': (request, { status, response }, seen) => [
    ...equal('.status', status, seen.status),
    ...(isWithoutBody(request, status) ? [] : equal('.body', response?.body ?? '', seen.body ?? ''))
  ],
  denied: (_, { status }, seen) => equal('.status', status ?? 403, seen.status),
  unauthenticated: (_, { status }, seen) => equal('.status', status ?? 401, seen.status),
  'bad-request': (_, { status }, seen) => equal('.status', status ?? 400, seen.status),
  reset: ended,
  closed: ended,
  blackhole: ended,
  passthrough: (_, __, seen) =>
    equal('.cluster', 'PassthroughCluster', seen.arrivals?.[0]?.cluster),
  delegated: (_, { status }, seen) =>
    status === undefined ? [] : equal('.status', status, seen.status),
  'config-refused': (_, { outcome }, seen) => equal('.refused', outcome, seen.end),
  unknown
}

/** HTTP carries no body there, whatever is configured. */
function isWithoutBody({ method }: Request, status: number | undefined): boolean {
  return method === 'HEAD' || status === 204 || status === 304
}

function served(request: Request, outcome: Expected, seen: Observation): readonly Difference[] {
  const clusters = outcome.destinations
    .filter(({ weight, missing }) => weight > 0 && missing !== true)
    .map(({ host, subset, port }) => `outbound|${port}|${subset ?? ''}|${host}`)
  const arrivals = seen.arrivals ?? []
  // A mirrored copy may arrive before the request, at the same cluster too, and then with another host.
  const possible = arrivals.filter(({ cluster }) => clusters.includes(cluster))
  const arrival =
    possible.find(({ authority }) => authority === outcome.authority) ?? possible[0] ?? arrivals[0]
  if (arrival === undefined) {
    // TLS that passes through is answered by bytes that are none: they came from the application.
    if (seen.end === 'opaque' && outcome.destinations.length === 0) return []
    return isLotOfOne(outcome, seen)
      ? []
      : [{ path: '.outcome', ours: outcome.outcome, theirs: summary(seen) }]
  }
  // The server side alone has no destinations: the application is behind it.
  if (outcome.destinations.length === 0) return atApplication(request, outcome, arrival)
  const differences = clusters.includes(arrival.cluster)
    ? []
    : [{ path: '.cluster', ours: clusters, theirs: arrival.cluster }]
  if (seen.end === 'opaque' || request.protocol === 'tcp') return differences
  return [
    ...differences,
    ...(outcome.path === undefined ? [] : equal('.path', outcome.path, arrival.path)),
    ...(outcome.authority === undefined
      ? []
      : equal('.authority', outcome.authority, arrival.authority))
  ]
}

type Arrival = NonNullable<Observation['arrivals']>[number]

/** What the application behind a server's proxy receives. */
function atApplication(
  request: Request,
  { path, authority, protocol, upstreamHeaders }: Expected,
  arrival: Arrival
): readonly Difference[] {
  if (protocol === 'tcp' || request.protocol === 'tcp') return []
  // A token in the query is in no outcome.
  const inQuery = request.tokens?.some(token => token.in?.startsWith('query:') === true) === true
  const plain = (text: string | undefined) => (inQuery ? text?.replace(/\?.*/, '') : text)
  const found = [
    ...(path === undefined ? [] : equal('.path', plain(path), plain(arrival.path))),
    ...(authority === undefined ? [] : equal('.authority', authority, arrival.authority))
  ]
  // Recordings keep no headers.
  if (Object.keys(arrival.headers).length === 0) return found
  for (const [name, value] of Object.entries(upstreamHeaders ?? {})) {
    const lines = arrival.headers[name]
    if (value?.endsWith('(the token)') === true) {
      if (lines === undefined) found.push({ path: `.headers.${name}`, ours: value, theirs: null })
    } else {
      found.push(...equal(`.headers.${name}`, claimsIn(value), claimsIn(lines?.join(',') ?? null)))
    }
  }
  return found
}

/** A payload as what it says, in one order of its members. */
function claimsIn(text: string | null): string | null {
  if (text?.startsWith('ey') !== true) return text
  const claims = Object.entries(JSON.parse(atob(text.replace(/-/g, '+').replace(/_/g, '/'))))
  return JSON.stringify(claims.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Of several destinations, the lot may fall on one without cluster or endpoints. */
function isLotOfOne({ destinations }: Expected, { details }: Observation): boolean {
  return (
    destinations.length > 1 &&
    (details === 'cluster_not_found' || details === 'no_healthy_upstream')
  )
}

/** Where some destinations have no cluster, the lot may fall on one of those. */
function unserved(_: Request, outcome: Expected, seen: Observation): readonly Difference[] {
  const some = outcome.destinations.some(({ missing }) => missing === true)
  if (some && seen.details === 'cluster_not_found') return []
  return reply(seen, 503, 'no_healthy_upstream')
}

function local(status: number, details: string): Expectation {
  return (_, __, seen) => reply(seen, status, details)
}

function reply(seen: Observation, status: number, details: string): readonly Difference[] {
  return [...equal('.status', status, seen.status), ...equal('.details', details, seen.details)]
}

/** A connection that ends without an answer: at once, after it was accepted, or never accepted. */
function ended(_: Request, { outcome }: Expected, seen: Observation): readonly Difference[] {
  const without = seen.end === 'closed' || seen.end === 'reset' || seen.end === 'none'
  return without ? [] : [{ path: '.outcome', ours: outcome, theirs: summary(seen) }]
}

function unknown(): readonly Difference[] {
  return []
}

function equal(path: string, ours: unknown, theirs: unknown): readonly Difference[] {
  return ours === theirs ? [] : [{ path, ours, theirs }]
}

function summary({ end, status, details, error }: Observation): string {
  return [end, status, details, error].filter(part => part !== undefined).join(' ')
}
