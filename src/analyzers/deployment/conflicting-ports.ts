import { defineAnalyzer } from '../analyzer.ts'
import { servedDeployments } from '../served-deployments.ts'

export const conflictingPorts = defineAnalyzer({
  id: 'deployment/conflicting-ports',
  severity: 'warning',
  summary: 'Several Service ports lead to one port of a Deployment.',
  why: 'The inbound listener of the container port is made for one of the Service ports; protocol, host names and metrics of the others are lost.',
  fix: 'Let the Services use one port number for one container port.',
  message: 'Ports {ports} of {services} all lead to container port {target}.',
  sources: ['IST0137'],
  check({ mesh, report }) {
    for (const { manifest, ports, certainty } of servedDeployments(mesh)) {
      const byTarget = new Map<string, Map<number, string>>()
      for (const { port, target, service } of ports) {
        const sources = byTarget.get(target) ?? new Map<number, string>()
        byTarget.set(target, sources.set(port, service))
      }
      for (const [target, sources] of byTarget) {
        if (sources.size < 2) continue
        const params = {
          ports: [...sources.keys()].sort((a, b) => a - b).join(', '),
          services: [...new Set(sources.values())].sort().join(', '),
          target
        }
        report(manifest, ['metadata', 'name'], params, { certainty })
      }
    }
  }
})
