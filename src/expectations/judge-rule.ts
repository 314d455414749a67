import type { Route } from '../dataplane/config.ts'
import { headerOperations } from '../dataplane/headers.ts'
import { outcomeSettings } from '../dataplane/outcome-settings.ts'
import type { Outcome, OutcomeDestination } from '../dataplane/request.ts'
import { fault } from '../dataplane/settings.ts'
import { canonical } from '../fingerprint.ts'
import type { Json, JsonMap } from '../manifest/manifest.ts'
import type { Judgement, Miss, RuleExpectation, TestCase } from './expectation.ts'
import { destinationWords, outcomeWords, settingsWords } from './words.ts'

/** What one request met. */
export interface Answered {
  readonly outcome: Outcome
  readonly route: Route | null
  /** `namespace/name` of the delegate that the root hands the request to; `null`: to none. */
  readonly delegate: () => string | null
}

interface Part {
  readonly name: string
  readonly equal: boolean
  readonly wanted: string
  readonly got: string
}

/**
 * What a file of istio-config-validator asserts. That program compares the text of the rule; here the rule is compared
 * as Istio reads it, so that a short host equals its full name and weights are shares. With `wantMatch: false` every
 * part that is given must differ, as there.
 */
export function judgeRule({ rule, wantMatch }: TestCase, answered: Answered): Judgement {
  const misses: Miss[] = []
  const parts = partsOf(rule, answered)
  for (const { name, equal, wanted, got } of parts) {
    if (equal === wantMatch) continue
    misses.push({ what: name, wanted: wantMatch ? wanted : `anything but ${wanted}`, got })
  }
  return { misses, undecided: remarks(rule, answered), compared: parts.length }
}

/** Where Istio goes on from the rule that was asked for, or never takes it. */
function remarks(rule: RuleExpectation, { outcome, route, delegate }: Answered): string[] {
  const found: string[] = []
  const fails = outcome.outcome !== 'served' && outcome.destinations.length > 0
  if (rule.route !== undefined && fails)
    found.push(`the request does not arrive: ${outcomeWords(outcome)}`)
  const isDropped =
    route === null || route.action.kind === 'passthrough' || route.action.kind === 'blackhole'
  const to = isDropped ? delegate() : null
  if (to !== null) {
    found.push(
      `the rule delegates to ${to}, and Istio drops it: no such VirtualService, or their matches conflict (two paths of which one is a regex, or a path outside the root's)`
    )
  }
  return found
}

function partsOf(rule: RuleExpectation, { outcome, route, delegate }: Answered): Part[] {
  const parts: Part[] = []
  const written = ruleOf(route)
  const add = (name: string, equal: boolean, wanted: Json | undefined, got: string): void => {
    parts.push({ name, equal, wanted: settingsWords(wanted), got })
  }
  if (rule.route !== undefined) {
    parts.push({
      name: 'route',
      equal: sameRoute(rule.route, outcome.destinations),
      wanted: rule.route.length === 0 ? 'no destination' : rule.route.map(writtenWords).join(', '),
      got: destinationWords(outcome)
    })
  }
  const { settings } = outcome
  if (rule.redirect !== undefined) {
    const equal = same(rule.redirect, written.redirect) || sameRedirect(rule.redirect, outcome)
    add('redirect', equal, rule.redirect, settingsWords(outcome.redirect ?? written.redirect))
  }
  if (rule.rewrite !== undefined) {
    const equal = same(rule.rewrite, written.rewrite) || sameRewrite(rule.rewrite, route)
    add('rewrite', equal, rule.rewrite, settingsWords(written.rewrite))
  }
  if (rule.fault !== undefined) {
    const wanted = fault(rule.fault)
    const meant = wanted === undefined ? undefined : outcomeSettings({ fault: wanted }).fault
    const equal =
      same(rule.fault, written.fault) || (meant !== undefined && same(meant, settings?.fault))
    add('fault', equal, rule.fault, settingsWords(settings?.fault))
  }
  if (rule.headers !== undefined) {
    const meant = headerOperations(rule.headers).operations
    const equal =
      same(rule.headers, written.headers) || (meant !== undefined && same(meant, settings?.headers))
    add('headers', equal, rule.headers, settingsWords(settings?.headers))
  }
  if (rule.delegate !== undefined) {
    const got = delegate()
    const wanted = delegateName(rule.delegate)
    const equal = got !== null && (got === wanted || got.endsWith(`/${wanted}`))
    parts.push({ name: 'delegate', equal, wanted, got: got ?? 'none' })
  }
  return parts
}

