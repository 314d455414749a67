import type { Manifest } from '../../manifest/manifest.ts'
import { list } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { othersOf, severalInNamespace } from '../sharing.ts'

export const duplicateDefault = defineAnalyzer({
  id: 'telemetry/duplicate-default',
  severity: 'error',
  summary: 'A namespace has several Telemetries for all of its workloads.',
  why: 'Only the one that was created first holds; what the others say about logs, metrics and traces is not done.',
  fix: 'Keep one Telemetry without `selector` in a namespace.',
  message:
    'Namespace "{namespace}" has another Telemetry without a selector, {others}; only the oldest takes effect.',
  sources: ['IST0160', 'KIA0002'],
  check({ mesh, report }) {
    for (const group of severalInNamespace(mesh.of('Telemetry').filter(isDefault))) {
      for (const manifest of group) {
        const { namespace } = manifest.ref
        report(manifest, ['metadata', 'name'], { namespace, others: othersOf(manifest, group) })
      }
    }
  }
})

/** One that is attached to a Gateway or Service by reference is not for the namespace. */
function isDefault({ spec }: Manifest): boolean {
  if (spec.targetRef !== undefined || list(spec.targetRefs).length > 0) return false
  return spec.selector === undefined || spec.selector === null
}
