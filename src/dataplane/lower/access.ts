import type { Matcher, Row, Table } from '../../decision/table.ts'
import type { Authorization } from '../security/authorization.ts'
import type { Condition } from '../security/condition.ts'
import type { JwtProvider } from '../security/request-authentication.ts'
import type { Rule } from '../security/rule.ts'
import { type Acceptance, accept } from '../security/transport.ts'
import { accessDimension, impossibleAccess, inAccessOrder } from './access-dimensions.ts'
import type { AccessQuestion } from './access-question.ts'
import { attributeValue, type LoweredArrival } from './attributes.ts'
import { joinedWhen, lowerConjunction, mergedConjunctions } from './conditions.ts'
import { refusedTokens } from './tokens.ts'

/** What becomes of a connection or request at a server. */
export interface AccessAction {
  readonly kind:
    | 'allow'
    /** Allowed if these providers agree. */
    | 'ask'
    | 'deny'
    | 'close'
    | 'unauthenticated'
    | 'reset'
    | 'bad-request'
  readonly providers: readonly string[]
  /** How each of them is asked, canonical. */
  readonly asked: readonly string[]
  readonly reason: string
  /** `null`: no rule decides, but that none matches, or the transport. */
  readonly rule: Rule | null
  readonly layer: 'CUSTOM' | 'DENY' | 'ALLOW' | 'token' | 'transport' | 'none'
  readonly token: JwtProvider | null
}

const TRANSPORTS = ['mtls', 'plaintext', 'tls'] as const

/**
 * Transport, tokens and policies of one port as one ordered table: what is refused by transport, by a
 * provider that cannot be asked, by the token filter, by DENY, then what ALLOW and the providers let pass.
 */
export function lowerAccess(question: AccessQuestion): Table<AccessAction> {
  const rows: Row<AccessAction>[] = []
  for (const { acceptance, transports } of acceptances(question)) {
    const when = transportIs(transports)
    if (acceptance.kind !== 'accepted') {
      const { kind, reason } = acceptance
      rows.push({ when, action: action(kind, 'transport', reason), origin: null })
      continue
    }
    const arrival: LoweredArrival = {
      question,
      reading: acceptance.reading,
      authenticated: acceptance.authenticated,
      tokensRead: false
    }
    for (const row of arrivalRows(arrival)) rows.push({ ...row, when: joinedWhen(when, row.when) })
  }
  const names = new Set(['transport', ...rows.flatMap(row => Object.keys(row.when))])
  if (question.location !== null) names.add('request principal').add('signature')
  return {
    dimensions: [...names].sort(inAccessOrder).map(name => accessDimension(name, question)),
    rows,
    otherwise: action('allow', 'none', 'nothing denies it'),
    impossible: impossibleAccess(names)
  }
}

function transportIs(transports: readonly string[]): Readonly<Record<string, Matcher>> {
  const of = transports.map((value): Matcher => ({ is: 'exact', value }))
  const [first] = of
  if (first === undefined || of.length === TRANSPORTS.length) return {}
  return { transport: of.length === 1 ? first : { is: 'any', of } }
}

/** Ways to arrive that the port treats alike. */
function acceptances({ mode, port, speaks, place }: AccessQuestion) {
  const groups = new Map<string, { acceptance: Acceptance; transports: string[] }>()
  for (const transport of TRANSPORTS) {
    const acceptance: Acceptance =
      place === 'gateway'
        ? {
            kind: 'accepted',
            reading: port.reading === 'http' ? 'http' : 'tcp',
            authenticated: transport === 'mtls',
            arrived: transport
          }
        : accept(mode, port, { transport, http: speaks === 'http', trusted: true })
    const { kind } = acceptance
    const key =
      kind === 'accepted' ? `${acceptance.reading} ${acceptance.authenticated}` : acceptance.reason
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { acceptance, transports: [transport] })
    else known.transports.push(transport)
  }
  return groups.values()
}

function arrivalRows(arrival: LoweredArrival): Row<AccessAction>[] {
  const { question, reading, authenticated } = arrival
  const authorization = reading === 'http' ? question.keeper.http : question.keeper.tcp
  const rows: Row<AccessAction>[] = []
  const { trusted } = question
  const asks = question.trustedAlone !== true && question.place === 'sidecar'
  if (authenticated && trusted !== null && asks) {
    const of = trusted.map((domain): Matcher => ({ is: 'prefix', value: `${domain}/` }))
    const reason = "the client's trust domain is neither the mesh's nor an alias"
    const when = { principal: { is: 'not', of: { is: 'any', of } } } as const
    rows.push({ when, action: action('reset', 'transport', reason), origin: null })
  }
  rows.push(...customDenials(authorization, arrival))
  const tokens =
    question.location === null || reading === 'tcp'
      ? null
      : refusedTokens(question.keeper.jwt, question.location)
  for (const { when, status, reason, by } of tokens ?? []) {
    const kind = status === 401 ? 'unauthenticated' : 'deny'
    rows.push({ when, action: { ...action(kind, 'token', reason), token: by }, origin: null })
  }
  rows.push(...policyRows(authorization, { ...arrival, tokensRead: tokens !== null }, arrival))
  return rows
}

function customDenials(authorization: Authorization, arrival: LoweredArrival): Row<AccessAction>[] {
  const kind = arrival.reading === 'http' ? 'deny' : 'close'
  return authorization.custom.flatMap(({ provider, rules, denied }) => {
    const denying = 'unusable' in provider ? rules : denied
    const reason = 'unusable' in provider ? provider.unusable : 'dry-run of CUSTOM denies'
    return denying.flatMap(rule => ruleRows(rule, arrival, action(kind, 'CUSTOM', reason, rule)))
  })
}

