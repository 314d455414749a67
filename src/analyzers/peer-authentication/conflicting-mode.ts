import { peerAuthentication } from '../../dataplane/peer-authentication.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { mapOrEmpty } from '../../mesh/json.ts'
import { isEmptySelector } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { matchLabels } from '../selector-text.ts'

export const conflictingMode = defineAnalyzer({
  id: 'peer-authentication/conflicting-mode',
  severity: 'error',
  summary: 'Some workloads require mutual TLS in a namespace that turns it off.',
  why: 'Clients do not know which pod they will reach, and go by the mode of the namespace: they send plaintext, which these workloads refuse. Every request fails, unless a DestinationRule says ISTIO_MUTUAL.',
  fix: 'Let the namespace be PERMISSIVE, or the workloads too be without mutual TLS.',
  message:
    'Clients send plaintext to namespace "{namespace}", whose mode is DISABLE, and these workloads refuse it.',
  sources: [],
  check({ mesh, report }) {
    const accepted = peerAuthentication(mesh)
    // Of several the oldest counts.
    const wide = new Map<string, Manifest>()
    for (const manifest of mesh.of('PeerAuthentication').toReversed()) {
      if (!isEmptySelector(matchLabels(manifest.spec.selector))) continue
      wide.set(manifest.ref.namespace, manifest)
    }
    for (const manifest of mesh.of('PeerAuthentication')) {
      const { namespace } = manifest.ref
      if (isEmptySelector(matchLabels(manifest.spec.selector))) continue
      if (mapOrEmpty(manifest.spec.mtls).mode !== 'STRICT') continue
      if (accepted.namespaceMode(namespace) !== 'DISABLE') continue
      const own = wide.get(namespace) ?? wide.get(mesh.config.rootNamespace)
      report(
        manifest,
        ['spec', 'mtls', 'mode'],
        { namespace },
        {
          related:
            own === undefined
              ? []
              : [{ at: { manifest: own, path: ['spec'] }, note: 'turns mutual TLS off' }]
        }
      )
    }
  }
})
