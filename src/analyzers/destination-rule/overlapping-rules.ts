import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { qualify } from '../../mesh/host.ts'
import { list, mapOrEmpty, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { put } from '../pods.ts'

export const overlappingRules = defineAnalyzer({
  id: 'destination-rule/overlapping-rules',
  severity: 'warning',
  summary: 'Several DestinationRules of a namespace are for one host and contradict each other.',
  why: 'They are merged: subsets of all of them count, but the traffic policy of the one that was created first is taken whole, and of two subsets with one name the first. Which one that is does not stand in git.',
  fix: 'Merge them into one DestinationRule.',
  message:
    'Host "{host}" has another DestinationRule, {others}: {what} counts of the oldest alone.',
  sources: ['KIA0201'],
  check({ mesh, report }) {
    const byHost = new Map<string, Manifest[]>()
    for (const manifest of mesh.of('DestinationRule')) {
      const { spec, ref } = manifest
      // Those hold for selected clients only, and are looked at first.
      if (spec.workloadSelector !== undefined) continue
      const host = qualify(text(spec.host) ?? '', ref.namespace, mesh.config.clusterDomain)
      if (host !== '') put(byHost, `${ref.namespace}/${host.toLowerCase()}`, manifest)
    }
    for (const group of byHost.values()) {
      if (group.length < 2) continue
      const policies = group.filter(({ spec }) => spec.trafficPolicy !== undefined)
      const names = new Map<string, Manifest[]>()
      for (const manifest of group) {
        for (const subset of new Set(subsetsOf(manifest))) put(names, subset, manifest)
      }
      for (const manifest of group) {
        const what: string[] = []
        const rivals = new Set<Manifest>()
        if (policies.length > 1 && policies.includes(manifest)) {
          what.push('the traffic policy')
          for (const other of policies) rivals.add(other)
        }
        for (const subset of subsetsOf(manifest)) {
          const same = names.get(subset) ?? []
          if (same.length < 2) continue
          what.push(`subset "${subset}"`)
          for (const other of same) rivals.add(other)
        }
        rivals.delete(manifest)
        if (rivals.size === 0) continue
        const others = [...rivals].map(other => describeRef(other.ref)).sort()
        report(
          manifest,
          ['spec', 'host'],
          {
            host: text(manifest.spec.host) ?? '',
            others: others.slice(0, 5).join(', '),
            what: [...new Set(what)].join(' and ')
          },
          {
            related: [...rivals].slice(0, 5).map(other => ({
              at: { manifest: other, path: ['spec', 'host'] },
              note: 'is for the same host'
            }))
          }
        )
      }
    }
  }
})

function subsetsOf({ spec }: Manifest): string[] {
  return list(spec.subsets).flatMap(subset => text(mapOrEmpty(subset).name) ?? [])
}
