import { defineAnalyzer } from '../analyzer.ts'
import { servedDeployments } from '../served-deployments.ts'

export const conflictingProtocols = defineAnalyzer({
  id: 'deployment/conflicting-protocols',
  severity: 'warning',
  summary: 'Services with one port number and different transports lead to one Deployment.',
  why: 'A proxy has one listener for a port. Services that say TCP and UDP of the same number contradict each other, and only one of them is served.',
  fix: 'Give the transports ports of their own.',
  message:
    'Port {port} of this Deployment belongs to Services with different transports: {services}.',
  sources: ['IST0116'],
  check({ mesh, report }) {
    for (const { manifest, ports, certainty } of servedDeployments(mesh)) {
      const byPort = new Map<number, { transports: Set<string>; services: Set<string> }>()
      for (const { port, transport, service } of ports) {
        const use = byPort.get(port) ?? { transports: new Set(), services: new Set() }
        use.transports.add(transport)
        use.services.add(service)
        byPort.set(port, use)
      }
      for (const [port, { transports, services }] of byPort) {
        if (transports.size < 2) continue
        const params = { port: String(port), services: [...services].sort().join(', ') }
        report(manifest, ['metadata', 'name'], params, { certainty })
      }
    }
  }
})
