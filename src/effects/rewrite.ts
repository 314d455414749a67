import type { Route, RouteAction } from '../dataplane/config.ts'
import type { MatchedPath } from './behaviour.ts'

/** What a prefix rewrite of a route would replace. */
export function matchedPath(route: Route | null): MatchedPath {
  if (route === null) return null
  const { path } = route.match
  return path.kind === 'prefix' || path.kind === 'separated' ? path.value.length : null
}

/**
 * Do two routes turn every path that both match into the same path, although they say so differently? `/a` → `/b` and
 * `/a/` → `/b/` do on paths under `/a/`. Only prefix rewrites can be written in two ways.
 */
export function sameRewrite(before: Route | null, after: Route | null): boolean {
  if (before === null || after === null) return false
  const one = rewriteOf(before)
  const other = rewriteOf(after)
  if (one === null || other === null) return false
  const longest = one.matched.length >= other.matched.length ? one : other
  // Letters of either case match, so the bytes of the longer prefix are not known.
  if (one.matched !== other.matched && (one.ignoreCase || other.ignoreCase)) return false
  if (!longest.matched.startsWith(one.matched) || !longest.matched.startsWith(other.matched)) {
    return false
  }
  const image = ({ matched, value }: PrefixRewrite) => value + longest.matched.slice(matched.length)
  return image(one) === image(other)
}

interface PrefixRewrite {
  readonly matched: string
  readonly value: string
  readonly ignoreCase: boolean
}

/** No rewrite is one of nothing to nothing. Null where the image of a path is no prefix of it exchanged. */
function rewriteOf(route: Route): PrefixRewrite | null {
  const rewrite = prefixRewriteOf(route.action)
  const { path } = route.match
  if (rewrite === null) return null
  if (rewrite === undefined) return { matched: '', value: '', ignoreCase: false }
  // Path-separated prefixes have a rule of their own for a slash at the end.
  if (path.kind !== 'prefix' && path.kind !== 'exact') return null
  return { matched: path.value, value: rewrite, ignoreCase: path.ignoreCase }
}

function prefixRewriteOf(action: RouteAction): string | null | undefined {
  if (action.kind === 'redirect') return action.path === undefined ? action.prefixRewrite : null
  if (action.kind !== 'forward') return null
  const { pathRewrite } = action
  if (pathRewrite === undefined) return undefined
  return pathRewrite.kind === 'prefix' ? pathRewrite.value : null
}
