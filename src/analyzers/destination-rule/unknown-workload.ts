import { list, map, text, textMap } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { type Labels, selectorText, selects } from '../../mesh/selector.ts'
import type { Service } from '../../mesh/service.ts'
import type { Workload } from '../../mesh/workload.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { servicesFor } from '../destination-lookup.ts'
import { podSpec } from '../in-mesh.ts'
import { type Pods, podsOf } from '../pods.ts'
import { absence } from '../selector-text.ts'

export const unknownWorkload = defineAnalyzer({
  id: 'destination-rule/unknown-workload',
  severity: 'error',
  summary: 'A subset of a DestinationRule selects no workload.',
  why: 'Its cluster has no endpoints, so every request that a route sends to the subset is answered 503.',
  fix: 'Select by labels that the pod templates carry, or remove the subset with the routes to it.',
  message: 'Subset "{subset}" of "{host}" selects no workload: none carries {labels}.',
  sources: ['IST0173', 'KIA0203'],
  since: '1.25',
  check({ mesh, report }) {
    for (const manifest of mesh.of('DestinationRule')) {
      const host = text(manifest.spec.host) ?? ''
      const [service] = servicesFor(mesh, host, manifest)
      if (service === undefined || !canJudge(service, mesh)) continue
      for (const [index, entry] of list(manifest.spec.subsets).entries()) {
        const subset = map(entry)
        if (subset === undefined) continue
        const labels = { ...entrySelector(service), ...textMap(subset.labels) }
        if (selectsSome(mesh, labels)) continue
        const params = { subset: text(subset.name) ?? '', host, labels: selectorText(labels) }
        const place = subset.labels === undefined ? 'name' : 'labels'
        report(manifest, ['spec', 'subsets', index, place], params, { certainty: absence(mesh) })
      }
    }
  }
})

/** Git has to hold the workloads of the service's namespace; endpoints that an entry lists itself are no pods. */
function canJudge(service: Service, mesh: Mesh): boolean {
  if (mesh.complete) return true
  if (service.registry !== 'Kubernetes') return false
  return podsOf(mesh).in(service.namespace).length > 0
}

function entrySelector(service: Service): Labels {
  return service.registry === 'External' ? (service.selector ?? {}) : {}
}

const TOPOLOGY = /^(?:topology\.(?:kubernetes|istio)\.io|kubernetes\.io)\//

/** Labels that pods get from their Node count too. Source: istio analyzers/destinationrule/subset.go. */
function selectsSome(mesh: Mesh, labels: Labels): boolean {
  const pods = podsOf(mesh)
  if (pods.selectedBy(labels, undefined, 1).length > 0) return true
  const entries = Object.entries(labels)
  const own = Object.fromEntries(entries.filter(([key]) => !TOPOLOGY.test(key)))
  if (Object.keys(own).length === entries.length) return false
  const candidates = pods.selectedBy(own)
  // Without the Nodes nobody knows where the pods will run.
  if (!mesh.complete) return candidates.length > 0
  return placed(candidates, mesh, labels)
}

function placed(candidates: Pods['all'], mesh: Mesh, labels: Labels): boolean {
  const nodes = new Map(mesh.of('Node').map(node => [node.ref.name, node.labels]))
  return candidates.some(pod => selects(labels, { ...pod.labels, ...topologyOf(pod, nodes) }))
}

function topologyOf(pod: Workload, nodes: ReadonlyMap<string, Labels>): Labels {
  const node = text(podSpec(pod).nodeName)
  if (node === undefined) return {}
  const labels = nodes.get(node) ?? {}
  const found: Record<string, string> = { 'kubernetes.io/hostname': node }
  const region = labels['topology.kubernetes.io/region'] ?? ''
  if (region === '') return found
  found['topology.kubernetes.io/region'] = region
  const zone = labels['topology.kubernetes.io/zone'] ?? ''
  if (zone === '') return found
  found['topology.kubernetes.io/zone'] = zone
  const subzone = labels['topology.istio.io/subzone'] ?? ''
  if (subzone !== '') found['topology.istio.io/subzone'] = subzone
  return found
}
