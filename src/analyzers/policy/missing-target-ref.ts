import { mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { ambientHttpPolicies } from '../http-policies.ts'

export const missingTargetRef = defineAnalyzer({
  id: 'policy/missing-target-ref',
  severity: 'warning',
  summary: 'A policy about HTTP in an ambient namespace is attached to no waypoint.',
  why: 'In ambient mode ztunnel carries the connections and reads no HTTP; a waypoint does, and it takes only policies that name it, or one of its Services, by `targetRefs`. ztunnel drops the rules of an ALLOW that ask about HTTP, so that they let nobody in, and a DENY keeps nobody out by them.',
  fix: 'Name the Service, or the Gateway that is the waypoint, in `targetRefs`.',
  message:
    'Nothing in ambient mode enforces what this {kind} says about HTTP: it has no targetRefs.',
  sources: ['KIA0110', 'KIA1115', 'KIA1116', 'KIA1117'],
  since: '1.22',
  check({ mesh, report }) {
    for (const { manifest, targets, codes } of ambientHttpPolicies(mesh)) {
      if (targets.length > 0) continue
      const { selector } = manifest.spec
      const isSelecting = Object.keys(mapOrEmpty(selector)).length > 0
      report(
        manifest,
        isSelecting ? ['spec', 'selector'] : ['metadata', 'name'],
        { kind: manifest.ref.kind },
        { sources: codes.target, ...(isSelecting && { part: 'key' }) }
      )
    }
  }
})
