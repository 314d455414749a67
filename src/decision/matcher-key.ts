import type { Matcher } from './table.ts'

const keys = new WeakMap<Matcher, string>()

/** Equal keys are equal predicates (the converse need not hold). Order inside `all` and `any` does not count. */
export function matcherKey(matcher: Matcher): string {
  const known = keys.get(matcher)
  if (known !== undefined) return known
  const key = write(matcher)
  keys.set(matcher, key)
  return key
}

function write(matcher: Matcher): string {
  switch (matcher.is) {
    case 'exact':
    case 'prefix':
    case 'suffix':
      return `${matcher.is}${matcher.ignoreCase === true ? '~' : ''}${JSON.stringify(matcher.value)}`
    case 'regex':
    case 'cidr':
      return `${matcher.is}${JSON.stringify(matcher.value)}`
    case 'between':
      return `between${matcher.from}..${matcher.to}`
    case 'present':
    case 'absent':
      return matcher.is
    case 'not':
    case 'some':
      return `${matcher.is}(${matcherKey(matcher.of)})`
    case 'all':
    case 'any':
      return `${matcher.is}(${[...new Set(matcher.of.map(matcherKey))].sort().join(',')})`
  }
}
