import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { filled, mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { targetsOf } from '../http-policies.ts'
import { podsOf, put } from '../pods.ts'
import { actionOf } from '../rules-of.ts'
import { matchLabels } from '../selector-text.ts'

export const conflictingProviders = defineAnalyzer({
  id: 'authorization-policy/conflicting-providers',
  severity: 'error',
  summary: 'CUSTOM policies ask several providers about one workload.',
  why: 'The control plane takes one provider for a workload, unless PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS is on (since 1.30): with two, every request that one of the policies matches is denied.',
  fix: 'Ask one provider, or make the selectors exclude each other.',
  message:
    'Provider "{provider}" is asked about workload "{workload}" by this policy, and "{other}" by {policy}.',
  sources: [],
  check({ mesh, report }) {
    if (mesh.features.has('several-custom-providers')) return
    const customs = mesh
      .of('AuthorizationPolicy')
      .filter(one => actionOf(one) === 'CUSTOM' && targetsOf(one).length === 0)
    if (new Set(customs.map(providerOf)).size < 2) return
    const byPod = new Map<string, Manifest[]>()
    const reported = new Set<Manifest>()
    for (const manifest of customs) {
      const isRoot = manifest.ref.namespace === mesh.config.rootNamespace
      const namespace = isRoot ? undefined : manifest.ref.namespace
      const labels = matchLabels(manifest.spec.selector)
      for (const pod of podsOf(mesh).selectedBy(labels, namespace, 1000)) {
        put(byPod, `${pod.namespace}/${pod.manifest.ref.kind}/${pod.name}`, manifest)
      }
    }
    for (const [pod, policies] of byPod) {
      const [first] = policies
      if (first === undefined) continue
      const rival = policies.find(one => providerOf(one) !== providerOf(first))
      if (rival === undefined) continue
      for (const manifest of policies) {
        const other = providerOf(manifest) === providerOf(first) ? rival : first
        if (reported.has(manifest)) continue
        reported.add(manifest)
        report(
          manifest,
          ['spec', 'provider', 'name'],
          {
            provider: providerOf(manifest),
            workload: pod.slice(pod.lastIndexOf('/') + 1),
            other: providerOf(other),
            policy: describeRef(other.ref)
          },
          {
            related: [
              { at: { manifest: other, path: ['spec', 'provider', 'name'] }, note: 'asks another' }
            ]
          }
        )
      }
    }
  }
})

function providerOf({ spec }: Manifest): string {
  return filled(mapOrEmpty(spec.provider).name) ?? ''
}
