import type { Manifest } from '../../manifest/manifest.ts'
import { list, mapOrEmpty, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { annotatedOf } from '../annotated.ts'

/** Set by the injector where the CNI plugin is in use. */
const setByInjector: readonly string[] = [
  'sidecar.istio.io/interceptionMode',
  'traffic.sidecar.istio.io/includeInboundPorts',
  'traffic.sidecar.istio.io/excludeInboundPorts',
  'traffic.sidecar.istio.io/includeOutboundIPRanges'
]

export const unsupportedAnnotation = defineAnalyzer({
  id: 'metadata/unsupported-annotation',
  severity: 'info',
  summary: 'An annotation whose feature status is alpha.',
  why: 'Alpha features may change or go away with any minor, and are not fit for production by the words of the project. Most annotations of Istio are alpha, so this is looked for only on request.',
  fix: 'Prefer a field of a resource that is stable, where there is one.',
  message: 'Annotation "{annotation}" is alpha: it may change with any minor.',
  sources: ['IST0136'],
  optional: true,
  check({ mesh, report }) {
    for (const { manifest, path, name, known } of annotatedOf(mesh)) {
      if (known?.alpha !== true) continue
      if (setByInjector.includes(name) && hasNoInitContainer(manifest)) continue
      report(manifest, path, { annotation: name }, { part: 'key' })
    }
  }
})

/** Without it the CNI plugin sets the traffic up, and the injector writes annotations for it. */
function hasNoInitContainer({ ref, spec }: Manifest): boolean {
  if (ref.kind !== 'Pod') return false
  return !list(spec.initContainers).some(
    container => text(mapOrEmpty(container).name) === 'istio-init'
  )
}
