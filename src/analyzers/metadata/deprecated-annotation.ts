import { defineAnalyzer } from '../analyzer.ts'
import { annotatedOf } from '../annotated.ts'
import { isDeprecated } from '../istio-annotations.ts'

const inject = 'sidecar.istio.io/inject'

export const deprecatedAnnotation = defineAnalyzer({
  id: 'metadata/deprecated-annotation',
  severity: 'info',
  summary: 'An annotation that this Istio calls deprecated.',
  why: 'It may stop working with any later minor. For `sidecar.istio.io/inject` the label of the same name is the one that the webhook sees in time.',
  fix: 'Use what replaced it: for `sidecar.istio.io/inject` the label of that name.',
  message: 'Annotation "{annotation}" is deprecated{instead}.',
  sources: ['IST0135'],
  check({ mesh, report }) {
    for (const { manifest, path, name, known } of annotatedOf(mesh)) {
      if (known === null || !isDeprecated(known, mesh.version.minor)) continue
      // Who has the label as well keeps the annotation for old webhooks.
      if (name === inject && manifest.labels[inject] !== undefined) continue
      const instead = name === inject ? '; use the label of the same name' : ''
      report(manifest, path, { annotation: name, instead }, { part: 'key' })
    }
  }
})
