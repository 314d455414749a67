import { peerAuthentication } from '../../dataplane/peer-authentication.ts'
import { describeRef } from '../../finding.ts'
import { isWildcard } from '../../mesh/host.ts'
import { mapOrEmpty, text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import type { Service, ServicePort } from '../../mesh/service.ts'
import type { Workload } from '../../mesh/workload.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { servicesFor } from '../destination-lookup.ts'
import { inMesh } from '../in-mesh.ts'
import { podsOf } from '../pods.ts'
import { policiesOf } from '../traffic-policies.ts'

export const conflictingMutualTls = defineAnalyzer({
  id: 'destination-rule/conflicting-mutual-tls',
  severity: 'error',
  summary: 'Clients are told not to use mutual TLS with workloads that require it.',
  why: 'Workloads under a STRICT PeerAuthentication reset every connection that is not mutual TLS of the mesh: all requests by this DestinationRule fail with 503.',
  fix: 'Use `ISTIO_MUTUAL` or leave `tls` out, or let the PeerAuthentication be PERMISSIVE for the port.',
  message:
    'TLS mode {mode} cannot reach "{workload}" on port {port}: {policy} requires mutual TLS of the mesh there.',
  sources: ['KIA0207', 'KIA0208'],
  check({ mesh, report }) {
    const accepted = peerAuthentication(mesh)
    for (const manifest of mesh.of('DestinationRule')) {
      const host = text(manifest.spec.host) ?? ''
      if (host === '' || isWildcard(host)) continue
      const blocks = [...policiesOf(manifest)].filter(({ policy }) => {
        const { mode } = mapOrEmpty(policy.tls)
        return mode === 'DISABLE' || mode === 'SIMPLE' || mode === 'MUTUAL'
      })
      if (blocks.length === 0) continue
      const [service] = servicesFor(mesh, host, manifest)
      if (service?.registry !== 'Kubernetes' || service.selector === null) continue
      const pods = meshPods(mesh, service)
      for (const { policy, path, port } of blocks) {
        const strict = service.ports
          .filter(one => port === null || one.number === port)
          .flatMap(one => pods.map(pod => ({ pod, target: targetOf(one, pod) })))
          .map(one => ({
            ...one,
            said: accepted.mode(one.pod.namespace, one.pod.labels, one.target)
          }))
          .find(({ said }) => said.mode === 'STRICT')
        const [decided] = strict?.said.from ?? []
        if (strict === undefined || decided === undefined) continue
        report(
          manifest,
          [...path, 'tls', 'mode'],
          {
            mode: text(mapOrEmpty(policy.tls).mode) ?? '',
            workload: strict.pod.name,
            port: String(strict.target),
            policy: describeRef(decided.ref)
          },
          {
            certainty: inMesh(strict.pod, mesh) === true ? 'certain' : 'assumed',
            related: [{ at: { manifest: decided, path: ['spec'] }, note: 'requires mutual TLS' }]
          }
        )
      }
    }
  }
})

function meshPods(mesh: Mesh, service: Service): readonly Workload[] {
  return podsOf(mesh)
    .selectedBy(service.selector ?? {}, service.namespace, 100)
    .filter(pod => inMesh(pod, mesh) !== false)
}

function targetOf({ number, targetPort }: ServicePort, { ports }: Workload): number {
  if (typeof targetPort === 'number') return targetPort
  return ports.find(({ name }) => name === targetPort)?.number ?? number
}
