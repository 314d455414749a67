import { defineAnalyzer } from '../analyzer.ts'
import { servicesFor } from '../destination-lookup.ts'
import { destinationsOf } from '../destinations.ts'
import { absence } from '../selector-text.ts'

export const unknownPort = defineAnalyzer({
  id: 'virtual-service/unknown-port',
  severity: 'error',
  summary: 'A VirtualService sends requests to a port that the service does not have.',
  why: 'Istio builds clusters for the ports of the Service, not for those of its pods, so Envoy answers 503 to every request of that route.',
  fix: 'Use a `port` of the Service; its `targetPort` is not one.',
  message: '"{host}" has no port {port}; it has {ports}.',
  sources: ['IST0101', 'KIA1101'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      for (const { written, port, path } of destinationsOf(manifest, mesh.config.clusterDomain)) {
        if (port === undefined) continue
        const services = servicesFor(mesh, written, manifest)
        if (services.length === 0) continue
        const numbers = new Set(services.flatMap(({ ports }) => ports.map(one => one.number)))
        if (numbers.has(port)) continue
        const ports = numbers.size === 0 ? 'none' : [...numbers].sort((a, b) => a - b).join(', ')
        const known = services.some(({ registry }) => registry !== 'assumed')
        report(
          manifest,
          [...path, 'port', 'number'],
          { host: written, port: String(port), ports },
          { certainty: known ? 'certain' : absence(mesh) }
        )
      }
    }
  }
})
