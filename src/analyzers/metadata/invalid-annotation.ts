import { defineAnalyzer } from '../analyzer.ts'
import { annotatedOf } from '../annotated.ts'
import { annotationProblem } from '../annotation-values.ts'

export const invalidAnnotation = defineAnalyzer({
  id: 'metadata/invalid-annotation',
  severity: 'warning',
  summary: 'The value of an annotation is one that the sidecar injector refuses.',
  why: 'The injector fails for the whole pod: depending on the failure policy of its webhook the pod is not created, or runs without a proxy.',
  fix: 'Correct the value.',
  message: 'The injector refuses "{value}" for annotation "{annotation}": {problem}.',
  sources: ['IST0125'],
  check({ mesh, report }) {
    for (const { manifest, path, name, value, known } of annotatedOf(mesh)) {
      // On other kinds it is not read at all, which is a finding of its own.
      if (known === null || !known.on.includes(manifest.ref.kind)) continue
      const problem = annotationProblem(name, value)
      if (problem !== null) report(manifest, path, { annotation: name, value, problem })
    }
  }
})
