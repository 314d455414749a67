import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { type Problem, refusal, warning } from '../problem.ts'
import { checkDuration } from '../values/duration.ts'
import { checkStrictHeaderName } from '../values/header.ts'
import { checkTargets } from '../values/target-ref.ts'
import { readJwks } from './jwks.ts'
import { isJwksUri } from './jwks-uri.ts'

type JwtRule = Message<'JWTRule'>

const emptyAudience = refusal(
  'missing-audience',
  '{field} is empty: name an audience, or remove the entry.'
)

const noIssuer = refusal(
  'missing-issuer',
  '{field} has neither issuer nor jwksUri: say who issues the tokens, or where their keys are.',
  { since: 27 }
)

const noIssuerBefore = refusal(
  'missing-issuer',
  '{field} has no issuer: say who issues the tokens.',
  { until: 27 }
)

const invalidUri = refusal(
  'invalid-jwks-uri',
  '{field} is {value}, but must be a URL with http:// or https:// from which istiod can fetch keys.'
)

const invalidJwks = refusal('invalid-jwks', '{field} is no set of JSON Web Keys: {why}.')

const privateKey = warning(
  'insecure-private-jwk',
  '{field} holds the private part of key {key}, which every proxy would receive and none needs. Remove it from there and from git, and replace the key.',
  { since: 30 }
)

const noHeaderName = refusal(
  'missing-token-header',
  '{field} is not set: name the header that carries the token.'
)

const noParameter = refusal(
  'missing-token-parameter',
  '{field} is empty: name the parameter that carries the token.'
)

const noCookie = refusal(
  'missing-token-cookie',
  '{field} is empty: name the cookie that carries the token.',
  {
    since: 21
  }
)

const halfClaim = refusal(
  'missing-claim-header',
  '{field} needs both a claim and the header that it goes to.'
)

/** Source: istio pkg/config/validation/validation.go ValidateRequestAuthentication. */
export function checkRequestAuthentication(
  spec: Message<'RequestAuthentication'>,
  field: Field
): void {
  checkTargets(spec, field)
  for (const [index, rule] of spec.jwtRules.entries()) checkRule(rule, field.at('jwtRules', index))
}

function checkRule(rule: JwtRule, field: Field): void {
  checkFilled(rule.audiences, field.at('audiences'), emptyAudience)
  if (rule.issuer === '') {
    field.report(noIssuerBefore)
    if (rule.jwksUri === '') field.report(noIssuer)
  }
  if (rule.jwksUri !== '' && !isJwksUri(rule.jwksUri)) field.at('jwksUri').report(invalidUri)
  if (rule.jwks !== '') checkJwks(rule.jwks, field.at('jwks'))
  for (const [index, { name }] of rule.fromHeaders.entries()) {
    if (name === '') field.at('fromHeaders', index, 'name').report(noHeaderName)
  }
  checkFilled(rule.fromParams, field.at('fromParams'), noParameter)
  checkFilled(rule.fromCookies, field.at('fromCookies'), noCookie)
  for (const [index, { claim, header }] of rule.outputClaimToHeaders.entries()) {
    const place = field.at('outputClaimToHeaders', index)
    if (claim === '' || header === '') place.report(halfClaim)
    else checkStrictHeaderName(header, place.at('header'))
  }
  checkDuration(rule.timeout, field.at('timeout'))
}

function checkFilled(texts: readonly string[], field: Field, problem: Problem): void {
  for (const [index, text] of texts.entries()) {
    if (text === '') field.at(index).check({ problem, params: {} })
  }
}

function checkJwks(text: string, field: Field): void {
  const set = readJwks(text)
  if ('fault' in set) {
    field.report(invalidJwks, { why: set.fault })
    return
  }
  for (const { id, isPrivate } of set.keys) if (isPrivate) field.report(privateKey, { key: id })
}
