import { texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { actionOf, partsOf } from '../rules-of.ts'

export const missingPathVariant = defineAnalyzer({
  id: 'authorization-policy/missing-path-variant',
  severity: 'info',
  summary:
    'A policy denies a path and not what stands beneath it, nor the path with a slash behind it.',
  why: 'Paths are compared as they are, after the normalisation of the mesh: `/admin` is neither `/admin/` nor `/Admin`, and unless the mesh merges slashes not `//admin`. Most applications take some of these for the same, so that the DENY is walked around.',
  fix: 'Deny `/admin/*` beside `/admin`, or allow what is wanted instead of denying.',
  message: 'Path "{path}" is denied, and "{path}/" is not.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      if (actionOf(manifest) !== 'DENY') continue
      for (const { kind, fields, path } of partsOf(manifest)) {
        if (kind !== 'operation') continue
        const paths = texts(fields.paths)
        for (const [index, written] of paths.entries()) {
          // A file has nothing beneath it.
          if (/[*{}]|\/$|\.[a-z0-9]+$/.test(written)) continue
          if (paths.some(other => takes(other, `${written}/`))) continue
          report(manifest, [...path, 'paths', index], { path: written })
        }
      }
    }
  }
})

function takes(pattern: string, path: string): boolean {
  if (pattern.includes('{')) return true
  if (pattern.endsWith('*')) return path.startsWith(pattern.slice(0, -1))
  return pattern.startsWith('*') ? path.endsWith(pattern.slice(1)) : pattern === path
}
