import { list, mapOrEmpty, textMap } from '../../mesh/json.ts'
import { isEmptySelector, selectorText, selects } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { boundGateways, gatewayPods } from '../bound-gateways.ts'

export const ineffectiveSource = defineAnalyzer({
  id: 'virtual-service/ineffective-source',
  severity: 'warning',
  summary: 'A route of a gateway asks for labels that the gateway itself does not carry.',
  why: 'Source labels are those of the proxy that routes. At a gateway that is the gateway and never the client behind it, so that the match is dropped; a rule without another match disappears.',
  fix: 'Match a header, or let an AuthorizationPolicy say who may call.',
  message: 'No pod of the gateway carries {labels}: this match is dropped there.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      const asked = [...sourceLabels(manifest.spec)]
      if (asked.length === 0) continue
      const gateways = boundGateways(mesh, manifest)
      const pods = gateways === null ? [] : gatewayPods(mesh, gateways)
      if (pods.length === 0) continue
      for (const { labels, path } of asked) {
        if (pods.some(pod => selects(labels, pod.labels))) continue
        report(manifest, path, { labels: selectorText(labels) }, { part: 'key' })
      }
    }
  }
})

/** HTTP matches that name gateways are not asked for labels at all. Source: route.go sourceMatchHTTP, tls.go matchTLS. */
function* sourceLabels(spec: Parameters<typeof mapOrEmpty>[0]) {
  for (const section of ['http', 'tls', 'tcp'] as const) {
    for (const [i, rule] of list(mapOrEmpty(spec)[section]).entries()) {
      for (const [j, entry] of list(mapOrEmpty(rule).match).entries()) {
        const match = mapOrEmpty(entry)
        const labels = textMap(match.sourceLabels)
        if (isEmptySelector(labels)) continue
        if (section === 'http' && list(match.gateways).length > 0) continue
        yield { labels, path: ['spec', section, i, 'match', j, 'sourceLabels'] }
      }
    }
  }
}
