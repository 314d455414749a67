import type { FieldPath } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podsOf } from '../pods.ts'
import { absence } from '../selector-text.ts'
import { namedWaypoint, USE_WAYPOINT, waypointGateway } from '../waypoint-use.ts'

export const unknownWaypoint = defineAnalyzer({
  id: 'metadata/unknown-waypoint',
  severity: 'error',
  summary: 'A label names a waypoint that does not exist.',
  why: 'Connections are not sent through a waypoint that is not there, so that its policies and routes hold for nobody. A name without `istio.io/use-waypoint-namespace` is looked for beside what carries the label.',
  fix: 'Correct the name or the namespace, or add the Gateway with `gatewayClassName: istio-waypoint`.',
  message: 'Waypoint "{waypoint}" of namespace "{namespace}" {problem}.',
  sources: ['KIA1313'],
  check({ mesh, report }) {
    const held = new Set(
      mesh.of('Gateway', 'gateway.networking.k8s.io').map(({ ref }) => ref.namespace)
    )
    for (const { manifest, path, labels, namespace } of labelled(mesh)) {
      const named = namedWaypoint(labels, namespace)
      if (named === undefined || named === null) continue
      const gateway = waypointGateway(mesh, named)
      // Where git holds no Gateway of the namespace at all, they are taken to live elsewhere.
      if (gateway === undefined && !held.has(named.namespace) && !mesh.complete) continue
      const className = text(gateway?.spec.gatewayClassName) ?? ''
      // Classes of other controllers may be waypoints too.
      if (gateway !== undefined && className !== 'istio') continue
      const problem =
        gateway === undefined
          ? 'does not exist'
          : `is a Gateway of class "${className}", no waypoint`
      report(
        manifest,
        [...path, USE_WAYPOINT],
        { waypoint: named.name, namespace: named.namespace, problem },
        { certainty: gateway === undefined ? absence(mesh) : 'certain' }
      )
    }
  }
})

interface Labelled {
  readonly manifest: Manifest
  readonly path: FieldPath
  readonly labels: Manifest['labels']
  readonly namespace: string
}

function* labelled(mesh: Mesh): Generator<Labelled> {
  const path = ['metadata', 'labels']
  for (const kind of ['Namespace', 'Service', 'ServiceEntry'] as const) {
    for (const manifest of mesh.of(kind)) {
      const { ref, labels } = manifest
      yield { manifest, path, labels, namespace: kind === 'Namespace' ? ref.name : ref.namespace }
    }
  }
  for (const { manifest, labelsPath, labels, namespace } of podsOf(mesh).all) {
    yield { manifest, path: labelsPath, labels, namespace }
  }
}
