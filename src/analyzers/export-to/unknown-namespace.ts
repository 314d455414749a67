import { texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { absence } from '../selector-text.ts'

const kinds = ['VirtualService', 'DestinationRule', 'ServiceEntry'] as const

export const unknownNamespace = defineAnalyzer({
  id: 'export-to/unknown-namespace',
  severity: 'warning',
  summary: 'An object is exported to a namespace that does not exist.',
  why: 'Nobody there sees it, and who was meant does not either: routes, settings or hosts are missing for the callers without a word.',
  fix: 'Correct the name in `exportTo`, or add the Namespace.',
  message: 'No namespace "{namespace}" exists to export this to.',
  sources: ['KIA0005'],
  check({ mesh, report }) {
    // Where git declares no Namespace at all, they are taken to be made elsewhere.
    if (mesh.of('Namespace').length === 0 && !mesh.complete) return
    const known = new Set(mesh.namespaces)
    for (const kind of kinds) {
      for (const manifest of mesh.of(kind)) {
        for (const [index, namespace] of texts(manifest.spec.exportTo).entries()) {
          if (['*', '.', '~'].includes(namespace) || known.has(namespace)) continue
          const options = { certainty: absence(mesh) }
          report(manifest, ['spec', 'exportTo', index], { namespace }, options)
        }
      }
    }
  }
})
