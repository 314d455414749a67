import type { AccessAction } from '../dataplane/lower/access.ts'
import { BETWEEN } from '../dataplane/lower/conditions.ts'
import { isOpaque, opaqueWords } from '../dataplane/lower/opaque-dimension.ts'
import type { Rule } from '../dataplane/security/rule.ts'
import { type Clause, describe, type Term } from '../decision/describe.ts'
import type { Region } from '../decision/region.ts'
import type { Matcher } from '../decision/table.ts'
import { defaultWords, toWords, type Vocabulary, type Words } from '../decision/words.ts'
import { describeRef } from '../finding.ts'
import { list } from '../mesh/json.ts'
import { tidied } from './tidy-term.ts'

/** More clauses than this are named by their number. */
const clauseLimit = 3

/** "callers in namespace shop, paths beginning with /admin": the requests of a region. */
export function accessRegion(region: Region, what: 'requests' | 'connections'): string {
  let words = said.get(region)
  if (words === undefined) {
    words = regionText(region, what)
    said.set(region, words)
  }
  return words
}

/** A region is one way to speak, and many servers share it. */
const said = new WeakMap<Region, string>()

function regionText(region: Region, what: 'requests' | 'connections'): string {
  const clauses = describe(region)
  const all = [...new Set(clauses.map(one => clauseWords(one, anyCaller(clauses), what)))]
  if (all.length <= clauseLimit) return all.join('; or ')
  return `${all.slice(0, clauseLimit).join('; or ')}; or ${all.length - clauseLimit} more`
}

/** Conditions that hold for callers with any identity and for callers without one: the caller does not matter. */
function anyCaller(clauses: readonly Clause[]): ReadonlySet<string> {
  const known = new Set<string>()
  const without = new Set<string>()
  for (const clause of clauses) {
    const transport = clause.terms.find(({ dimension }) => dimension === 'transport')
    const principal = clause.terms.find(({ dimension }) => dimension === 'principal')
    const plaintext = transport?.within.some(one => one.is === 'exact' && one.value === 'plaintext')
    const mutual = transport?.within.some(one => one.is === 'exact' && one.value === 'mtls')
    if (plaintext === true) without.add(restOf(clause))
    if (mutual === true || (principal !== undefined && isAnyIdentity(principal))) {
      known.add(restOf(clause))
    }
  }
  return new Set([...known].filter(rest => without.has(rest)))
}

function isAnyIdentity({ within, except }: Term): boolean {
  return except.length === 0 && within.every(({ is }) => is === 'present')
}

function restOf({ terms }: Clause): string {
  return JSON.stringify(terms.filter(({ dimension }) => !isCaller(dimension)))
}

function isCaller(dimension: string): boolean {
  return dimension === 'transport' || dimension === 'principal'
}

function clauseWords(clause: Clause, anyone: ReadonlySet<string>, what: string): string {
  const whole = anyone.has(restOf(clause)) && saysWholeCaller(clause)
  const terms = clause.terms
    .filter(term => !isImplied(term, clause) && !isUsual(term))
    .filter(term => !(whole && isCaller(term.dimension)))
    .map(inWords)
  const partly = clause.partly === true ? { partly: true as const } : {}
  return toWords({ terms, ...partly }, { ...vocabulary, everything: `all ${what}` })
}

function saysWholeCaller({ terms }: Clause): boolean {
  return terms.every(term => term.dimension !== 'principal' || isAnyIdentity(term))
}

/** A caller's identity says the transport. */
function isImplied({ dimension }: Term, { terms }: Clause): boolean {
  return dimension === 'transport' && terms.some(term => term.dimension === 'principal')
}

/** What HTTP clients send: all but the application's own TLS, in which nobody sees the request. */
function isUsual({ dimension, within, except }: Term): boolean {
  const [only, ...more] = except
  const tls = only?.is === 'exact' && only.value === 'tls' && more.length === 0
  return dimension === 'transport' && within.length === 0 && tls
}

