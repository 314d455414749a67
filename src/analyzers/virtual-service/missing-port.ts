import { defineAnalyzer } from '../analyzer.ts'
import { servicesFor } from '../destination-lookup.ts'
import { destinationsOf } from '../destinations.ts'

export const missingPort = defineAnalyzer({
  id: 'virtual-service/missing-port',
  severity: 'error',
  summary: 'A destination names no port of a service that has several.',
  why: 'The port of the listener that the request came in on is taken: at a gateway its own port, which the service usually does not have, so that Envoy answers 503.',
  fix: 'Name the port of the destination.',
  message: 'Destination "{host}" has several ports ({ports}), so the route has to name one.',
  sources: ['IST0112'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      for (const { written, port, path } of destinationsOf(manifest, mesh.config.clusterDomain)) {
        if (port !== undefined) continue
        const [service] = servicesFor(mesh, written, manifest)
        if (service === undefined || service.registry === 'assumed') continue
        if (service.ports.length < 2) continue
        const ports = service.ports.map(one => one.number).join(', ')
        report(manifest, [...path, 'host'], { host: written, ports })
      }
    }
  }
})
