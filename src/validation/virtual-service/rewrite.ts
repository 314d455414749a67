import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkPattern } from '../values/pattern.ts'

const twoPaths = refusal(
  'conflicting-rewrite',
  '{field} sets both uri and uriRegexRewrite, of which only one may be set.'
)

const nothing = refusal(
  'missing-rewrite',
  '{field} changes nothing: set uri, uriRegexRewrite or authority.'
)

const half = refusal(
  'missing-regex-rewrite',
  '{field} needs both match, what is replaced, and rewrite, what comes instead.'
)

/** Istio reports the first of these alone (validateHTTPRewrite). */
export function checkRewrite(rewrite: Message<'HTTPRewrite'> | undefined, field: Field): void {
  if (rewrite === undefined) return
  const { uri, uriRegexRewrite, authority } = rewrite
  if (uri !== '' && uriRegexRewrite !== undefined) field.report(twoPaths)
  else if (uri === '' && uriRegexRewrite === undefined && authority === '') field.report(nothing)
  else checkRegexRewrite(uriRegexRewrite, field.at('uriRegexRewrite'))
}

export function checkRegexRewrite(
  rewrite: Message<'RegexRewrite'> | undefined,
  field: Field
): void {
  if (rewrite === undefined) return
  if (rewrite.match === '' || rewrite.rewrite === '') field.report(half)
  else checkPattern(rewrite.match, field.at('match'))
}
