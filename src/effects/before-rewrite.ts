import type { PathMatch, RouteAction } from '../dataplane/config.ts'
import { quoted } from '../dataplane/security/pattern.ts'
import { matches } from '../decision/decide.ts'
import type { Matcher } from '../decision/table.ts'

/** What a route does to the path, and what it matched of it. */
export interface Rewritten {
  readonly match: PathMatch
  readonly rewrite: Extract<RouteAction, { kind: 'forward' }>['pathRewrite']
  /** The server's proxy merges slashes once more. */
  readonly merges: boolean
}

/** Why a condition after a rewrite cannot be said as one before it. */
export interface Unsaid {
  readonly unsaid: string
}

export function isUnsaid(value: object): value is Unsaid {
  return 'unsaid' in value
}

/**
 * A condition on the rewritten path as one on the path that arrives; `true` and `false`: it always, or never,
 * holds. A prefix rewrite replaces what the route matched: the prefix, or all of any other path.
 * Source: Envoy config/route/v3 prefix_rewrite.
 */
export function beforeRewrite(
  matcher: Matcher,
  { match, rewrite, merges }: Rewritten
): Matcher | boolean | Unsaid {
  if (rewrite === undefined) return matcher
  if (rewrite.kind === 'regex') return { unsaid: 'the path is rewritten by a regular expression' }
  if (match.kind === 'exact' || match.kind === 'regex') return matches(matcher, rewrite.value, PATH)
  if (match.ignoreCase) return { unsaid: 'a prefix in any case is rewritten' }
  if (merges && rewrite.value.endsWith('/'))
    return { unsaid: 'slashes of a rewritten path are merged' }
  return image(matcher, match.value, rewrite.value)
}

const PATH = { name: 'path', theory: 'string', optional: false, multiple: false } as const

function image(matcher: Matcher, from: string, to: string): Matcher | boolean | Unsaid {
  switch (matcher.is) {
    case 'present':
      return true
    case 'absent':
      return false
    case 'exact':
      if (matcher.ignoreCase === true) return { unsaid: 'a path in any case is rewritten' }
      return matcher.value.startsWith(to)
        ? { is: 'exact', value: `${from}${matcher.value.slice(to.length)}` }
        : false
    case 'prefix':
      if (matcher.ignoreCase === true) return { unsaid: 'a path in any case is rewritten' }
      if (to.startsWith(matcher.value)) return true
      return matcher.value.startsWith(to)
        ? { is: 'prefix', value: `${from}${matcher.value.slice(to.length)}` }
        : false
    case 'suffix':
      return suffix(matcher.value, from, to)
    case 'not': {
      const inner = image(matcher.of, from, to)
      if (typeof inner === 'boolean') return !inner
      return isUnsaid(inner) ? inner : { is: 'not', of: inner }
    }
    case 'all':
    case 'any':
      return several(matcher.is, matcher.of, from, to)
    default:
      return { unsaid: 'a policy of the server matches the rewritten path by a pattern' }
  }
}

function several(
  is: 'all' | 'any',
  parts: readonly Matcher[],
  from: string,
  to: string
): Matcher | boolean | Unsaid {
  const of: Matcher[] = []
  for (const part of parts) {
    const inner = image(part, from, to)
    if (typeof inner === 'boolean') {
      if (inner === (is === 'any')) return inner
    } else if (isUnsaid(inner)) return inner
    else of.push(inner)
  }
  return of.length === 0 ? is === 'all' : { is, of }
}

/** The end lies in what is kept, or reaches into what was put in its place. */
function suffix(value: string, from: string, to: string): Matcher {
  const of: Matcher[] = [{ is: 'regex', value: `${quoted(from)}[\\s\\S]*${quoted(value)}` }]
  for (let kept = 0; kept < value.length; kept++) {
    const put = value.slice(0, value.length - kept)
    const rest = value.slice(value.length - kept)
    if (to.endsWith(put)) of.push({ is: 'exact', value: `${from}${rest}` })
  }
  return { is: 'any', of }
}
