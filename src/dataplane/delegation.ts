import type { Json, Manifest } from '../manifest/manifest.ts'
import { filled, list, map, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'

/**
 * The same mesh, in which every rule that delegates answers with the delegate's name: so a request shows to which
 * VirtualService it is handed, whether that one exists or not.
 */
export function answeringDelegates(mesh: Mesh): Mesh {
  const answering = new Map<string, readonly Manifest[]>()
  return Object.create(mesh, {
    of: {
      value: (kind: string, group?: string) => {
        const found = mesh.of(kind, group)
        if (kind !== 'VirtualService') return found
        const made = answering.get(kind) ?? found.map(answeringManifest)
        answering.set(kind, made)
        return made
      }
    }
  })
}

function answeringManifest(manifest: Manifest): Manifest {
  const rules = list(manifest.spec.http)
  const delegates = rules.some(rule => map(map(rule)?.delegate) !== undefined)
  if (!delegates || texts(manifest.spec.hosts).length === 0) return manifest
  const http = rules.map(rule => answeringRule(rule, manifest.ref.namespace))
  return Object.create(manifest, { spec: { value: { ...manifest.spec, http } } })
}

function answeringRule(rule: Json, namespace: string): Json {
  const fields = map(rule)
  const delegate = map(fields?.delegate)
  if (fields === undefined || delegate === undefined) return rule
  const { delegate: _, redirect: __, rewrite: ___, ...rest } = fields
  const name = `${filled(delegate.namespace) ?? namespace}/${filled(delegate.name) ?? ''}`
  return { ...rest, directResponse: { status: 200, body: { string: name } } }
}
