import type { Config, MeshSelection } from './config.ts'

/** Name of the mesh where nothing is configured. */
export const DEFAULT_MESH = 'default'

/** The meshes that hold a file, in the order of the configuration; context files count. */
export function meshesOfPath(config: Config, path: string): readonly string[] {
  if (config.meshes.length === 0) return [DEFAULT_MESH]
  return config.meshes.filter(mesh => holdsPath(mesh, path)).map(mesh => mesh.name)
}

export function holdsPath(mesh: MeshSelection, path: string): boolean {
  if (mesh.context.some(pattern => selectsPath(pattern, path))) return true
  return (
    mesh.paths.some(pattern => selectsPath(pattern, path)) &&
    !mesh.exclude.some(pattern => selectsPath(pattern, path))
  )
}

/**
 * Patterns from the repository's root: `*` and `?` stay within a segment, `**` spans any number of them, and a
 * pattern that names a folder means everything beneath it. `.` is the root.
 */
export function selectsPath(pattern: string, path: string): boolean {
  const wanted = pattern.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '')
  if (wanted === '' || wanted === '.') return true
  return segmentsMatch(wanted.split('/'), path.split('/'))
}

/** Row by row: `open[j]` says that the first i patterns match the first j segments. */
function segmentsMatch(patterns: readonly string[], segments: readonly string[]): boolean {
  let open = [true, ...segments.map(() => false)]
  for (const pattern of patterns) {
    const next: boolean[] = [pattern === '**' && open[0] === true]
    for (const [j, segment] of segments.entries()) {
      next.push(
        pattern === '**'
          ? next[j] === true || open[j + 1] === true
          : open[j] === true && segmentMatches(pattern, segment)
      )
    }
    open = next
  }
  // A folder's name selects what is beneath it.
  return open.some((matched, j) => matched && j > 0)
}

/** Two pointers with one way back: linear in practice, never worse than pattern × text. */
function segmentMatches(pattern: string, text: string): boolean {
  let p = 0
  let t = 0
  let star = -1
  let resume = 0
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++
      resume = t
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++
      t++
    } else if (star >= 0) {
      p = star + 1
      t = ++resume
    } else {
      return false
    }
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}
