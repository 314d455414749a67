import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { qualify } from '../../mesh/host.ts'
import { list, mapOrEmpty, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { put } from '../pods.ts'

/** Others that a message names; many for one host cost no more than few. */
const NAMED = 5

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
      const policies = byName(group.filter(({ spec }) => spec.trafficPolicy !== undefined))
      const names = new Map<string, Manifest[]>()
      for (const manifest of byName(group)) {
        for (const subset of new Set(subsetsOf(manifest))) put(names, subset, manifest)
      }
      for (const manifest of group) {
        const what: string[] = []
        const rivals = new Set<Manifest>()
        if (policies.length > 1 && manifest.spec.trafficPolicy !== undefined) {
          what.push('the traffic policy')
          for (const other of policies.slice(0, NAMED + 1)) rivals.add(other)
        }
        for (const subset of subsetsOf(manifest)) {
          const same = names.get(subset) ?? []
          if (same.length < 2) continue
          what.push(`subset "${subset}"`)
          for (const other of same.slice(0, NAMED + 1)) rivals.add(other)
        }
        rivals.delete(manifest)
        if (rivals.size === 0) continue
        const others = byName([...rivals]).slice(0, NAMED)
        report(
          manifest,
          ['spec', 'host'],
          {
            host: text(manifest.spec.host) ?? '',
            others: others.map(other => describeRef(other.ref)).join(', '),
            what: [...new Set(what)].join(' and ')
          },
          {
            related: others.map(other => ({
              at: { manifest: other, path: ['spec', 'host'] },
              note: 'is for the same host'
            }))
          }
        )
      }
    }
  }
})

function byName(manifests: readonly Manifest[]): Manifest[] {
  const named = manifests.map(manifest => ({ manifest, name: describeRef(manifest.ref) }))
  named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  return named.map(({ manifest }) => manifest)
}

function subsetsOf({ spec }: Manifest): string[] {
  return list(spec.subsets).flatMap(subset => text(mapOrEmpty(subset).name) ?? [])
}
