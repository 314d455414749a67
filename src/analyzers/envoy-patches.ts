import type { FieldPath } from '../finding.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { filled, list, map, mapOrEmpty, number, text } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'

/** One entry of `configPatches`. */
export interface EnvoyPatch {
  readonly manifest: Manifest
  readonly path: FieldPath
  readonly operation: string
  readonly applyTo: string
  /** 0 where the filter gives none. */
  readonly priority: number
  /** What the patch is about, to compare with others; empty names are equal. */
  readonly target: string
  readonly proxyVersion: string | undefined
}

/** Patches of every EnvoyFilter; of one filter those before an entry without a patch, as istioctl reads them. */
export function* envoyPatches(mesh: Mesh): Generator<EnvoyPatch> {
  for (const manifest of mesh.of('EnvoyFilter')) {
    const priority = number(manifest.spec.priority) ?? 0
    for (const [index, entry] of list(manifest.spec.configPatches).entries()) {
      const fields = mapOrEmpty(entry)
      const patch = map(fields.patch)
      if (patch === undefined) break
      const match = mapOrEmpty(fields.match)
      yield {
        manifest,
        path: ['spec', 'configPatches', index],
        operation: text(patch.operation) ?? '',
        applyTo: text(fields.applyTo) ?? '',
        priority,
        target: targetOf(patch, match),
        proxyVersion: filled(mapOrEmpty(match.proxy).proxyVersion)
      }
    }
  }
}

/** A filter that is written anew is named by itself, one that is changed by the match. */
function targetOf(patch: JsonMap, match: JsonMap): string {
  const value = map(patch.value)
  if (value === undefined || Object.keys(value).length === 0) return ''
  if (value.name !== undefined) return `value ${text(value.name) ?? ''}`
  const chain = mapOrEmpty(mapOrEmpty(match.listener).filterChain)
  return text(mapOrEmpty(chain.filter).name) ?? ''
}
