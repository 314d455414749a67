import type { FieldPath } from '../../finding.ts'
import { filled, list, text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { targetsOf } from '../http-policies.ts'
import { absence } from '../selector-text.ts'

const kinds = [
  'AuthorizationPolicy',
  'EnvoyFilter',
  'RequestAuthentication',
  'Telemetry',
  'TrafficExtension',
  'WasmPlugin'
] as const

const GROUPS: Readonly<Record<string, string>> = {
  Service: '',
  ServiceEntry: 'networking.istio.io',
  Gateway: 'gateway.networking.k8s.io'
}

export const unknownTarget = defineAnalyzer({
  id: 'policy/unknown-target',
  severity: 'warning',
  summary: 'A policy is attached by reference to something that does not exist.',
  why: 'A policy with `targetRefs` holds for what they name in its own namespace and for nothing else: where that does not exist it protects nothing, and no selector stands in.',
  fix: 'Correct the name, or move the policy to the namespace of what it is for.',
  message:
    '{kind} "{name}" does not exist in namespace "{namespace}", so this policy is attached to nothing there.',
  sources: [],
  since: '1.20',
  check({ mesh, report }) {
    for (const policy of kinds) {
      for (const manifest of mesh.of(policy)) {
        const { namespace } = manifest.ref
        for (const [index, target] of targetsOf(manifest).entries()) {
          const kind = text(target.kind) ?? ''
          const group = GROUPS[kind]
          const name = filled(target.name)
          if (group === undefined || name === undefined) continue
          if ((filled(target.group) ?? group).replace(/^core$/, '') !== group) continue
          if (mesh.get({ group, kind, namespace, name }) !== undefined) continue
          if (!mesh.complete && !holdsSome(mesh, kind, group, namespace)) continue
          const several = list(manifest.spec.targetRefs).length > 0
          const path: FieldPath = several ? ['spec', 'targetRefs', index] : ['spec', 'targetRef']
          const params = { kind, name, namespace }
          report(manifest, [...path, 'name'], params, { certainty: absence(mesh) })
        }
      }
    }
  }
})

/** Where git holds none of the kind in the namespace, they are taken to live elsewhere. */
function holdsSome(mesh: Mesh, kind: string, group: string, namespace: string): boolean {
  return mesh.of(kind, group).some(({ ref }) => ref.namespace === namespace)
}
