import { isEmptySelector } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { matchLabels } from '../selector-text.ts'

export const ineffectiveRootSelector = defineAnalyzer({
  id: 'peer-authentication/ineffective-root-selector',
  severity: 'warning',
  summary: 'A PeerAuthentication of the root namespace selects workloads by labels.',
  why: 'In the root namespace only one without a selector counts, for the whole mesh. With a selector it is ignored: workloads that were meant keep the mode of their namespace or of the mesh.',
  fix: 'Write it in the namespace of the workloads, or remove the selector.',
  message:
    'This PeerAuthentication holds for nothing: in the root namespace "{namespace}" selectors are ignored.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('PeerAuthentication')) {
      const { namespace } = manifest.ref
      if (namespace !== mesh.config.rootNamespace) continue
      if (isEmptySelector(matchLabels(manifest.spec.selector))) continue
      report(manifest, ['spec', 'selector'], { namespace }, { part: 'key' })
    }
  }
})
