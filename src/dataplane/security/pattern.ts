import { RE2JS } from 're2js'
import { inBlock } from './address.ts'

/** One value of a policy field, as Envoy's RBAC filter matches it. Atoms are false on an absent value. */
export type Pattern =
  /** Present, an empty value included (header matchers). */
  | { readonly is: 'present' }
  | {
      readonly is: 'exact' | 'prefix' | 'suffix'
      readonly value: string
      readonly ignoreCase?: boolean
    }
  /** RE2, the whole value. */
  | { readonly is: 'regex'; readonly value: string }
  | { readonly is: 'cidr'; readonly value: string }
  /** Issuer and subject of a verified token, each on its own. */
  | { readonly is: 'pair'; readonly issuer: Pattern; readonly subject: Pattern }

/** At least one character: what `*` means in most fields. */
export const SOME: Pattern = { is: 'regex', value: '.+' }

export const NEVER: Pattern = { is: 'regex', value: '[^\\x00-\\x{10FFFF}]' }

/** `*`, `*x`, `x*` or the text itself. Source: pilot security/authz/matcher/string.go. */
export function textPattern(value: string): Pattern {
  if (value === '*') return SOME
  if (value.startsWith('*')) return { is: 'suffix', value: value.slice(1) }
  if (value.endsWith('*')) return { is: 'prefix', value: value.slice(0, -1) }
  return { is: 'exact', value }
}

/** The same for headers, where `*` is mere presence. Source: pilot security/authz/matcher/header.go. */
export function headerPattern(value: string, ignoreCase = false): Pattern {
  if (value === '*') return { is: 'present' }
  const pattern = textPattern(value)
  return ignoreCase && 'value' in pattern && pattern.is !== 'regex' && pattern.is !== 'cidr'
    ? { ...pattern, ignoreCase }
    : pattern
}

/** A text as a regular expression that matches it alone. Source: Go regexp.QuoteMeta. */
export function quoted(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&')
}

const compiled = new Map<string, RE2JS | null>()

/** Whether one present value matches. A pattern that RE2 refuses matches nothing. */
export function matchesText(pattern: Pattern, value: string): boolean {
  switch (pattern.is) {
    case 'present':
      return true
    case 'regex':
      return regex(pattern.value)?.matches(value) ?? false
    case 'cidr':
      return inBlock(value, pattern.value)
    case 'pair':
      return false
    default: {
      const fold = pattern.ignoreCase === true
      const wanted = fold ? pattern.value.toLowerCase() : pattern.value
      const given = fold ? value.toLowerCase() : value
      if (pattern.is === 'exact') return given === wanted
      // Envoy refuses empty prefixes and suffixes; istiod never sends them.
      return pattern.is === 'prefix' ? given.startsWith(wanted) : given.endsWith(wanted)
    }
  }
}

function regex(source: string): RE2JS | null {
  const known = compiled.get(source)
  if (known !== undefined) return known
  let made: RE2JS | null = null
  try {
    made = RE2JS.compile(source)
  } catch {
    // Reported where the table is checked for malformed matchers.
  }
  compiled.set(source, made)
  return made
}
