import { mapOrEmpty, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

/** Removed in 1.6. Source: istio analyzers/deprecation/deprecation.go. */
const removed: readonly string[] = [
  'ClusterRbacConfig',
  'RbacConfig',
  'ServiceRole',
  'ServiceRoleBinding'
]

export const deprecatedKind = defineAnalyzer({
  id: 'custom-resource-definition/deprecated-kind',
  severity: 'warning',
  summary: 'A CustomResourceDefinition of a kind that Istio no longer reads.',
  why: 'Objects of the kind can still be applied, and look like access rules that hold; nobody reads them.',
  fix: 'Remove the definition, and write AuthorizationPolicies instead of its objects.',
  message: 'Istio does not read {kind} of rbac.istio.io any more.',
  sources: ['IST0002'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('CustomResourceDefinition')) {
      const kind = text(mapOrEmpty(manifest.spec.names).kind) ?? ''
      if (manifest.spec.group !== 'rbac.istio.io' || !removed.includes(kind)) continue
      report(manifest, ['spec', 'names', 'kind'], { kind })
    }
  }
})
