import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

const empty = refusal('missing-value', '{field} is empty: name a value, or remove the entry.')

const severalWildcards = refusal(
  'invalid-wildcard-count',
  '{field} is {value}, but at most one * is allowed.'
)

const innerWildcard = refusal(
  'invalid-wildcard',
  '{field} is {value}, but * may only stand at the begin or at the end.'
)

/** Istio reports the first empty one alone (security.CheckEmptyValues). */
export function checkFilled(values: readonly string[], field: Field): boolean {
  const index = values.indexOf('')
  if (index >= 0) field.at(index).report(empty)
  return index < 0
}

/** The first whose `*` stands where none may (security.CheckWildcardValues). */
export function checkWildcards(values: readonly string[], field: Field): boolean {
  if (!checkFilled(values, field)) return false
  for (const [index, value] of values.entries()) {
    const stars = value.split('*').length - 1
    if (stars > 1) {
      field.at(index).report(severalWildcards)
      return false
    }
    if (stars === 1 && !value.startsWith('*') && !value.endsWith('*')) {
      field.at(index).report(innerWildcard)
      return false
    }
  }
  return true
}
