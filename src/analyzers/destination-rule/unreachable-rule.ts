import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { isWildcard, kubernetesService, qualify } from '../../mesh/host.ts'
import { text, texts } from '../../mesh/json.ts'
import { isVisible, visibility } from '../../mesh/visibility.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { wildcardIndex } from '../wildcards.ts'

export const unreachableRule = defineAnalyzer({
  id: 'destination-rule/unreachable-rule',
  severity: 'warning',
  summary: 'Nobody looks a DestinationRule up, or some callers find another one first.',
  why: 'A client looks in its own namespace, then in that of the service, then in the root namespace, and takes the first place that has a rule for the host, be it a wildcard. A rule in a third namespace is never found, and a wildcard in the namespace of the client hides the exact rule of the service.',
  fix: 'Keep the rule of a host in the namespace of its service, and wildcards in the root namespace.',
  message: 'This DestinationRule does not hold {where}: {reason}.',
  sources: [],
  check({ mesh, report }) {
    const { rootNamespace, clusterDomain } = mesh.config
    const wildcards: [pattern: string, manifest: Manifest][] = []
    for (const manifest of mesh.of('DestinationRule')) {
      const { spec, ref } = manifest
      const host = text(spec.host) ?? ''
      if (spec.workloadSelector !== undefined || ref.namespace === rootNamespace) continue
      if (isWildcard(host)) wildcards.push([host, manifest])
    }
    const covering = wildcardIndex(wildcards)
    for (const manifest of mesh.of('DestinationRule')) {
      const { spec, ref } = manifest
      const host = qualify(text(spec.host) ?? '', ref.namespace, clusterDomain)
      const owner = kubernetesService(host, clusterDomain)?.namespace
      if (owner !== ref.namespace) continue
      const exportTo = visibility(
        texts(spec.exportTo),
        ref.namespace,
        mesh.config.defaultDestinationRuleExportTo
      )
      const hidden = new Set<string>()
      for (const hiding of covering(host)) {
        const { namespace } = hiding.ref
        if (namespace === ref.namespace || hidden.has(namespace)) continue
        if (!isVisible(exportTo, namespace)) continue
        hidden.add(namespace)
        // A rule that many namespaces hide needs no more than a few of them.
        if (hidden.size > 5) break
        report(
          manifest,
          ['spec', 'host'],
          {
            where: `for callers in namespace "${namespace}"`,
            reason: `there ${describeRef(hiding.ref)} is found first`
          },
          {
            related: [{ at: { manifest: hiding, path: ['spec', 'host'] }, note: 'is found first' }]
          }
        )
      }
    }
  }
})
