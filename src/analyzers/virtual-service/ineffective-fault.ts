import { list, map, mapOrEmpty, number } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const ineffectiveFault = defineAnalyzer({
  id: 'virtual-service/ineffective-fault',
  severity: 'warning',
  summary: 'A fault is injected into no request.',
  why: 'An abort or a delay without a percentage is done to no request at all, not to every one.',
  fix: 'Write `percentage: {value: 100}`, or remove the fault.',
  message: 'This {fault} hits no request: it has no percentage above 0.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      for (const [index, rule] of list(manifest.spec.http).entries()) {
        const faults = mapOrEmpty(mapOrEmpty(rule).fault)
        for (const fault of ['abort', 'delay'] as const) {
          const fields = map(faults[fault])
          if (fields === undefined) continue
          const value = number(mapOrEmpty(fields.percentage).value) ?? 0
          if (value > 0 || (fault === 'delay' && (number(fields.percent) ?? 0) > 0)) continue
          report(manifest, ['spec', 'http', index, 'fault', fault], { fault }, { part: 'key' })
        }
      }
    }
  }
})
