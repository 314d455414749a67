import { defineAnalyzer } from '../analyzer.ts'
import { destinationsOf } from '../destinations.ts'

export const duplicateDestination = defineAnalyzer({
  id: 'virtual-service/duplicate-destination',
  severity: 'warning',
  summary: 'A route names one destination twice.',
  why: 'Both shares go to the same place: a canary that should get 10 % gets nothing, or everything.',
  fix: 'Name each destination once; one of the subsets is probably meant to be another.',
  message: 'Destination {destination} stands in this route twice.',
  sources: ['KIA1105'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      const seen = new Set<string>()
      for (const { host, written, subset, port, path, role } of destinationsOf(
        manifest,
        mesh.config.clusterDomain
      )) {
        if (role !== 'route') continue
        const key = JSON.stringify([path.slice(0, 3), host, subset ?? '', port ?? 0])
        if (!seen.has(key)) {
          seen.add(key)
          continue
        }
        const destination =
          subset === undefined ? `"${written}"` : `"${written}" subset "${subset}"`
        report(manifest, path, { destination }, { part: 'key' })
      }
    }
  }
})
