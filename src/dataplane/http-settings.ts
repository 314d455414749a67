import type { Mesh } from '../mesh/mesh.ts'

/** What the HTTP connection manager of every listener does to a path before anything sees it. */
export interface HttpSettings {
  readonly normalizePath: boolean
  readonly mergeSlashes: boolean
  readonly escapedSlashes: 'KEEP_UNCHANGED' | 'UNESCAPE_AND_FORWARD'
}

/** Source: pilot networking/core/listener_builder.go buildHTTPConnectionManager. */
export function httpSettings({ config }: Pick<Mesh, 'config'>): HttpSettings {
  const mode = config.pathNormalization
  const decodes = mode === 'DECODE_AND_MERGE_SLASHES'
  return {
    normalizePath: mode !== 'NONE',
    mergeSlashes: decodes || mode === 'MERGE_SLASHES',
    escapedSlashes: decodes ? 'UNESCAPE_AND_FORWARD' : 'KEEP_UNCHANGED'
  }
}
