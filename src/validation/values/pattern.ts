import { RE2JS, RE2JSException } from 're2js'
import { byteLength } from '../../go/text.ts'
import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { type Problem, refusal } from '../problem.ts'

const DUPLICATE =
  '{field} is {value}, in which two groups have one name. Istio takes it, but Envoy refuses the whole configuration.'

const emptyPrefix = refusal(
  'missing-prefix',
  '{field} is an empty prefix, which would match everything: leave the match out.',
  { since: 22 }
)

const emptyPattern = refusal('missing-regex', '{field} is an empty regular expression.')

const longPattern = refusal(
  'invalid-regex-length',
  '{field} has {length} bytes, but a regular expression has at most 1024.'
)

const invalidPattern = refusal(
  'invalid-regex',
  '{field} is {value}, which is no RE2 expression: {why}. RE2 has no lookaround and no backreferences.'
)

/** The webhook takes it: no code of istioctl. */
const duplicateGroup: Problem<typeof DUPLICATE> = {
  name: 'duplicate-regex-group',
  severity: 'error',
  sources: [],
  message: DUPLICATE
}

export const LONGEST_PATTERN = 1024

/** Why a text is no expression of Go's regexp; `null` where it is one. */
export function patternFault(text: string): string | null {
  const why = re2Fault(text)
  if (why === null || !NAMED_GROUP.test(text)) return why
  // Go allows two groups of one name, RE2 does not.
  let count = 0
  return re2Fault(text.replace(NAMED_GROUPS, () => `(?P<group${count++}>`))
}

const NAMED_GROUP = /\(\?P?<\w+>/
const NAMED_GROUPS = new RegExp(NAMED_GROUP, 'g')

function re2Fault(text: string): string | null {
  try {
    RE2JS.compile(text)
    return null
  } catch (error) {
    if (error instanceof RE2JSException) return error.message
    throw error
  }
}

/** A regular expression of a match or a rewrite. */
export function checkPattern(text: string, field: Field): void {
  const length = byteLength(text)
  if (length > LONGEST_PATTERN) {
    field.report(longPattern, { length })
    return
  }
  const why = patternFault(text)
  if (why !== null) field.report(invalidPattern, { why })
  else if (re2Fault(text) !== null) field.report(duplicateGroup)
}

/** A match of a header, parameter, method, …; an empty prefix is an error but for URIs. */
export function checkStringMatch(match: Message<'StringMatch'> | undefined, field: Field): void {
  if (match?.prefix === '') field.at('prefix').report(emptyPrefix)
  checkMatchPattern(match, field)
}

export function checkMatchPattern(match: Message<'StringMatch'> | undefined, field: Field): void {
  if (match?.regex === undefined) return
  if (match.regex === '') field.at('regex').report(emptyPattern)
  else checkPattern(match.regex, field.at('regex'))
}
