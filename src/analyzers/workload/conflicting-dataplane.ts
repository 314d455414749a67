import type { Mesh } from '../../mesh/mesh.ts'
import type { Workload } from '../../mesh/workload.ts'
import { isAmbientNamespace } from '../ambient.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { isRedirected, podSpec, proxyImage } from '../in-mesh.ts'
import { podsOf } from '../pods.ts'

const MODE = 'istio.io/dataplane-mode'
const INJECT = 'sidecar.istio.io/inject'

export const conflictingDataplane = defineAnalyzer({
  id: 'workload/conflicting-dataplane',
  severity: 'warning',
  summary: 'Pods are asked to run with a sidecar and in ambient mode.',
  why: 'A pod has one data plane. One with a sidecar is left alone by ztunnel, so that policies and routes for ambient mode do not hold for it; a Sidecar, selectors and templates for injection do nothing in the other case.',
  fix: 'Keep one: label the pods `istio.io/dataplane-mode: none` to keep the sidecar, or take the sidecar away.',
  message: 'Workload "{workload}" is asked for in two ways: {one}, and {other}.',
  sources: ['KIA1311', 'KIA1314', 'KIA1315', 'KIA1316'],
  check({ mesh, report }) {
    for (const pod of podsOf(mesh).all) {
      const found = conflict(mesh, pod)
      if (found === null) continue
      const { one, other, sources, key } = found
      const path = key === null ? pod.labelsPath : [...pod.labelsPath, key]
      report(
        pod.manifest,
        path,
        { workload: pod.name, one, other },
        { sources, ...(key === null && { part: 'key' }) }
      )
    }
  }
})

interface Conflict {
  readonly one: string
  readonly other: string
  readonly sources: readonly string[]
  /** The label that says so. */
  readonly key: string | null
}

/** What two labels of one Namespace say is told of the Namespace. Source: kiali checkers/ambient. */
function conflict(mesh: Mesh, pod: Workload): Conflict | null {
  const { labels, namespace } = pod
  const inNamespace = mesh.namespaceLabels(namespace)
  const isNamespaceAmbient = isAmbientNamespace(mesh, namespace)
  const isNamespaceInjected =
    inNamespace['istio-injection'] === 'enabled' ||
    (inNamespace['istio-injection'] === undefined && (inNamespace['istio.io/rev'] ?? '') !== '')
  const asksAmbient = labels[MODE] === 'ambient'
  const asksSidecar = labels[INJECT] === 'true'
  const refusesSidecar = labels[INJECT] === 'false'
  const hasProxy = proxyImage(podSpec(pod)) !== ''
  if (asksAmbient && asksSidecar) {
    return { one: `label ${MODE}`, other: `label ${INJECT}`, sources: ['KIA1311'], key: MODE }
  }
  if (asksAmbient && isNamespaceInjected && !refusesSidecar) {
    const other = `namespace "${namespace}" has sidecars injected`
    return { one: `label ${MODE}`, other, sources: ['KIA1311'], key: MODE }
  }
  if (isRedirected(pod) && (asksSidecar || isNamespaceInjected) && !refusesSidecar) {
    const other = asksSidecar ? `label ${INJECT}` : `namespace "${namespace}" has sidecars injected`
    return { one: 'its traffic is redirected to ztunnel', other, sources: ['KIA1314'], key: null }
  }
  if (asksAmbient && hasProxy) {
    const other = 'it has a container istio-proxy'
    return { one: `label ${MODE}`, other, sources: ['KIA1315'], key: MODE }
  }
  if (!isNamespaceAmbient || labels[MODE] === 'none') return null
  const one = `namespace "${namespace}" is in ambient mode`
  if (asksSidecar) return { one, other: `label ${INJECT}`, sources: ['KIA1316'], key: INJECT }
  if (hasProxy && !isGateway(pod)) {
    return { one, other: 'it has a container istio-proxy', sources: ['KIA1316'], key: null }
  }
  return null
}

/** A proxy alone in its pod is a gateway or a waypoint. */
function isGateway(pod: Workload): boolean {
  const { containers } = podSpec(pod)
  return Array.isArray(containers) && containers.length === 1
}
