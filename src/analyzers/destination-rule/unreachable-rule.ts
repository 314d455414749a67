import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { isSubset, isWildcard, kubernetesService, qualify } from '../../mesh/host.ts'
import { text, texts } from '../../mesh/json.ts'
import { visibility } from '../../mesh/visibility.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { put } from '../pods.ts'

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
    const wildcards = new Map<string, { manifest: Manifest; host: string }[]>()
    for (const manifest of mesh.of('DestinationRule')) {
      const { spec, ref } = manifest
      const host = text(spec.host) ?? ''
      if (spec.workloadSelector !== undefined || ref.namespace === rootNamespace) continue
      if (isWildcard(host)) put(wildcards, ref.namespace, { manifest, host })
    }
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
      for (const [namespace, rules] of wildcards) {
        if (namespace === ref.namespace || exportTo === 'none') continue
        if (exportTo !== 'public' && !exportTo.has(namespace)) continue
        const hiding = rules.find(rule => isSubset(host, rule.host))
        if (hiding === undefined) continue
        report(
          manifest,
          ['spec', 'host'],
          {
            where: `for callers in namespace "${namespace}"`,
            reason: `there ${describeRef(hiding.manifest.ref)} is found first`
          },
          {
            severity: 'warning',
            related: [
              { at: { manifest: hiding.manifest, path: ['spec', 'host'] }, note: 'is found first' }
            ]
          }
        )
      }
    }
  }
})
