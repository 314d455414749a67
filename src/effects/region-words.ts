import type { VirtualHost } from '../dataplane/config.ts'
import { domainMatcher, foldedFromRaw } from '../dataplane/lower/domain.ts'
import { type Clause, describe, type Term } from '../decision/describe.ts'
import type { Region } from '../decision/region.ts'
import type { Matcher } from '../decision/table.ts'
import { defaultWords, toWords, type Vocabulary, type Words } from '../decision/words.ts'
import { canonical } from '../fingerprint.ts'
import { namesOfHost } from './host-region.ts'

/** More clauses than this are named by their number: the witness shows one of them. */
const clauseLimit = 4

/** "paths under /users except /users/v2, method GET": the requests of a region, without the host that is its subject. */
export function regionWords(region: Region, host: VirtualHost | null): string {
  const said = new Set<string>()
  for (const { terms, partly } of describe(region)) {
    // The clause holds the region and more: only some of what it says is meant.
    said.add(`${partly === true ? 'some of: ' : ''}${clauseWords(terms, host)}`)
  }
  const all = [...said]
  if (all.includes(everything)) return everything
  if (all.length <= clauseLimit) return all.join('; or ')
  return `${all.slice(0, clauseLimit).join('; or ')}; or ${all.length - clauseLimit} more`
}

function clauseWords(terms: readonly Term[], host: VirtualHost | null): string {
  const others = terms.filter(term => !isHost(term) && !leavesOut(term))
  const left = terms.filter(term => !isHost(term) && leavesOut(term)).map(withoutWords)
  const names = terms.filter(isHost).flatMap(term => hostTerm(term, host) ?? [])
  const rest = [...left, ...names]
  if (others.length === 0 && rest.length > 0) return rest.join(', ')
  const clause = { terms: others }
  return [withOccurrence(toWords(clause, vocabularyFor(clause))), ...rest].join(', ')
}

/** A header, query parameter or claim of which only some values are left out: it may be absent as well. */
function leavesOut({ dimension, within, except }: Term): boolean {
  return dimension.includes(':') && within.length === 0 && except.length > 0
}

/** `header x not 1 or beginning with a`, `without header x`. */
function withoutWords({ dimension, except }: Term): string {
  const name = fieldName(dimension)
  if (except.some(({ is }) => is === 'present')) return `without ${name}`
  const words = {
    ...defaultWords(''),
    exact: '{}',
    prefix: 'beginning with {}',
    regex: 'matching {}'
  }
  const vocabulary = { words: { [dimension]: words }, everything: '', most: 6 }
  return `${name} not ${toWords({ terms: [{ dimension, within: except, except: [] }] }, vocabulary)}`
}

function isHost({ dimension }: Term): boolean {
  return dimension === 'host' || dimension === 'authority'
}

/** A wildcard domain leaves out its own end, `.example.com`, which nobody sends. */
function ofWildcard(matcher: Matcher): Matcher {
  if (matcher.is !== 'all') return matcher
  const [wide, rest] = matcher.of
  const leaves = rest?.is === 'not' && rest.of.is === 'exact' ? rest.of.value : null
  return matcher.of.length === 2 && wide?.is === 'suffix' && wide.value === leaves ? wide : matcher
}

/** Domains alone are said alike, whether a route beside them asks for the bytes of the Host header or not. */
function ofFolded(term: Term): Term {
  if (term.dimension !== 'authority') return term
  const within = term.within.map(foldedFromRaw)
  const except = term.except.map(foldedFromRaw)
  const isDomain = (one: Matcher | null) => one !== null
  if (!within.every(isDomain) || !except.every(isDomain)) return term
  return { dimension: 'host', within, except }
}

/** Null where the subject says already which hosts are meant. */
function hostTerm(written: Term, host: VirtualHost | null): string | null {
  const folded = ofFolded(written)
  const term: Term = {
    ...folded,
    within: folded.within.map(ofWildcard),
    except: folded.except.map(ofWildcard)
  }
  const names = host === null ? undefined : namesOfHost(term, host)
  if (names !== undefined) return names
  if (host !== null && term.except.length === 0 && namesAll(term.within, host)) return null
  const raw = term.dimension === 'authority' ? bytesOfDomains(term) : null
  return raw ?? toWords({ terms: [term] }, vocabularyFor({ terms: [term] }))
}

