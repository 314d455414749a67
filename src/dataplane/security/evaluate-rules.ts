import { claimText, claimTexts, type VerifiedToken } from './claims.ts'
import type { Attribute, Condition, Conjunction } from './condition.ts'
import { matchesText, type Pattern } from './pattern.ts'
import type { Rule } from './rule.ts'

/** What one proxy knows of a connection or request when it decides. */
export interface Observed {
  /** Without `spiffe://`; `null`: no client certificate. */
  readonly principal: string | null
  /** `undefined`: nobody says. */
  readonly sourceIp: string | undefined
  readonly remoteIp: string | undefined
  readonly destinationIp: string | undefined
  readonly port: number
  readonly sni: string | null
  /** `null`: the bytes are not read as HTTP. */
  readonly http: ObservedHttp | null
  /** `null`: none was verified, or none yet. */
  readonly token: VerifiedToken | null
  /** What filters before wrote down, by filter and key. */
  readonly metadata: ReadonlyMap<string, string>
  /** Each header line is matched on its own; else all of one name joined by commas. */
  readonly linesApart: boolean
}

export interface ObservedHttp {
  readonly authority: string
  readonly method: string
  /** Normalised, without query. */
  readonly path: string
  /** With query. */
  readonly target: string
  readonly headers: ReadonlyMap<string, readonly string[]>
}

/** `null`: it depends on what nobody said. */
export type Truth = boolean | null

/** Plain matching of one rule. Source: Envoy rbac/engine_impl.cc, matchers.cc. */
export function ruleMatches(rule: Rule, observed: Observed): Truth {
  return both(anyHolds(rule.to, observed), anyHolds(rule.from, observed))
}

/** The first rule by name that matches; `unsure`: some before it may. */
export function firstMatch(
  rules: readonly Rule[],
  observed: Observed
): { readonly rule: Rule | null; readonly unsure: Condition | null } {
  for (const rule of rules) {
    const truth = ruleMatches(rule, observed)
    if (truth === true) return { rule, unsure: null }
    if (truth === null) return { rule, unsure: unsureOf(rule, observed) }
  }
  return { rule: null, unsure: null }
}

function unsureOf(rule: Rule, observed: Observed): Condition | null {
  for (const conjunction of [...rule.to, ...rule.from]) {
    for (const condition of conjunction) if (holds(condition, observed) === null) return condition
  }
  return null
}

function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false
  return a === null || b === null ? null : true
}

function anyHolds(conjunctions: readonly Conjunction[], observed: Observed): Truth {
  let result: Truth = false
  for (const conjunction of conjunctions) {
    const truth = allHold(conjunction, observed)
    if (truth === true) return true
    if (truth === null) result = null
  }
  return result
}

function allHold(conjunction: Conjunction, observed: Observed): Truth {
  let result: Truth = true
  for (const condition of conjunction) result = both(result, holds(condition, observed))
  return result
}

export function holds({ attribute, patterns, negated }: Condition, observed: Observed): Truth {
  const truth =
    attribute.of === 'request-principal'
      ? patterns.some(pattern => matchesPrincipal(pattern, observed.token))
      : matchesValues(patterns, valuesOf(attribute, observed))
  if (truth === null) return null
  return negated ? !truth : truth
}

/** Absent values are an empty list; `null`: nobody says. */
function valuesOf(attribute: Attribute, observed: Observed): readonly string[] | null {
  const { http, token } = observed
  switch (attribute.of) {
    case 'principal':
      return observed.principal === null ? [] : [observed.principal]
    case 'source-ip':
      return observed.sourceIp === undefined ? null : [observed.sourceIp]
    case 'remote-ip':
      return observed.remoteIp === undefined ? null : [observed.remoteIp]
    case 'destination-ip':
      return observed.destinationIp === undefined ? null : [observed.destinationIp]
    case 'port':
      return [String(observed.port)]
    case 'sni':
      return observed.sni === null ? [] : [observed.sni]
    case 'authority':
      return http === null ? [] : [http.authority]
    case 'method':
      return http === null ? [] : [http.method]
    case 'path':
      return http === null ? [] : [http.path]
    case 'claim':
      return token === null ? [] : claimTexts(token, attribute.path)
    case 'metadata': {
      const value = observed.metadata.get(`${attribute.filter}[${attribute.key}]`)
      return value === undefined ? [] : [value]
    }
    case 'header':
      return headerValues(attribute.name, http, observed.linesApart)
    case 'request-principal':
      return []
  }
}

function headerValues(
  name: string,
  http: ObservedHttp | null,
  linesApart: boolean
): readonly string[] {
  if (http === null) return []
  if (name === ':path') return [http.target]
  if (name === ':scheme') return ['http']
  const lines = http.headers.get(name) ?? []
  return linesApart || lines.length < 2 ? lines : [lines.join(',')]
}

function matchesValues(patterns: readonly Pattern[], values: readonly string[] | null): Truth {
  if (values === null) return null
  return values.some(value => patterns.some(pattern => matchesText(pattern, value)))
}

function matchesPrincipal(pattern: Pattern, token: VerifiedToken | null): boolean {
  if (pattern.is !== 'pair' || token === null) return false
  const [issuer, subject] = [claimText(token, 'iss'), claimText(token, 'sub')]
  return (
    issuer !== null &&
    subject !== null &&
    matchesText(pattern.issuer, issuer) &&
    matchesText(pattern.subject, subject)
  )
}
