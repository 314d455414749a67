import type { Matcher } from '../../decision/table.ts'
import type { Condition, Conjunction } from '../security/condition.ts'
import { matchesText, type Pattern, quoted } from '../security/pattern.ts'

/** Between issuer and subject of a token, which neither can hold. */
export const BETWEEN = '\n'

/** What a condition looks at, in one table. */
export type AttributeValue =
  /** The same for every request of the table; `null` is absent. */
  | { readonly is: 'constant'; readonly values: readonly string[] }
  | { readonly is: 'dimension'; readonly name: string; readonly mayBeEmpty: boolean }

/** Matchers by dimension that hold together. */
type When = Readonly<Record<string, Matcher>>

/** `null`: it never holds. */
export function lowerConjunction(
  conjunction: Conjunction,
  attributeOf: (condition: Condition) => AttributeValue
): When | null {
  const all = new Map<string, Matcher[]>()
  for (const condition of conjunction) {
    const value = attributeOf(condition)
    if (value.is === 'constant') {
      const holds = value.values.some(one =>
        condition.patterns.some(pattern => matchesText(pattern, one))
      )
      if (holds === condition.negated) return null
      continue
    }
    const matcher = matcherOf(condition, value.mayBeEmpty)
    const known = all.get(value.name)
    if (known === undefined) all.set(value.name, [matcher])
    else known.push(matcher)
  }
  const when: Record<string, Matcher> = {}
  for (const [name, of] of all) {
    const [first] = of
    if (first !== undefined) when[name] = of.length === 1 ? first : { is: 'all', of }
  }
  return when
}

function matcherOf({ attribute, patterns, negated }: Condition, mayBeEmpty: boolean): Matcher {
  const of = patterns.map(pattern => {
    if (attribute.of !== 'claim') return lowerPattern(pattern, mayBeEmpty)
    // Issuer and subject are one dimension with the rest of the token's principal.
    if (attribute.path.length === 1 && attribute.path[0] === 'iss') {
      return regex(`${source(pattern)}${BETWEEN}[^${BETWEEN}]*`)
    }
    if (attribute.path.length === 1 && attribute.path[0] === 'sub') {
      return regex(`[^${BETWEEN}]*${BETWEEN}${source(pattern)}`)
    }
    return lowerPattern(pattern, mayBeEmpty)
  })
  const [first] = of
  const any: Matcher = of.length === 1 && first !== undefined ? first : { is: 'any', of }
  return negated ? { is: 'not', of: any } : any
}

function lowerPattern(pattern: Pattern, mayBeEmpty: boolean): Matcher {
  switch (pattern.is) {
    case 'present':
      return { is: 'present' }
    case 'cidr':
      return { is: 'cidr', value: pattern.value }
    case 'regex':
      return pattern.value === '.+' && !mayBeEmpty ? { is: 'present' } : regex(pattern.value)
    case 'pair': {
      const { issuer, subject } = pattern
      return issuer.is === 'exact' && subject.is === 'exact'
        ? { is: 'exact', value: `${issuer.value}${BETWEEN}${subject.value}` }
        : regex(`${source(issuer)}${BETWEEN}${source(subject)}`)
    }
    default: {
      const { is, value } = pattern
      return pattern.ignoreCase === true ? { is, value, ignoreCase: true } : { is, value }
    }
  }
}

function regex(value: string): Matcher {
  return { is: 'regex', value }
}

/** A pattern of a part as RE2 that cannot cross the separator. */
function source(pattern: Pattern): string {
  const any = `[^${BETWEEN}]`
  switch (pattern.is) {
    case 'present':
      return `${any}*`
    case 'exact':
      return quoted(pattern.value)
    case 'prefix':
      return `${quoted(pattern.value)}${any}*`
    case 'suffix':
      return `${any}*${quoted(pattern.value)}`
    case 'regex':
      return pattern.value === '.+' ? `${any}+` : `(?:${pattern.value})`
    default:
      return `${any}*`
  }
}

/** Conjunctions that ask one dimension alone are one, with either of their matchers. */
export function mergedConjunctions(all: readonly When[]): readonly When[] {
  const single = new Map<string, Matcher[]>()
  const result: When[] = []
  for (const when of all) {
    const [name, ...others] = Object.keys(when)
    if (name === undefined) return [when]
    const matcher = when[name]
    if (matcher === undefined || others.length > 0) {
      result.push(when)
      continue
    }
    const known = single.get(name)
    if (known === undefined) single.set(name, [matcher])
    else known.push(matcher)
  }
  for (const [name, of] of single) {
    const [first] = of
    if (first === undefined) continue
    const flat = of.flatMap(matcher => (matcher.is === 'any' ? matcher.of : [matcher]))
    const matcher: Matcher = of.length === 1 ? first : { is: 'any', of: flat }
    result.push({ [name]: matcher })
  }
  return result
}

export function joinedWhen(
  first: Readonly<Record<string, Matcher>>,
  second: Readonly<Record<string, Matcher>>
): Readonly<Record<string, Matcher>> {
  const result: Record<string, Matcher> = { ...first }
  for (const [name, matcher] of Object.entries(second)) {
    const known = result[name]
    result[name] = known === undefined ? matcher : { is: 'all', of: [known, matcher] }
  }
  return result
}