/** `hosts under .example.com except host a.example.com or Host header www.example.com`: bytes left out of domains. */
function bytesOfDomains({ dimension, within, except }: Term): string | null {
  const own = ofFolded({ dimension, within, except: [] })
  if (within.length === 0 || own.dimension === dimension) return null
  const said = (of: string, matchers: readonly Matcher[]) => {
    const terms = [{ dimension: of, within: matchers.map(ofWildcard), except: [] }]
    return toWords({ terms }, vocabularyFor({ terms }))
  }
  const names = except.flatMap(one => foldedFromRaw(one) ?? [])
  const bytes = except.filter(one => foldedFromRaw(one) === null)
  const left = [...(names.length > 0 ? [said(own.dimension, names)] : []), said(dimension, bytes)]
  return `${said(own.dimension, own.within)} except ${left.join(' or ')}`
}

/** The pattern by which a regular rewrite's row is split is ours; people know the one inside. */
function withOccurrence(text: string): string {
  return text.replace(/matching \[\\s\\S\]\*\(\?:(.*?)\)\[\\s\\S\]\*/g, 'in which $1 occurs')
}

const everything = 'every request'

const path: Words = {
  exact: 'path {}',
  prefix: 'paths under {}',
  suffix: 'paths ending in {}',
  regex: 'paths matching {}',
  between: 'paths {} to {to}',
  cidr: 'paths in {}',
  present: 'any path',
  absent: 'no path',
  any: 'any path',
  except: {
    exact: 'exactly {}',
    prefix: '{}',
    suffix: 'those ending in {}',
    regex: 'those matching {}'
  }
}

const fixed: Readonly<Record<string, Words>> = {
  path,
  host: { ...defaultWords('host'), suffix: 'hosts under {}' },
  authority: defaultWords('Host header'),
  method: defaultWords('method'),
  scheme: defaultWords('scheme'),
  'source ip': defaultWords('address of the last proxy'),
  'remote ip': defaultWords('client address'),
  'request principal': { ...defaultWords('token of'), any: 'any token', present: 'any token' },
  signature: { ...defaultWords('token'), exact: '{} tokens', any: 'tokens' }
}

function vocabularyFor({ terms }: Clause): Vocabulary {
  const words: Record<string, Words> = {}
  for (const { dimension } of terms) words[dimension] = fixed[dimension] ?? fieldWords(dimension)
  return { words, everything, most: 6 }
}

/** `header:end-user` → "header end-user: jason", "without header end-user". */
function fieldWords(dimension: string): Words {
  const name = fieldName(dimension)
  return {
    ...defaultWords(name),
    exact: `${name}: {}`,
    prefix: `${name} beginning with {}`,
    regex: `${name} matching {}`,
    present: `with ${name}`,
    absent: `without ${name}`,
    any: `any ${name}`
  }
}

function fieldName(dimension: string): string {
  const colon = dimension.indexOf(':')
  const kind = dimension.slice(0, colon)
  return `${kind === 'query' ? 'query parameter' : kind} ${dimension.slice(colon + 1)}`
}

/** Does each domain of the host stand among the matchers, whole? No matcher stands for `*`, which asks for nothing. */
function namesAll(matchers: readonly Matcher[], { domains }: VirtualHost): boolean {
  const said = new Set(atomsOf(matchers).map(one => canonical(foldedFromRaw(one) ?? one)))
  const isSaid = (domain: string) => {
    const asked = domainMatcher([domain], false)
    return asked !== null && (said.has(canonical(asked)) || said.has(canonical(ofWildcard(asked))))
  }
  return domains.every(isSaid)
}

function atomsOf(matchers: readonly Matcher[]): readonly Matcher[] {
  return matchers.flatMap(one => (one.is === 'any' ? atomsOf(one.of) : [one]))
}
