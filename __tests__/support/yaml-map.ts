import type { JsonMap } from '../../src/manifest/manifest.ts'
import { manifestsFrom } from './side.ts'

/** YAML text as a map, by the reader of manifests. */
export function yamlMap(text: string): JsonMap {
  const wrapped = `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: x}\nspec:\n${text.replace(/^/gm, '  ')}`
  const [manifest] = manifestsFrom(wrapped)
  return manifest?.spec ?? {}
}
