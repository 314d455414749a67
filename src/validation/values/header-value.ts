import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

const control = refusal(
  'invalid-header-value',
  '{field} is {value}, which holds control characters. Envoy does not allow them in a header.'
)

const format = refusal(
  'invalid-header-format',
  '{field} is {value}, in which Envoy reads % as the begin of a variable such as %DOWNSTREAM_REMOTE_ADDRESS%, and {why}. Write %% for a percent sign.'
)

/** Envoy's own reading of a value with `%VARIABLE(arguments)%`. */
export function checkHeaderValue(value: string, field: Field): void {
  if (hasControlCharacters(value)) field.report(control)
  else {
    const why = formatFault(value)
    if (why !== null) field.report(format, { why })
  }
}

/** All but tab. */
function hasControlCharacters(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if ((code < 0x20 && code !== 0x09) || code === 0x7f) return true
  }
  return false
}

type State =
  | 'literal'
  | 'name'
  | 'arguments'
  | 'list'
  | 'text'
  | 'after text'
  | 'after list'
  | 'after arguments'

/** What each state does with a character that is neither its own nor, where allowed, a space. */
function formatFault(text: string): string | null {
  let state: State = 'literal'
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? ''
    const isLast = index === text.length - 1
    if (state === 'literal') {
      if (character !== '%') continue
      if (isLast) return 'the last % begins none'
      if (text[index + 1] === '%') index += 1
      else state = 'name'
    } else if (state === 'name') {
      if (character === '%') state = 'literal'
      else if (character === '(') state = 'arguments'
    } else if (state === 'arguments') {
      if (character === '[') state = 'list'
      else if (character !== ' ') state = 'text'
    } else if (state === 'text') {
      if (character === '\\') {
        if (isLast) return 'its text ends in a backslash'
        index += 1
      } else if (character === ')') state = 'after arguments'
      else if (character === '"') state = 'after text'
    } else if (character !== ' ') {
      const next: State | undefined = AFTER[state][character]
      if (next === undefined) return `${JSON.stringify(character)} cannot stand where it does`
      state = next
    }
  }
  return state === 'literal' ? null : 'the variable is not closed'
}

/** What may follow, besides spaces, in the states that wait for a sign. */
const AFTER: Readonly<
  Record<'list' | 'after text' | 'after list' | 'after arguments', Readonly<Record<string, State>>>
> = {
  list: { '"': 'text' },
  'after text': { ',': 'list', ']': 'after list' },
  'after list': { ')': 'after arguments' },
  'after arguments': { '%': 'literal' }
}