/** The http rule of the VirtualService that made the route, as it is written. */
function ruleOf(route: Route | null): JsonMap {
  const [place] = route?.origins ?? []
  const [, section, index] = place?.path ?? []
  if (place === undefined || section !== 'http' || typeof index !== 'number') return {}
  const { spec } = place.manifest as { readonly spec?: JsonMap } // a cause may be no manifest
  const rules = spec?.http
  const rule = Array.isArray(rules) ? rules[index] : undefined
  return typeof rule === 'object' && rule !== null && !Array.isArray(rule) ? (rule as JsonMap) : {}
}

function same(a: unknown, b: unknown): boolean {
  return b !== undefined && canonical(a) === canonical(b)
}

interface Share {
  readonly host: string
  readonly subset: string
  readonly port: number | undefined
  readonly weight: number
  readonly headers: JsonMap | undefined
}

function shareOf(entry: JsonMap): Share {
  const destination = mapOf(entry.destination)
  const port = mapOf(destination.port).number
  return {
    host: textOf(destination.host),
    subset: textOf(destination.subset),
    port: typeof port === 'number' ? port : undefined,
    weight: typeof entry.weight === 'number' ? entry.weight : 0,
    headers: entry.headers === undefined ? undefined : mapOf(entry.headers)
  }
}

/** A destination of weight zero takes nothing where others have weight. */
function sameRoute(wanted: readonly JsonMap[], given: readonly OutcomeDestination[]): boolean {
  const all = wanted.map(shareOf)
  const sum = total(all)
  const taking = all.length === 1 || sum === 0 ? all : all.filter(({ weight }) => weight > 0)
  if (taking.length !== given.length) return false
  const whole = total(given)
  const left = [...given]
  for (const share of taking) {
    const index = left.findIndex(one => {
      const part = taking.length === 1 || sum === 0 ? 1 : share.weight / sum
      const own = given.length === 1 || sum === 0 ? 1 : one.weight / whole
      return isMeant(share, one) && Math.abs(part - own) < 1e-6
    })
    if (index < 0) return false
    left.splice(index, 1)
  }
  return true
}

function total(shares: readonly { readonly weight: number }[]): number {
  let sum = 0
  for (const { weight } of shares) sum += weight
  return sum
}

function isMeant(share: Share, given: OutcomeDestination): boolean {
  if (!sameHost(share.host, given.host)) return false
  if ((given.subset ?? '') !== share.subset) return false
  if (share.port !== undefined && share.port !== given.port) return false
  if (share.headers === undefined) return true
  const meant = headerOperations(share.headers).operations
  return meant === undefined || given.headers === undefined || same(meant, given.headers)
}

/** A name without a dot is a Service of some namespace: which one, the rule has decided. */
export function sameHost(written: string, full: string): boolean {
  const [a, b] = [written.toLowerCase(), full.toLowerCase()]
  if (a === b) return true
  const rest = b.startsWith(`${a}.`) ? b.slice(a.length + 1) : ''
  return a.includes('.') ? rest.startsWith('svc.') : /^[^.]+\.svc\./.test(rest)
}

/** Source: route.go ApplyRedirect; a port that the scheme implies is left out there. */
function sameRedirect(wanted: JsonMap, { redirect }: Outcome): boolean {
  if (redirect === undefined) return false
  const code = typeof wanted.redirectCode === 'number' ? wanted.redirectCode : 301
  const port = typeof wanted.port === 'number' ? wanted.port : undefined
  return (
    redirect.status === (code === 0 ? 301 : code) &&
    (redirect.scheme ?? '') === textOf(wanted.scheme) &&
    (redirect.host ?? '') === textOf(wanted.authority) &&
    (redirect.path ?? '') === textOf(wanted.uri) &&
    (port === undefined || redirect.port === undefined || redirect.port === port)
  )
}

function sameRewrite(wanted: JsonMap, route: Route | null): boolean {
  const action = route?.action
  if (action?.kind !== 'forward') return false
  const { pathRewrite, authorityRewrite } = action
  const regex = wanted.uriRegexRewrite === undefined ? null : mapOf(wanted.uriRegexRewrite)
  const path =
    regex === null
      ? textOf(wanted.uri) === (pathRewrite?.kind === 'prefix' ? pathRewrite.value : '')
      : pathRewrite?.kind === 'regex' &&
        pathRewrite.pattern === textOf(regex.match) &&
        pathRewrite.substitution === textOf(regex.rewrite)
  return path && textOf(wanted.authority) === (authorityRewrite ?? '')
}

function delegateName(wanted: JsonMap): string {
  const namespace = textOf(wanted.namespace)
  return `${namespace === '' ? '' : `${namespace}/`}${textOf(wanted.name)}`
}

function writtenWords(entry: JsonMap): string {
  const { host, subset, port, weight } = shareOf(entry)
  const at = `${host}${port === undefined ? '' : `:${port}`}${subset === '' ? '' : ` subset ${subset}`}`
  return weight === 0 ? at : `${at} (weight ${weight})`
}

function mapOf(value: Json | undefined): JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonMap) // a map: neither null nor a list
    : {}
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
