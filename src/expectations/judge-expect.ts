import type { Outcome, OutcomeKind, Request } from '../dataplane/request.ts'
import { canonical } from '../fingerprint.ts'
import type { Expectation, Judgement } from './expectation.ts'
import { faultOf, Judge } from './judge.ts'
import { judgeHeaders } from './judge-headers.ts'
import { sameHost } from './judge-rule.ts'
import { judgeTiming } from './judge-timing.ts'
import { destinationWords, outcomeWords, round } from './words.ts'

/** The block `expect` against what the mesh would do with one request. */
export function judgeExpectation(
  expect: Expectation,
  request: Request,
  outcome: Outcome
): Judgement {
  const judge = new Judge()
  if (expect.status !== undefined) judgeStatus(judge, expect.status, outcome)
  if (expect.denied !== undefined) judgeDenied(judge, expect.denied, outcome)
  if (expect.destination !== undefined) judgeDestination(judge, expect.destination, outcome)
  if (expect.distribution !== undefined) judgeDistribution(judge, expect.distribution, outcome)
  judgeReceived(judge, expect, outcome)
  judgeResponse(judge, expect, request, outcome)
  judgeHeaders(judge, expect, request, outcome)
  judgeTiming(judge, expect, outcome)
  if (expect.mirroredTo !== undefined) judgeMirrors(judge, expect.mirroredTo, outcome)
  return judge
}

/** An application that is reached is taken to answer 2xx: that it is reached is what configuration decides. */
function judgeStatus(judge: Judge, wanted: number, outcome: Outcome): void {
  const status = statusOf(outcome)
  if (status === null) {
    const reached = outcome.outcome === 'served' || outcome.outcome === 'passthrough'
    if (reached) {
      judge.require('status', wanted < 300, String(wanted), 'what the application answers')
    } else judge.require('status', false, String(wanted), `${outcomeWords(outcome)}, no answer`)
    return
  }
  judge.require('status', status === wanted, String(wanted), outcomeWords({ ...outcome, status }))
}

/** A fault that aborts every request decides before the application does. */
function statusOf({ status, settings, missingStatus, outcome }: Outcome): number | null {
  const abort = faultOf(settings?.fault).abort
  if (abort !== undefined && abort.percent >= 100) return abort.httpStatus ?? null
  if (outcome === 'served' && missingStatus !== undefined) return null
  return status ?? null
}

const denials: Readonly<Record<'rbac' | 'jwt' | 'tls', OutcomeKind>> = {
  rbac: 'denied',
  jwt: 'unauthenticated',
  tls: 'reset'
}

function judgeDenied(
  judge: Judge,
  wanted: NonNullable<Expectation['denied']>,
  outcome: Outcome
): void {
  const kind = outcome.outcome
  const refused = Object.values(denials).includes(kind)
  const met = typeof wanted === 'boolean' ? refused === wanted : kind === denials[wanted]
  judge.require('denied', met, String(wanted), outcomeWords(outcome))
}

function judgeDestination(
  judge: Judge,
  wanted: NonNullable<Expectation['destination']>,
  outcome: Outcome
): void {
  const { host, subset, port } = wanted
  const met =
    outcome.outcome === 'served' &&
    outcome.missingStatus === undefined &&
    outcome.destinations.length > 0 &&
    outcome.destinations.every(
      one =>
        sameHost(host, one.host) &&
        (subset === undefined || (one.subset ?? '') === subset) &&
        (port === undefined || one.port === port)
    )
  const at = `${host}${port === undefined ? '' : `:${port}`}${subset === undefined ? '' : ` subset ${subset}`}`
  const arrives = outcome.outcome === 'served' ? '' : ` (${outcomeWords(outcome)})`
  judge.require('destination', met, at, `${destinationWords(outcome)}${arrives}`)
}

