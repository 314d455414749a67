import type { FieldPath } from '../finding.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { list, map, mapOrEmpty, text } from '../mesh/json.ts'

/** One `source` or `operation` of a rule of an AuthorizationPolicy. */
export interface PolicyPart {
  readonly kind: 'source' | 'operation'
  readonly fields: JsonMap
  readonly path: FieldPath
}

/** Every source and operation, in the order of the manifest. */
export function* partsOf({ spec }: Manifest): Generator<PolicyPart> {
  for (const [i, rule] of list(spec.rules).entries()) {
    for (const [holder, kind] of [
      ['from', 'source'],
      ['to', 'operation']
    ] as const) {
      for (const [j, entry] of list(mapOrEmpty(rule)[holder]).entries()) {
        const fields = map(mapOrEmpty(entry)[kind])
        if (fields !== undefined) {
          yield { kind, fields, path: ['spec', 'rules', i, holder, j, kind] }
        }
      }
    }
  }
}

export function actionOf({ spec }: Manifest): string {
  return text(spec.action) ?? 'ALLOW'
}