function policyRows(
  authorization: Authorization,
  arrival: LoweredArrival,
  beforeTokens: LoweredArrival
): Row<AccessAction>[] {
  const refusal = arrival.reading === 'http' ? 'deny' : 'close'
  const denied = (authorization.deny?.enforced ?? []).flatMap(rule =>
    ruleRows(rule, arrival, action(refusal, 'DENY', 'a DENY rule matches', rule))
  )
  const allowed =
    authorization.allow === null || authorization.allow.enforced === null
      ? [{ when: {}, action: action('allow', 'none', 'no ALLOW policy applies'), origin: null }]
      : authorization.allow.enforced.flatMap(rule =>
          ruleRows(rule, arrival, action('allow', 'ALLOW', 'an ALLOW rule matches', rule))
        )
  const reason = 'ALLOW policies apply and no rule matches'
  const closed: Row<AccessAction> = {
    when: {},
    action: action(refusal, 'ALLOW', reason),
    origin: authorization.allow?.policies[0] ?? null
  }
  return [...denied, ...asked(authorization, beforeTokens, allowed), ...allowed, closed]
}

/** What passes ALLOW and matches CUSTOM passes if the provider agrees. */
function asked(
  { custom }: Authorization,
  arrival: LoweredArrival,
  allowed: readonly Row<AccessAction>[]
): Row<AccessAction>[] {
  const asking = custom.flatMap(({ provider, rules }) =>
    'unusable' in provider
      ? []
      : rules.flatMap(rule => {
          const reason = `provider ${provider.name} decides`
          const { name, settings } = provider
          const one = action('ask', 'CUSTOM', reason, rule)
          return ruleRows(rule, arrival, { ...one, providers: [name], asked: [settings] })
        })
  )
  return allowed.flatMap(allow =>
    asking.map(row => ({
      ...row,
      when: joinedWhen(row.when, allow.when)
    }))
  )
}

function ruleRows(rule: Rule, arrival: LoweredArrival, decided: AccessAction): Row<AccessAction>[] {
  const attributeOf = (condition: Condition) => attributeValue(condition.attribute, arrival)
  const lower = (conjunctions: Rule['from']) =>
    mergedConjunctions(
      conjunctions.flatMap((one): Row<AccessAction>['when'][] => {
        const when = lowerConjunction(one, attributeOf)
        return when === null ? [] : [when]
      })
    )
  const sources = lower(rule.from)
  return lower(rule.to).flatMap(to =>
    sources
      .map(from => ({ when: joinedWhen(from, to), action: decided, origin: rule.manifest }))
      .flatMap(apart)
  )
}

/** More alternatives than this stand in rows of their own, so that one that is changed is compared alone. */
const alternativeLimit = 64

function apart(row: Row<AccessAction>): readonly Row<AccessAction>[] {
  for (const [name, matcher] of Object.entries(row.when)) {
    if (!SINGLE.has(name) || matcher.is !== 'any' || matcher.of.length <= alternativeLimit) continue
    return matcher.of.map(one => ({ ...row, when: { ...row.when, [name]: one } }))
  }
  return [row]
}

/** Dimensions of one value, of which alternatives are rows. */
const SINGLE: ReadonlySet<string> = new Set(['path', 'authority', 'method', 'principal'])

function action(
  kind: AccessAction['kind'],
  layer: AccessAction['layer'],
  reason: string,
  rule: Rule | null = null
): AccessAction {
  return { kind, layer, reason, rule, providers: [], asked: [], token: null }
}

/** Everything that AUDIT writes down, enforced or dry, and every rule that dry-run policies would decide. */
export function lowerAudit(question: AccessQuestion): Table<string> {
  const { keeper, speaks } = question
  const reading = speaks === 'tcp' || question.port.reading === 'tcp' ? 'tcp' : 'http'
  const arrival: LoweredArrival = { question, reading, authenticated: true, tokensRead: true }
  const { audit, deny, allow } = reading === 'http' ? keeper.http : keeper.tcp
  const rows: Row<string>[] = []
  const put = (rules: readonly Rule[], action: string): void => {
    for (const rule of rules) {
      for (const { when } of ruleRows(rule, arrival, NOTED)) {
        rows.push({ when, action, origin: rule.manifest })
      }
    }
  }
  put(audit?.enforced ?? [], 'written down')
  put(audit?.shadow ?? [], 'written down')
  put(deny?.shadow ?? [], 'counted as denied (dry-run)')
  put(allow?.shadow ?? [], 'counted as allowed (dry-run)')
  return textTable(rows, question)
}

/** The name of the first of some rules that matches. */
export function firstRule(rules: readonly Rule[], arrival: LoweredArrival): Table<string> {
  const rows = rules.flatMap(rule =>
    ruleRows(rule, arrival, NOTED).map(({ when }) => ({ when, action: rule.name, origin: null }))
  )
  return textTable(rows, arrival.question)
}

function textTable(rows: readonly Row<string>[], question: AccessQuestion): Table<string> {
  const names = new Set(rows.flatMap(row => Object.keys(row.when)))
  return {
    dimensions: [...names].sort(inAccessOrder).map(name => accessDimension(name, question)),
    rows,
    otherwise: 'nothing',
    impossible: []
  }
}

const NOTED: AccessAction = action('allow', 'none', '')
