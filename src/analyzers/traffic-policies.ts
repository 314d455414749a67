import type { FieldPath } from '../finding.ts'
import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { list, map, mapOrEmpty, number } from '../mesh/json.ts'

/** One block of settings of a DestinationRule. */
export interface PolicyBlock {
  readonly policy: JsonMap
  readonly path: FieldPath
  /** The policy that a port-level block stands in; `null` for others. */
  readonly above: JsonMap | null
  readonly port: number | null
}

/** `trafficPolicy` of the rule and of its subsets, and the port levels of each. */
export function* policiesOf({ spec }: Manifest): Generator<PolicyBlock> {
  yield* blocks(spec.trafficPolicy, ['spec', 'trafficPolicy'])
  for (const [index, subset] of list(spec.subsets).entries()) {
    yield* blocks(mapOrEmpty(subset).trafficPolicy, ['spec', 'subsets', index, 'trafficPolicy'])
  }
}

function* blocks(value: Json | undefined, path: FieldPath): Generator<PolicyBlock> {
  const policy = map(value)
  if (policy === undefined) return
  yield { policy, path, above: null, port: null }
  for (const [index, entry] of list(policy.portLevelSettings).entries()) {
    const setting = map(entry)
    if (setting === undefined) continue
    yield {
      policy: setting,
      path: [...path, 'portLevelSettings', index],
      above: policy,
      port: number(mapOrEmpty(setting.port).number) ?? null
    }
  }
}
