import { defineAnalyzer } from '../analyzer.ts'
import { annotatedOf } from '../annotated.ts'
import { annotationMinors, istioAnnotationNames } from '../istio-annotations.ts'
import { nearestName } from '../nearest.ts'

export const unknownAnnotation = defineAnalyzer({
  id: 'metadata/unknown-annotation',
  severity: 'warning',
  summary: 'An annotation under istio.io that no part of this Istio reads.',
  why: 'Kubernetes takes every annotation, and Istio ignores those that it does not know without a word, so that a misspelt setting looks as if it were in force.',
  fix: 'Correct the name, or remove the annotation.',
  message: 'Istio does not know the annotation "{annotation}"{suggestion}.',
  sources: ['IST0108'],
  check({ mesh, report }) {
    for (const { manifest, path, name, known } of annotatedOf(mesh)) {
      if (known !== null) continue
      report(manifest, path, { annotation: name, suggestion: suggestion(name) }, { part: 'key' })
    }
  }
})

function suggestion(name: string): string {
  const minors = annotationMinors(name)
  if (minors !== null) return ` here: it is known ${minors}`
  const nearest = nearestName(name, istioAnnotationNames)
  return nearest === null ? '' : `; "${nearest}" is one`
}
