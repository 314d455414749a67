import type { MeshConfig } from '../mesh/mesh-config.ts'

/**
 * What the proxy makes of a request path before anything sees it: no fragment, and the normalisation of
 * the mesh. The query is kept apart.
 * Source: pilot core/listener_builder.go buildHTTPConnectionManager; Envoy path_utility.cc.
 */
export function normalizePath(
  raw: string,
  mode: MeshConfig['pathNormalization']
): { readonly path: string; readonly query: string | null } {
  const hash = raw.indexOf('#')
  const whole = hash < 0 ? raw : raw.slice(0, hash)
  const mark = whole.indexOf('?')
  const query = mark < 0 ? null : whole.slice(mark + 1)
  let path = mark < 0 ? whole : whole.slice(0, mark)
  if (path === '') path = '/'
  if (mode === 'NONE') return { path, query }
  if (mode === 'DECODE_AND_MERGE_SLASHES') {
    path = path.replace(/%2f/gi, '/').replace(/%5c/gi, '\\')
  }
  path = canonical(path)
  if (mode !== 'BASE') path = merged(path)
  return { path, query }
}

/** Slashes alone keep their first and their last. Source: Envoy path_utility.cc mergeSlashes. */
function merged(path: string): string {
  return /^\/{2,}$/.test(path) ? '//' : path.replace(/\/{2,}/g, '/')
}

/**
 * Backslashes are slashes, escapes of unreserved characters are decoded, what a URL cannot hold is escaped,
 * dot segments are resolved. Source: Envoy chromium_url url_canon_path.cc.
 */
function canonical(path: string): string {
  const escaped = path.replace(/["<>`{}]/g, character => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  })
  const decoded = escaped
    .replace(/\\/g, '/')
    .replace(/%([0-9A-Fa-f]{2})/g, (whole, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16))
      return /[A-Za-z0-9\-._~]/.test(character) ? character : whole
    })
  const segments = decoded.split('/').slice(1)
  const kept: string[] = []
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1
    if (segment === '.') {
      if (last) kept.push('')
    } else if (segment === '..') {
      kept.pop()
      if (last) kept.push('')
    } else kept.push(segment)
  }
  return `/${kept.join('/')}`
}

/** The path that goes upstream. Source: Envoy router config_impl.cc rewritePathHeader. */
export function replacePrefix(path: string, matched: string | null, replacement: string): string {
  return matched === null ? replacement : replacement + path.slice(matched.length)
}
