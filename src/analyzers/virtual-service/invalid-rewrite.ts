import { filled, list, map, mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const invalidRewrite = defineAnalyzer({
  id: 'virtual-service/invalid-rewrite',
  severity: 'warning',
  summary: 'A rewritten path is not what it looks like.',
  why: 'The characters of the prefix are replaced as they are, without a look at slashes: prefix `/` with rewrite `/v2` makes `/v2cart` of `/cart`, and prefix `/api` with rewrite `/` makes `//cart` of `/api/cart`. Where the match is a regular expression the whole path is replaced.',
  fix: 'End prefix and rewrite both with a slash, or both without; for a regular expression use `uriRegexRewrite`.',
  message: 'Path "{before}" becomes "{after}".',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      for (const [index, rule] of list(manifest.spec.http).entries()) {
        const { rewrite, match } = mapOrEmpty(rule)
        const to = filled(mapOrEmpty(rewrite).uri)
        if (to === undefined) continue
        for (const entry of list(match)) {
          const uri = map(mapOrEmpty(entry).uri)
          const example = uri === undefined ? null : surprise(uri, to)
          if (example === null) continue
          const { isJoined, ...params } = example
          const severity = isJoined ? 'warning' : 'info'
          report(manifest, ['spec', 'http', index, 'rewrite', 'uri'], params, { severity })
          break
        }
      }
    }
  }
})

interface Surprise {
  readonly [name: string]: string | boolean
  readonly before: string
  readonly after: string
  /** Two words run together, which no server takes for the path that is meant. */
  readonly isJoined: boolean
}

/** Source: Envoy prefix_rewrite; for other matches the whole path is the prefix. */
function surprise(uri: ReturnType<typeof mapOrEmpty>, to: string): Surprise | null {
  const prefix = filled(uri.prefix)
  if (filled(uri.regex) !== undefined) {
    return { before: '(whatever the expression matches)', after: to, isJoined: false }
  }
  if (prefix === undefined || prefix.endsWith('/') === to.endsWith('/')) return null
  const before = prefix.endsWith('/') ? `${prefix}cart` : `${prefix}/cart`
  return { before, after: `${to}${before.slice(prefix.length)}`, isJoined: prefix.endsWith('/') }
}
