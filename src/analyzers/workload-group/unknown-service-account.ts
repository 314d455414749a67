import { filled, mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { absence } from '../selector-text.ts'

export const unknownServiceAccount = defineAnalyzer({
  id: 'workload-group/unknown-service-account',
  severity: 'warning',
  summary: 'Machines of a WorkloadGroup are to run under a service account that does not exist.',
  why: 'The certificate of a machine is issued for its token of that account: without the account it gets neither, and does not join the mesh.',
  fix: 'Correct the name, or add the ServiceAccount to the namespace of the WorkloadGroup.',
  message: 'Namespace "{namespace}" has no service account "{account}".',
  sources: ['KIA1701'],
  check({ mesh, report }) {
    const declared = new Map<string, Set<string>>()
    for (const { ref } of mesh.of('ServiceAccount')) {
      const known = declared.get(ref.namespace) ?? new Set(['default'])
      declared.set(ref.namespace, known.add(ref.name))
    }
    for (const manifest of mesh.of('WorkloadGroup')) {
      const { namespace } = manifest.ref
      const account = filled(mapOrEmpty(manifest.spec.template).serviceAccount)
      const known = declared.get(namespace)
      if (account === undefined || known?.has(account) === true) continue
      // Where git declares no account of the namespace, they are taken to be made elsewhere.
      if (known === undefined && !mesh.complete) continue
      if (account === 'default') continue
      const path = ['spec', 'template', 'serviceAccount']
      report(manifest, path, { namespace, account }, { certainty: absence(mesh) })
    }
  }
})
