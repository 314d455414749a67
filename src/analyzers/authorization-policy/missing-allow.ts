import { list } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { targetsOf } from '../http-policies.ts'
import { actionOf } from '../rules-of.ts'

export const missingAllow = defineAnalyzer({
  id: 'authorization-policy/missing-allow',
  severity: 'info',
  summary: 'An ALLOW policy without rules lets nobody in.',
  why: 'A workload with an ALLOW policy denies what no rule names, and here none names anything: without other ALLOW policies every request to it is denied. Some write that on purpose; others take it for "no restrictions", which is `rules: [{}]`.',
  fix: 'Nothing, if all others are to stay out; else name what is allowed.',
  message: 'This policy has no rules: {who} every request that no other ALLOW policy names.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      const { spec, ref } = manifest
      if (actionOf(manifest) !== 'ALLOW' || list(spec.rules).length > 0) continue
      const isWide = spec.selector === undefined && targetsOf(manifest).length === 0
      const place = ref.namespace === mesh.config.rootNamespace ? 'the mesh' : 'this namespace'
      const who = isWide ? `all workloads of ${place} deny` : 'what it selects denies'
      const given = spec.rules !== undefined
      report(
        manifest,
        given ? ['spec', 'rules'] : ['metadata', 'name'],
        { who },
        given ? { part: 'key' } : {}
      )
    }
  }
})
