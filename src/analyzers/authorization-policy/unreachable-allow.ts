import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { isMap, list } from '../../mesh/json.ts'
import { selects } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { put } from '../pods.ts'
import { actionOf } from '../rules-of.ts'
import { matchLabels } from '../selector-text.ts'

export const unreachableAllow = defineAnalyzer({
  id: 'authorization-policy/unreachable-allow',
  severity: 'warning',
  summary: 'An ALLOW policy lets nobody in, since a DENY policy keeps everybody out.',
  why: 'DENY is asked before ALLOW. A DENY with an empty rule matches every request, so that no ALLOW for the same workloads is ever asked.',
  fix: 'Remove the empty rule: workloads with an ALLOW policy deny whatever it does not name.',
  message: 'Nobody is let in by this policy: {denying} denies every request first.',
  sources: [],
  check({ mesh, report }) {
    const denying = new Map<string, Manifest[]>()
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      if (actionOf(manifest) === 'DENY' && deniesAll(manifest)) {
        put(denying, manifest.ref.namespace, manifest)
      }
    }
    if (denying.size === 0) return
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      const rules = list(manifest.spec.rules)
      if (actionOf(manifest) !== 'ALLOW' || rules.length === 0 || isAttached(manifest)) continue
      const labels = matchLabels(manifest.spec.selector)
      const { namespace } = manifest.ref
      for (const place of new Set([mesh.config.rootNamespace, namespace])) {
        const first = (denying.get(place) ?? []).find(({ spec }) =>
          selects(matchLabels(spec.selector), labels)
        )
        if (first === undefined) continue
        report(
          manifest,
          ['spec', 'rules'],
          { denying: describeRef(first.ref) },
          {
            part: 'key',
            related: [
              { at: { manifest: first, path: ['spec', 'rules'] }, note: 'denies every request' }
            ]
          }
        )
        break
      }
    }
  }
})

/** A rule without `from`, `to` and `when` matches every request. A dry run denies nothing. */
function deniesAll(manifest: Manifest): boolean {
  if (manifest.annotations['istio.io/dry-run'] !== undefined || isAttached(manifest)) return false
  return list(manifest.spec.rules)
    .filter(isMap)
    .some(({ from, to, when }) => from === undefined && to === undefined && when === undefined)
}

function isAttached({ spec }: Manifest): boolean {
  return spec.targetRef !== undefined || list(spec.targetRefs).length > 0
}
