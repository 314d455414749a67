import type { Manifest } from '../../manifest/manifest.ts'
import { filled, list, map, mapOrEmpty, texts } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { isPrivateTo, visibility } from '../../mesh/visibility.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { absence } from '../selector-text.ts'

export const unknownDelegate = defineAnalyzer({
  id: 'virtual-service/unknown-delegate',
  severity: 'error',
  summary: 'A rule hands its requests to a VirtualService that cannot take them.',
  why: 'The rule alone disappears without a word, and later rules catch its requests. A delegate has no hosts of its own, and is exported to the namespace of who delegates.',
  fix: 'Correct name and `namespace` of the delegate, remove its `hosts`, or export it.',
  message:
    'The delegate "{delegate}" of namespace "{namespace}" {problem}, so that this rule disappears.',
  sources: [],
  check({ mesh, report }) {
    const held = new Set(mesh.of('VirtualService').map(({ ref }) => ref.namespace))
    for (const manifest of mesh.of('VirtualService')) {
      for (const [index, rule] of list(manifest.spec.http).entries()) {
        const delegate = map(mapOrEmpty(rule).delegate)
        if (delegate === undefined) continue
        const namespace = filled(delegate.namespace) ?? manifest.ref.namespace
        const name = filled(delegate.name) ?? ''
        const target = mesh.get({ ...manifest.ref, namespace, name })
        // Where git holds no VirtualService of the namespace at all, they are taken to live elsewhere.
        if (target === undefined && !held.has(namespace) && !mesh.complete) continue
        const problem = problemOf(target, manifest.ref.namespace, mesh)
        if (problem === null) continue
        report(
          manifest,
          ['spec', 'http', index, 'delegate', 'name'],
          { delegate: name, namespace, problem },
          {
            certainty: target === undefined ? absence(mesh) : 'certain',
            related:
              target === undefined
                ? []
                : [{ at: { manifest: target, path: ['spec'] }, note: 'the delegate' }]
          }
        )
      }
    }
  }
})

/** Source: pilot model/virtualservice_controller.go mergeVirtualServices. */
function problemOf(target: Manifest | undefined, root: string, mesh: Mesh): string | null {
  if (target === undefined) return 'does not exist'
  if (texts(target.spec.hosts).length > 0) return 'has hosts of its own'
  const entries = texts(target.spec.exportTo)
  const to = visibility(
    entries.filter(entry => entry !== '~'),
    target.ref.namespace,
    entries.length > 0 ? ['~'] : mesh.config.defaultVirtualServiceExportTo
  )
  return to === 'public' || isPrivateTo(to, root) ? null : `is not exported to "${root}"`
}
