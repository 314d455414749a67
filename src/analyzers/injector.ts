import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { isMap, mapOrEmpty, text } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'

/** `istio-sidecar-injector`, or with a revision `istio-sidecar-injector-canary`. */
export function injectorName(revision: string): string {
  const name = 'istio-sidecar-injector'
  return revision === '' || revision === 'default' ? name : `${name}-${revision}`
}

/** The values of the sidecar injectors that git holds, by the name of their ConfigMap. */
export function injectorValues(mesh: Mesh): ReadonlyMap<string, JsonMap> {
  const found = new Map<string, JsonMap>()
  for (const manifest of mesh.of('ConfigMap')) {
    if (manifest.ref.name.startsWith('istio-sidecar-injector')) {
      found.set(manifest.ref.name, valuesOf(manifest))
    }
  }
  return found
}

function valuesOf({ object }: Manifest): JsonMap {
  const written = text(mapOrEmpty(object.data).values)
  if (written === undefined) return {}
  try {
    const values: unknown = JSON.parse(written)
    return isMap(values) ? values : {}
  } catch {
    // A broken ConfigMap of the injector says nothing; istiod logs it and goes on with its last values.
    return {}
  }
}
