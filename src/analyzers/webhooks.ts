import type { FieldPath } from '../finding.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { list, map, text } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'

/** One webhook of a configuration. */
export interface Webhook {
  readonly manifest: Manifest
  readonly path: FieldPath
  readonly name: string
  readonly fields: JsonMap
}

export function webhooksOf(manifest: Manifest): Webhook[] {
  return list(manifest.object.webhooks).flatMap((entry, index) => {
    const fields = map(entry)
    if (fields === undefined) return []
    return [{ manifest, path: ['webhooks', index], name: text(fields.name) ?? '', fields }]
  })
}

/** Webhooks of Istio's validator and injector, by the names that its installation gives them. */
export function* controlPlaneWebhooks(mesh: Mesh): Generator<Webhook> {
  for (const manifest of mesh.of('ValidatingWebhookConfiguration')) {
    const { name } = manifest.ref
    if (name === 'istiod-default-validator' || name.startsWith('istio-validator')) {
      yield* webhooksOf(manifest)
    }
  }
  for (const manifest of mesh.of('MutatingWebhookConfiguration')) {
    if (manifest.ref.name.startsWith('istio-sidecar-injector')) yield* webhooksOf(manifest)
  }
}
