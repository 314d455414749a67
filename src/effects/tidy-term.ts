import type { Term } from '../decision/describe.ts'
import type { Matcher } from '../decision/table.ts'
import { canonical } from '../fingerprint.ts'

/**
 * A term without what says nothing: alternatives that are wholly left out again, and exceptions that meet none of
 * those that stay. A long list of a policy then reads as the entry that makes the difference.
 */
export function tidied(term: Term): Term {
  const except = flat(term.except)
  const left = new Set(except.map(canonical))
  const own = flat(term.within)
  const within = own.filter(one => !left.has(canonical(one)))
  // Everything is left out: the words as they are say so.
  if (own.length > 0 && within.length === 0) return term
  if (within.length === 0) return { ...term, except }
  return { ...term, within, except: except.filter(one => within.some(kept => meets(one, kept))) }
}

function flat(matchers: readonly Matcher[]): Matcher[] {
  return matchers.flatMap(one => (one.is === 'any' ? flat(one.of) : [one]))
}

/** Whether some value satisfies both; where in doubt, yes. */
function meets(one: Matcher, other: Matcher): boolean {
  if (!isPlain(one) || !isPlain(other)) return true
  if (one.ignoreCase === true || other.ignoreCase === true) return true
  if (one.is === 'exact' && other.is === 'exact') return one.value === other.value
  if (one.is === 'exact') return one.value.startsWith(other.value)
  if (other.is === 'exact') return other.value.startsWith(one.value)
  return one.value.startsWith(other.value) || other.value.startsWith(one.value)
}

type Plain = Extract<Matcher, { readonly is: 'exact' | 'prefix' | 'suffix' }>

function isPlain(matcher: Matcher): matcher is Plain & { readonly is: 'exact' | 'prefix' } {
  return matcher.is === 'exact' || matcher.is === 'prefix'
}
