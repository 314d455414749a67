import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

/** Names of HTTP headers, which each part of Istio's API tests in its own way. */

const emptyName = refusal('missing-header-name', '{field} names a header without a name.')

const invalidName = refusal(
  'invalid-header-name',
  '{field} has the header name {name}, which holds characters that are not allowed there.'
)

const pseudoHeader = refusal(
  'invalid-header-operation',
  '{field} changes the pseudo-header {name}, which Envoy does not allow here.'
)

const hostHeader = refusal(
  'invalid-host-operation',
  '{field} changes {name}, which Envoy does not allow here: use rewrite.authority.'
)

/** RFC 7230: the characters of a token. */
const TOKEN = /^[!#$%&'*+\-.^_`|~A-Za-z0-9]+$/
const WORD = /^[-_A-Za-z0-9]+$/
const PROBE = /^[-A-Za-z0-9]+$/

function checkForm(name: string, form: RegExp, field: Field): void {
  if (name === '') field.report(emptyName)
  else if (!form.test(name)) field.report(invalidName, { name })
}

/** Where claims of a token go. */
export function checkStrictHeaderName(name: string, field: Field): void {
  checkForm(name, WORD, field)
}

/** As Kubernetes tests headers of its probes. Before 1.23 underscores were allowed as well. */
export function checkProbeHeaderName(name: string, field: Field): void {
  checkForm(name, field.recorder.minor < 23 ? WORD : PROBE, field)
}

export function checkCorsHeaderName(name: string, field: Field): void {
  if (name !== '*') checkForm(name, tokenIn(field), field)
}

const PSEUDO_HEADERS = [':method', ':scheme', ':authority', ':path', ':status']

/** A header that a match looks at, or a claim of the token. */
export function checkMatchHeaderName(name: string, field: Field): void {
  if (isClaimHeader(name) || PSEUDO_HEADERS.includes(name)) return
  checkForm(name, tokenIn(field), field)
}

/** Before 1.23 names were words everywhere. */
function tokenIn({ recorder }: Field): RegExp {
  return recorder.minor < 23 ? WORD : TOKEN
}

const CLAIMS = '@request.auth.claims'

/** `@request.auth.claims.group` or `@request.auth.claims[group]` (istio pkg/jwt/routing.go). */
export function isClaimHeader(name: string): boolean {
  if (!name.toLowerCase().startsWith(CLAIMS)) return false
  const claim = name.slice(CLAIMS.length)
  return (
    (claim.startsWith('.') && claim.length > 1) ||
    (claim.startsWith('[') && claim.endsWith(']') && claim.length > 2)
  )
}

export function isAuthorityHeader(name: string): boolean {
  return [':authority', 'host'].includes(name.toLowerCase())
}

/** A header that is added to or set in requests: the authority may be. */
export function checkRequestHeaderName(name: string, field: Field): void {
  if (name === '') field.report(emptyName)
  else if (name.startsWith(':') && !isAuthorityHeader(name)) field.report(pseudoHeader, { name })
}

/** A header that is removed, or changed in responses. */
export function checkOtherHeaderName(name: string, field: Field): void {
  if (name === '') field.report(emptyName)
  else if (name.toLowerCase() === 'host') field.report(hostHeader, { name })
  else if (name.startsWith(':')) field.report(pseudoHeader, { name })
}
