import { list, mapOrEmpty, number } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const deprecatedDelayPercent = defineAnalyzer({
  id: 'virtual-service/deprecated-delay-percent',
  severity: 'warning',
  summary: 'The share of delayed requests is given by a deprecated field.',
  why: '`percent` takes whole numbers only and may go away; where `percentage` stands beside it, it is ignored.',
  fix: 'Write `percentage: {value: …}`.',
  message: 'Field fault.delay.percent is deprecated; use fault.delay.percentage.',
  sources: ['IST0002'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      for (const [index, rule] of list(manifest.spec.http).entries()) {
        const { percent } = mapOrEmpty(mapOrEmpty(mapOrEmpty(rule).fault).delay)
        if ((number(percent) ?? 0) <= 0) continue
        report(manifest, ['spec', 'http', index, 'fault', 'delay', 'percent'], {}, { part: 'key' })
      }
    }
  }
})
