import { list, mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const missingProvider = defineAnalyzer({
  id: 'telemetry/missing-provider',
  severity: 'warning',
  summary: 'A Telemetry switches access logs on and names no provider that would write them.',
  why: 'Without a provider here and without a default one in the mesh configuration nothing is logged.',
  fix: 'Name a provider (`providers: [{name: envoy}]`), or set `defaultProviders.accessLogging` for the mesh.',
  message:
    'Nothing writes these access logs: neither this entry nor the mesh configuration names a provider.',
  sources: ['IST0157'],
  check({ mesh, report }) {
    const { accessLogging } = mapOrEmpty(mesh.config.raw.defaultProviders)
    if (list(accessLogging).length > 0) return
    for (const manifest of mesh.of('Telemetry')) {
      for (const [index, entry] of list(manifest.spec.accessLogging).entries()) {
        const { disabled, providers } = mapOrEmpty(entry)
        if (disabled === true || list(providers).length > 0) continue
        report(
          manifest,
          ['spec', 'accessLogging', index],
          {},
          {
            part: 'key',
            certainty: mesh.config.isDefault && !mesh.complete ? 'assumed' : 'certain'
          }
        )
      }
    }
  }
})
