import type { JsonMap } from './manifest.ts'
import { emptyMap, isMap } from './map.ts'

/** Metadata and type alone; an annotation holds the whole object as it was applied last. */
export function withoutSecrets(secret: JsonMap): JsonMap {
  const kept = emptyMap()
  for (const key of ['apiVersion', 'kind', 'type', 'immutable']) {
    const value = secret[key]
    if (value !== undefined) kept[key] = value
  }
  const { metadata } = secret
  if (metadata !== undefined) kept.metadata = metadata
  if (isMap(metadata) && isMap(metadata.annotations)) {
    const annotations = Object.assign(emptyMap(), metadata.annotations)
    delete annotations['kubectl.kubernetes.io/last-applied-configuration']
    kept.metadata = Object.assign(emptyMap(), metadata, { annotations })
  }
  return kept
}
