import { isMap, list, mapOrEmpty, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const deprecatedProvider = defineAnalyzer({
  id: 'telemetry/deprecated-provider',
  severity: 'warning',
  summary: 'A Telemetry traces to a Lightstep provider.',
  why: 'Envoy has given its Lightstep tracer up; Istio maps the provider to OpenTelemetry for now and calls it deprecated.',
  fix: 'Define an `opentelemetry` extension provider and name that.',
  message: 'Tracing provider "{provider}" is of type lightstep, which is deprecated.',
  sources: ['IST0002'],
  check({ mesh, report }) {
    const lightstep = new Set<string>()
    for (const provider of list(mesh.config.raw.extensionProviders).filter(isMap)) {
      const name = text(provider.name)
      if (provider.lightstep !== undefined && name !== undefined) lightstep.add(name)
    }
    if (lightstep.size === 0) return
    for (const manifest of mesh.of('Telemetry')) {
      for (const [i, tracing] of list(manifest.spec.tracing).entries()) {
        for (const [j, entry] of list(mapOrEmpty(tracing).providers).entries()) {
          const provider = text(mapOrEmpty(entry).name) ?? ''
          if (!lightstep.has(provider)) continue
          report(manifest, ['spec', 'tracing', i, 'providers', j, 'name'], { provider })
        }
      }
    }
  }
})
