import { defineAnalyzer } from '../analyzer.ts'
import { annotatedOf } from '../annotated.ts'

export const ineffectiveAnnotation = defineAnalyzer({
  id: 'metadata/ineffective-annotation',
  severity: 'warning',
  summary: 'An annotation of Istio stands on a kind of object from which nobody reads it.',
  why: 'Most of them are for pods: on a Deployment they have to stand in `spec.template.metadata.annotations`. On the Deployment itself they do nothing.',
  fix: 'Move the annotation to where it is read; for pods that is the template.',
  message: 'Annotation "{annotation}" has no effect on a {kind}: it is read from {kinds} only.',
  sources: ['IST0107'],
  check({ mesh, report }) {
    for (const { manifest, path, name, known } of annotatedOf(mesh)) {
      if (known === null || known.on.includes('Any')) continue
      const { kind } = manifest.ref
      if (known.on.includes(kind)) continue
      report(
        manifest,
        path,
        { annotation: name, kind, kinds: known.on.join(', ') },
        { part: 'key' }
      )
    }
  }
})
