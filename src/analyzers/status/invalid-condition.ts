import type { FieldPath } from '../../finding.ts'
import type { Json, Manifest } from '../../manifest/manifest.ts'
import { isMap, list, mapOrEmpty, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

const routing: readonly string[] = ['Accepted', 'Programmed', 'ResolvedRefs']
const gatewayApi = 'gateway.networking.k8s.io'

/** Conditions that should not be False. Source: istio analyzers/conditions/conditions.go. */
const kinds: readonly { kind: string; group?: string; types: readonly string[] }[] = [
  { kind: 'Service', types: ['istio.io/WaypointBound'] },
  { kind: 'ServiceEntry', types: ['istio.io/WaypointBound'] },
  { kind: 'WorkloadEntry', types: ['istio.io/WaypointBound'] },
  { kind: 'AuthorizationPolicy', types: ['ZtunnelAccepted', 'WaypointAccepted'] },
  { kind: 'Gateway', group: gatewayApi, types: routing },
  { kind: 'HTTPRoute', group: gatewayApi, types: routing },
  { kind: 'GRPCRoute', group: gatewayApi, types: routing }
]

export const invalidCondition = defineAnalyzer({
  id: 'status/invalid-condition',
  severity: 'warning',
  summary: 'The status of an object says that a controller refused it.',
  why: 'A controller wrote there that it does not do what the object says, or only in part. Git holds a status where objects were exported from a cluster.',
  fix: 'Do what the message of the condition says; leave `status` out of git.',
  message: 'Condition {condition} is {status}: {reason}.',
  sources: ['IST0171'],
  since: '1.25',
  check({ mesh, report }) {
    for (const { kind, group, types } of kinds) {
      for (const manifest of mesh.of(kind, group)) {
        for (const { path, fields } of conditionsOf(manifest)) {
          const condition = text(fields.type) ?? ''
          const status = text(fields.status) ?? ''
          const negative = types.includes(condition) && status === 'False'
          const partial =
            kind === 'AuthorizationPolicy' &&
            condition === 'WaypointAccepted' &&
            fields.reason === 'PartiallyInvalid'
          if (!negative && !partial) continue
          const reason = [text(fields.reason), text(fields.message)?.replace(/\.\s*$/, '')]
          report(
            manifest,
            path,
            {
              condition,
              status,
              reason: reason.filter(word => word !== undefined && word !== '').join(', ')
            },
            { part: 'key' }
          )
        }
      }
    }
  }
})

function* conditionsOf(
  manifest: Manifest
): Generator<{ path: FieldPath; fields: ReturnType<typeof mapOrEmpty> }> {
  const { conditions, parents } = mapOrEmpty(manifest.object.status)
  yield* entries(conditions, ['status', 'conditions'])
  for (const [index, parent] of list(parents).entries()) {
    yield* entries(mapOrEmpty(parent).conditions, ['status', 'parents', index, 'conditions'])
  }
}

function* entries(
  value: Json | undefined,
  path: FieldPath
): Generator<{ path: FieldPath; fields: ReturnType<typeof mapOrEmpty> }> {
  for (const [index, fields] of list(value).entries()) {
    if (isMap(fields)) yield { path: [...path, index], fields }
  }
}