/** Identities and tokens as people write them, in place of our own patterns. */
function inWords(written: Term): Term {
  const { dimension } = written
  const term = tidied(written)
  if (isOpaque(dimension)) return { ...term, dimension: opaqueWords(dimension) }
  if (dimension === 'principal') return mapped(term, callerWords)
  if (dimension === 'transport') return mapped(term, transportWords)
  if (dimension === 'request principal') return mapped(term, tokenWords)
  if (dimension === 'claim:[aud]') return { ...term, ...spelledOnce(term) }
  return term
}

/** Scheme and a slash at the end of an audience do not count where a provider asks for it. */
function spelledOnce({ within, except }: Term): Pick<Term, 'within' | 'except'> {
  const once = (matchers: readonly Matcher[]): Matcher[] => {
    const seen = new Map<string, Matcher>()
    for (const matcher of matchers) {
      if (matcher.is !== 'exact') seen.set(JSON.stringify(matcher), matcher)
      else {
        const value = matcher.value.replace(/^https?:\/\//, '').replace(/\/$/, '')
        seen.set(value, { is: 'exact', value })
      }
    }
    return [...seen.values()]
  }
  return { within: once(within), except: once(except) }
}

function mapped(term: Term, words: (matcher: Matcher) => string | null): Term {
  const say = (matcher: Matcher): Matcher => {
    const text = words(matcher)
    return text === null ? matcher : { is: 'exact', value: text }
  }
  return { ...term, within: term.within.map(say), except: term.except.map(say) }
}

function transportWords(matcher: Matcher): string | null {
  if (matcher.is === 'any') {
    const parts = matcher.of.map(transportWords)
    return parts.some(part => part === null) ? null : parts.join(' or ')
  }
  if (matcher.is !== 'exact') return null
  return TRANSPORTS[matcher.value] ?? null
}

const TRANSPORTS: Readonly<Record<string, string>> = {
  mtls: 'callers with a mesh identity',
  plaintext: 'plaintext connections',
  tls: "connections with the application's own TLS"
}

/** `null`: said by the vocabulary. */
function callerWords(matcher: Matcher): string | null {
  switch (matcher.is) {
    case 'exact': {
      const [, namespace, account] = /^[^/]+\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(matcher.value) ?? []
      if (namespace === undefined) return `callers with the identity ${matcher.value}`
      return `callers running as ${namespace}/${account}`
    }
    case 'prefix': {
      const [, namespace] = /^[^/]+\/ns\/([^/]+)\/(?:sa\/)?$/.exec(matcher.value) ?? []
      if (namespace !== undefined) return `callers in namespace ${namespace}`
      const [, domain] = /^([^/]+)\/$/.exec(matcher.value) ?? []
      return domain === undefined
        ? `callers whose identity begins with ${matcher.value}`
        : `callers of trust domain ${domain}`
    }
    case 'suffix':
      return `callers whose identity ends in ${matcher.value}`
    case 'regex': {
      const text = matcher.value
      const [, namespace] = /^\.\*\/ns\/(.+)\/\.\*$/.exec(text) ?? []
      if (namespace !== undefined) return `callers in namespace ${unquoted(namespace)}`
      const [, where, account] =
        /^\.\+\/ns\/(.+)\/\(\.\+\/\|\)sa\/(.+)\(\/\.\+\)\?$/.exec(text) ?? []
      if (where !== undefined && account !== undefined) {
        return `callers running as ${unquoted(where)}/${unquoted(account)}`
      }
      return `callers whose identity matches ${text}`
    }
    case 'not': {
      const inner = callerWords(matcher.of)
      return inner === null ? null : `no ${inner}`
    }
    case 'any':
    case 'all': {
      const parts = matcher.of.map(callerWords)
      return parts.some(part => part === null)
        ? null
        : parts.join(matcher.is === 'any' ? ' or ' : ' and ')
    }
    default:
      return null
  }
}

/** `a.*` as a policy writes it: `a*`. */
function unquoted(pattern: string): string {
  return pattern.replaceAll('.*', '*').replace(/\\(.)/g, '$1')
}

function tokenWords(matcher: Matcher): string | null {
  if (matcher.is === 'exact') return `tokens of ${matcher.value.replaceAll(BETWEEN, '/')}`
  if (matcher.is === 'any' || matcher.is === 'all') {
    const parts = matcher.of.map(tokenWords)
    return parts.some(part => part === null)
      ? null
      : parts.join(matcher.is === 'any' ? ' or ' : ' and ')
  }
  if (matcher.is === 'not') {
    const inner = tokenWords(matcher.of)
    return inner === null ? null : inner.replace(/^tokens /, 'tokens not ')
  }
  if (matcher.is !== 'regex') return null
  const [issuer = '', subject = ''] = matcher.value.includes(BETWEEN)
    ? splitPattern(matcher.value)
    : []
  if (issuer === '' && subject === '') return null
  if (issuer === '+' && subject === '+') return 'tokens with issuer and subject'
  if (subject === '*') return `tokens of issuer ${issuer}`
  if (subject === '+') return `tokens of issuer ${issuer} with a subject`
  return `tokens of ${issuer}/${subject}`
}

/** Both halves of a pattern, with `*` for what may be anything. */
function splitPattern(pattern: string): readonly string[] {
  const any = `[^${BETWEEN}]`
  const marked = pattern.replaceAll(`${any}*`, '\u0000').replaceAll(`${any}+`, '\u0001')
  const [issuer = '', subject = ''] = marked.split(BETWEEN)
  return [issuer, subject].map(half =>
    unquoted(half).replaceAll('\u0000', '*').replaceAll('\u0001', '+')
  )
}

const words = (noun: string, plural: string): Words => ({
  ...defaultWords(noun),
  any: `any ${noun}`,
  exact: `${noun} {}`,
  prefix: `${plural} beginning with {}`,
  suffix: `${plural} ending in {}`,
  regex: `${plural} matching {}`
})

const plainWords: Words = { ...defaultWords(''), exact: '{}', except: { exact: '{}' } }

const vocabulary: Vocabulary = {
  words: {
    transport: { ...plainWords, any: 'connections' },
    principal: {
      ...plainWords,
      any: 'callers with a mesh identity',
      present: 'callers with a mesh identity',
      absent: 'callers without a mesh identity (plaintext)'
    },
    'request principal': { ...plainWords, any: 'any token', present: 'any token' },
    signature: { ...plainWords, exact: '{} tokens', any: 'tokens', except: { exact: '{} ones' } },
    'claim:[aud]': { ...words('audience', 'audiences'), absent: 'no audience' },
    path: words('path', 'paths'),
    method: words('method', 'methods'),
    authority: words('host', 'hosts'),
    'source ip': words('source address', 'source addresses'),
    'remote ip': words('client address', 'client addresses')
  },
  everything: 'all requests',
  most: 6
}

/** What decides, as a sentence's end: "denied: ALLOW policies apply and no rule matches". */
export function actionWords(action: AccessAction, apply: { readonly allow: boolean }): string {
  const { kind, reason, rule, layer } = action
  switch (kind) {
    case 'allow':
      return rule === null ? `allowed: ${reason}` : `allowed by ${ruleWords(rule)}`
    case 'ask':
      return `delegated to external provider ${action.providers.join(', ')}`
    case 'deny':
    case 'close': {
      const verb = kind === 'deny' ? 'denied' : 'connection closed'
      if (rule === null) return `${verb}: ${reason}`
      const trap =
        layer === 'DENY' && apply.allow && matchesEverything(rule)
          ? ', whose empty rule matches everything: a DENY beats every ALLOW'
          : ''
      const why = layer === 'CUSTOM' ? `: ${reason}` : ''
      return `${verb} by ${ruleWords(rule)}${why}${trap}`
    }
    case 'unauthenticated':
      return action.token === null
        ? `401: ${reason}`
        : `refused by ${describeRef(action.token.manifest.ref)} (${reason})`
    case 'reset':
      return `connection reset: ${reason}`
    case 'bad-request':
      return `400: ${reason}`
  }
}

function matchesEverything({ from, to }: Rule): boolean {
  return from.some(one => one.length === 0) && to.some(one => one.length === 0)
}

function ruleWords({ manifest, index }: Rule): string {
  const only = list(manifest.spec.rules).length < 2
  return `${describeRef(manifest.ref)}${only ? '' : `, rule ${index + 1}`}`
}
