import type { Route, RouteAction, RouteConfig } from '../dataplane/config.ts'
import { lowerRoutes, type RouteOrigin } from '../dataplane/lower/routes.ts'
import type { TokenLocation } from '../dataplane/security/request-authentication.ts'
import type { Row, Table } from '../decision/table.ts'
import { behaviourOf } from './action.ts'
import type { BehaviourContext } from './behaviour.ts'
import { beforeRoute, joined, type Passage, type PassageRow, type When } from './exposure-layers.ts'
import type { ExposureSide } from './exposure-side.ts'
import { podsIn } from './pods.ts'
import { hostWords } from './words.ts'

/** What becomes of a request from outside, through all layers. */
export interface Exposure extends Passage {
  /** The layer that stops it, or the last one. */
  readonly layer: 'listener' | 'routes' | 'gateway' | 'servers'
  /** Services that serve it. */
  readonly served: readonly string[]
}

/** More rows than this are not composed. */
const rowLimit = 20_000

export class TooManyRows extends Error {}

export interface ExposureQuestion {
  readonly hosts: ReadonlySet<string>
  readonly byAuthority: boolean
  readonly location: TokenLocation | null
}

/**
 * Routes, the gateway's policies and those of the pods behind it as one ordered table: within each route,
 * each row of the gateway, and within that each row of each pod. First match in each is first match in all.
 * Throws `TooManyRows`.
 */
export function exposureTable(
  side: ExposureSide,
  routes: RouteConfig | undefined,
  question: ExposureQuestion
): Table<Exposure> {
  if (routes === undefined) return closedTable('connection refused (no listener)')
  if (!side.open) return closedTable('no Service leads to the gateway from outside')
  const chain = side.chain(routes.name)
  if (chain === undefined) return closedTable('connection refused (no listener)')
  if (wantsCertificate(chain.tls?.mode)) {
    return closedTable('connection reset: the gateway wants a client certificate')
  }
  const { hosts, byAuthority, location } = question
  const scheme = chain.tls === undefined ? 'http' : 'https'
  const lowered = lowerRoutes(routes, side.plane.mesh, {
    virtualHosts: hosts,
    byAuthority,
    schemes: [scheme]
  })
  const gate = side.gate(routes, location)
  const rows: Row<Exposure>[] = []
  const put = (when: When, action: Exposure, origin: unknown): void => {
    rows.push({ when, action, origin })
    if (rows.length > rowLimit) throw new TooManyRows()
  }
  for (const row of lowered.rows) {
    // The rows of this table come from routes alone.
    const origin = row.origin as RouteOrigin
    const inner = gated(gate, passages(side, row.action, origin.route, location))
    for (const one of inner) put(joined(row.when, one.when), one.action, origin)
  }
  const names = new Set(rows.flatMap(({ when }) => Object.keys(when)))
  const known = new Set(lowered.dimensions.map(({ name }) => name))
  const added = [...names].filter(name => !known.has(name)).sort()
  return {
    dimensions: [...lowered.dimensions, ...added.flatMap(name => side.dimension(name) ?? [])],
    rows,
    otherwise: closed('routes', '404 (host not served)'),
    ...(lowered.impossible === undefined ? {} : { impossible: lowered.impossible })
  }
}

/** Clients that nobody knows have none. */
export function wantsCertificate(mode: string | undefined): boolean {
  return mode === 'MUTUAL' || mode === 'ISTIO_MUTUAL'
}

function closedTable(words: string): Table<Exposure> {
  return { dimensions: [], rows: [], otherwise: closed('listener', words) }
}

function closed(layer: Exposure['layer'], words: string): Exposure {
  return { kind: 'closed', layer, words, served: [] }
}

interface Inner {
  readonly when: When
  readonly action: Exposure
}

/** What the gateway lets through goes on, the rest ends there. */
function gated(gate: readonly PassageRow[], beyond: readonly Inner[]): Inner[] {
  return gate.flatMap(({ when, passage }): Inner[] => {
    if (passage.kind === 'closed' || passage.kind === 'unknown') {
      // What no route serves is not reachable, whatever the gateway's policies would say.
      const nowhere = beyond.every(({ action }) => action.kind === 'closed')
      if (passage.kind === 'unknown' && nowhere) return beyond.map(one => within(when, one))
      return [{ when, action: { ...passage, layer: 'gateway', served: [] } }]
    }
    return beyond.map(one => {
      const asked = passage.kind === 'asked' && one.action.kind === 'open'
      return within(when, asked ? { ...one, action: { ...one.action, ...passage } } : one)
    })
  })
}

function within(when: When, { when: own, action }: Inner): Inner {
  return { when: joined(when, own), action }
}

function passages(
  side: ExposureSide,
  action: RouteAction,
  route: Route | null,
  location: TokenLocation | null
): Inner[] {
  if (action.kind === 'unknown' || action.kind === 'refused') {
    return [
      { when: {}, action: { kind: 'unknown', layer: 'routes', words: action.reason, served: [] } }
    ]
  }
  if (action.kind !== 'forward') {
    return [{ when: {}, action: closed('routes', routeWords(side, action)) }]
  }
  const { pathNormalization } = side.plane.mesh.config
  const rewritten = {
    match: route?.match.path ?? ANY_PATH,
    rewrite: action.pathRewrite,
    merges: pathNormalization !== 'BASE' && pathNormalization !== 'NONE'
  }
  const served = [...new Set(action.destinations.map(({ host }) => hostWords(host, undefined)))]
  let failing = 'no destination'
  let result: readonly Inner[] = []
  // What any of the destinations serves is reachable.
  for (const destination of action.destinations) {
    const cluster = side.view.clusters.get(destination.cluster)
    if (cluster === undefined || cluster.endpoints === 0) {
      failing = cluster === undefined ? '503 (no such cluster)' : '503 (no healthy endpoint)'
      continue
    }
    for (const { rows } of side.servers(cluster, location)) {
      result = either(beforeRoute(rows, action, rewritten, side.clientAddress), served, result)
    }
  }
  return result.length > 0 ? [...result] : [{ when: {}, action: closed('servers', failing) }]
}

const ANY_PATH = { kind: 'prefix', value: '/', ignoreCase: false } as const

/** Requests that these pods serve, then those that the others do. */
function either(
  rows: readonly PassageRow[],
  served: readonly string[],
  others: readonly Inner[]
): readonly Inner[] {
  return rows.flatMap(({ when, passage }): Inner[] => {
    const opens = passage.kind === 'open' || passage.kind === 'asked'
    const action: Exposure = { ...passage, layer: 'servers', served: opens ? served : [] }
    if (opens || others.length === 0) return [{ when, action }]
    return others.map(other => {
      const stopped = other.action.kind === 'closed' && passage.kind === 'unknown'
      return within(when, stopped ? { ...other, action } : other)
    })
  })
}

/** The same words as routes have. */
function routeWords(side: ExposureSide, action: Exclude<RouteAction, { kind: 'forward' }>): string {
  const context: BehaviourContext = {
    config: side.view,
    pods: podsIn(side.plane.mesh),
    namespace: '',
    matched: null,
    certainty: 'certain',
    assumptions: []
  }
  return behaviourOf(action, context).facets.destinations.text
}