function judgeDistribution(
  judge: Judge,
  wanted: NonNullable<Expectation['distribution']>,
  outcome: Outcome
): void {
  let sum = 0
  for (const { weight } of outcome.destinations) sum += weight
  const shares = new Map<string, number>()
  for (const { host, subset, weight } of outcome.destinations) {
    const name = subset ?? host
    shares.set(name, (shares.get(name) ?? 0) + (sum === 0 ? 0 : (100 * weight) / sum))
  }
  const left = new Map(shares)
  let met = outcome.outcome === 'served'
  for (const [name, percent] of Object.entries(wanted)) {
    const key = left.has(name) ? name : [...left.keys()].find(known => sameHost(name, known))
    const share = key === undefined ? 0 : (left.get(key) ?? 0)
    if (key !== undefined) left.delete(key)
    if (Math.abs(share - percent) > 0.01) met = false
  }
  if ([...left.values()].some(share => share > 0.01)) met = false
  const got = [...shares].map(([name, share]) => `${name} ${round(share)} %`).join(', ')
  judge.require(
    'distribution',
    met,
    Object.entries(wanted)
      .map(([name, percent]) => `${name} ${percent} %`)
      .join(', '),
    got === '' ? outcomeWords(outcome) : got
  )
}

function judgeReceived(
  judge: Judge,
  { mtls, path, authority }: Expectation,
  outcome: Outcome
): void {
  if (mtls !== undefined) {
    if (outcome.transport === undefined && outcome.outcome === 'served') {
      judge.leave('mtls: git does not hold the pods that are reached')
    } else {
      const met = (outcome.transport === 'mtls') === mtls
      judge.require('mtls', met, String(mtls), outcome.transport ?? outcomeWords(outcome))
    }
  }
  if (path !== undefined) {
    judge.require('path', outcome.path === path, path, outcome.path ?? outcomeWords(outcome))
  }
  if (authority !== undefined) {
    const got = outcome.authority ?? outcomeWords(outcome)
    judge.require('authority', outcome.authority === authority, authority, got)
  }
}

function judgeResponse(
  judge: Judge,
  { location, body }: Expectation,
  request: Request,
  outcome: Outcome
): void {
  if (location !== undefined) {
    const got = locationOf(request, outcome)
    judge.require('location', got === location, location, got ?? outcomeWords(outcome))
  }
  if (body === undefined) return
  if (outcome.outcome === 'direct-response') {
    const got = outcome.response?.body ?? ''
    judge.require('body', got === body, canonical(body), canonical(got))
  } else if (outcome.outcome === 'served' || outcome.outcome === 'passthrough') {
    judge.leave('body: the application writes it')
  } else judge.require('body', false, canonical(body), outcomeWords(outcome))
}

/** The header as Envoy writes it. Source: Envoy router config_impl.cc newUri, http/utility.cc createSslRedirectPath. */
function locationOf(request: Request, { redirect, trace }: Outcome): string | null {
  if (redirect === undefined) return null
  const own = request.transport === 'tls' ? 'https' : 'http'
  const scheme = redirect.scheme ?? own
  const [, name = request.authority, given] = /^(.*?)(?::(\d+))?$/.exec(request.authority) ?? []
  // The port of the request stays, unless it is the old scheme's own; a redirect of the whole host keeps it always.
  const isOwn = scheme !== own && trace?.routeIndex !== undefined && given === ownPort[own]
  const kept = redirect.host === undefined && !isOwn ? given : undefined
  const port = redirect.port ?? kept
  const query = request.path.includes('?') ? request.path.slice(request.path.indexOf('?')) : ''
  const path = redirect.path === undefined ? request.path : withQuery(redirect.path, query)
  return `${scheme}://${redirect.host ?? name}${port === undefined ? '' : `:${port}`}${path}`
}

const ownPort = { http: '80', https: '443' } as const

/** A path with a query of its own replaces both. */
function withQuery(path: string, query: string): string {
  return path.includes('?') ? path : `${path}${query}`
}

function judgeMirrors(judge: Judge, wanted: readonly string[], outcome: Outcome): void {
  const mirrors = (outcome.settings?.mirrors ?? []).map(({ cluster }) => String(cluster))
  const names = mirrors.map(cluster => {
    const [, , subset = '', host = cluster] = cluster.split('|')
    return { host, subset, words: subset === '' ? host : `${host}/${subset}` }
  })
  const met =
    wanted.length === names.length &&
    wanted.every(one => {
      const [host = '', subset] = one.split('/')
      return names.some(
        name => sameHost(host, name.host) && (subset === undefined || subset === name.subset)
      )
    })
  const shown = names.map(({ words }) => words).join(', ')
  judge.require('mirroredTo', met, wanted.join(', ') || 'nothing', shown || 'nothing')
}
