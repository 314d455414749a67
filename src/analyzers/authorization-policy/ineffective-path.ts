import { texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { partsOf } from '../rules-of.ts'

export const ineffectivePath = defineAnalyzer({
  id: 'authorization-policy/ineffective-path',
  severity: 'warning',
  summary: 'A star in the middle of a path is a star.',
  why: 'Only a star at the beginning or at the end stands for anything; elsewhere it is compared as it stands, so that no real path matches. A DENY then keeps nobody out.',
  fix: 'Write `{*}` for one segment or `{**}` for the rest (since 1.22).',
  message: 'Path "{path}" matches only a path with that very star in it.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      for (const { fields, path } of partsOf(manifest)) {
        for (const field of ['paths', 'notPaths'] as const) {
          for (const [index, written] of texts(fields[field]).entries()) {
            if (!hasLiteralStar(written)) continue
            report(manifest, [...path, field, index], { path: written })
          }
        }
      }
    }
  }
})

/** A template may hold stars in braces; one at an end is a prefix or suffix. */
function hasLiteralStar(path: string): boolean {
  if (path.includes('{*}') || path.includes('{**}')) return false
  const inner = path.startsWith('*') ? path.slice(1) : path.endsWith('*') ? path.slice(0, -1) : path
  return inner.includes('*')
}
