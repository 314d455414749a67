import { list, map, mapOrEmpty, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const missingSubsetLabels = defineAnalyzer({
  id: 'destination-rule/missing-subset-labels',
  severity: 'info',
  summary: 'A subset has no labels.',
  why: 'It is every endpoint of the host: a route to it looks like a choice of a version and is none.',
  fix: 'Give the subset labels, or route to the host without a subset.',
  message: 'Subset "{subset}" has no labels, so it is every endpoint of "{host}".',
  sources: ['KIA0209'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('DestinationRule')) {
      for (const [index, entry] of list(manifest.spec.subsets).entries()) {
        const subset = map(entry)
        const name = text(subset?.name)
        if (subset === undefined || name === undefined) continue
        if (Object.keys(mapOrEmpty(subset.labels)).length > 0) continue
        // A subset of its own settings for all endpoints is a usual thing.
        if (subset.trafficPolicy !== undefined) continue
        const host = text(manifest.spec.host) ?? ''
        report(manifest, ['spec', 'subsets', index, 'name'], { subset: name, host })
      }
    }
  }
})
