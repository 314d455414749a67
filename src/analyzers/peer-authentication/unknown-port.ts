import { mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { policyPods, reachedPorts } from '../policy-pods.ts'

export const unknownPort = defineAnalyzer({
  id: 'peer-authentication/unknown-port',
  severity: 'warning',
  summary: 'Mutual TLS is set for the port of a Service where that of the container counts.',
  why: 'The proxy beside the pod knows the port that the connection arrives at, which is the target port. The setting for the port of the Service holds for nothing.',
  fix: 'Name the container port.',
  message: 'Port {port} is that of Service "{service}"; the workload receives on {target}.',
  sources: [],
  check({ mesh, report }) {
    const portsOf = reachedPorts(mesh)
    for (const manifest of mesh.of('PeerAuthentication')) {
      const ports = Object.keys(mapOrEmpty(manifest.spec.portLevelMtls))
      if (ports.length === 0) continue
      const pods = policyPods(mesh, manifest)
      const reached = pods.flatMap(pod => portsOf(pod))
      const received = new Set(reached.map(({ target }) => String(target)))
      for (const pod of pods) for (const { number } of pod.ports) received.add(String(number))
      for (const port of ports) {
        if (received.has(port)) continue
        const meant = reached.find(one => String(one.port) === port && one.target !== null)
        if (meant === undefined) continue
        const params = { port, service: meant.service, target: String(meant.target) }
        report(manifest, ['spec', 'portLevelMtls', port], params, { part: 'key' })
      }
    }
  }
})
