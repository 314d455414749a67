import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkPort, isPort } from '../values/port.ts'

const twoPaths = refusal(
  'conflicting-redirect-path',
  '{field} sets both uri and prefixRewrite, of which only one may be set.'
)

const prefixWithoutMatch = refusal(
  'conflicting-prefix-rewrite',
  '{field} replaces the prefix that was matched, so each uri match of the route must be a prefix.'
)

const nothing = refusal(
  'missing-redirect-target',
  '{field} changes nothing, so that it would lead back to itself: set uri, authority, scheme or port.'
)

const invalidCode = refusal(
  'invalid-redirect-code',
  '{field} is {code}, but must be from 300 to 399.'
)

const invalidScheme = refusal(
  'invalid-redirect-scheme',
  '{field} is {value}, but must be http or https.'
)

/** Istio reports the first of these alone (validateHTTPRedirect). */
export function checkRedirect(
  redirect: Message<'HTTPRedirect'> | undefined,
  matches: readonly Message<'HTTPMatchRequest'>[],
  field: Field
): void {
  if (redirect === undefined) return
  const { uri, prefixRewrite, authority, scheme, port, derivePort, redirectCode } = redirect
  if (uri !== '' && prefixRewrite !== '') field.report(twoPaths)
  else if (prefixRewrite !== '' && !matches.every(isPrefixOrAny)) {
    field.at('prefixRewrite').report(prefixWithoutMatch)
  } else if (
    uri + prefixRewrite + authority + scheme === '' &&
    (port ?? derivePort) === undefined
  ) {
    field.report(nothing)
  } else if (redirectCode !== 0 && (redirectCode < 300 || redirectCode > 399)) {
    field.at('redirectCode').report(invalidCode, { code: redirectCode })
  } else if (!['', 'http', 'https'].includes(scheme)) field.at('scheme').report(invalidScheme)
  else if (port !== undefined && port > 0 && !isPort(port)) checkPort(port, field.at('port'))
}

function isPrefixOrAny({ uri }: Message<'HTTPMatchRequest'>): boolean {
  return uri === undefined || uri.prefix !== undefined
}
