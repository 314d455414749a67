import { list, map, mapOrEmpty, number } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const ineffectiveRetries = defineAnalyzer({
  id: 'virtual-service/ineffective-retries',
  severity: 'warning',
  summary: 'A block about retries turns retries off.',
  why: 'Without the block a failed request is tried twice more. With it `attempts` counts, and a missing one is 0: settings that were meant to tune retries end them.',
  fix: 'Write `attempts`; `attempts: 0` alone says that no retries are wanted.',
  message: 'Field retries says {settings} and no attempts, which turns retries off.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      for (const [index, rule] of list(manifest.spec.http).entries()) {
        const retries = map(mapOrEmpty(rule).retries)
        if (retries === undefined || number(retries.attempts) !== undefined) continue
        const names = Object.keys(retries).sort()
        const settings = names.length === 0 ? 'nothing' : names.join(', ')
        report(manifest, ['spec', 'http', index, 'retries'], { settings }, { part: 'key' })
      }
    }
  }
})
