import { isWildcard } from '../../mesh/host.ts'
import { list, mapOrEmpty, texts } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { absence } from '../selector-text.ts'

export const unknownHost = defineAnalyzer({
  id: 'sidecar/unknown-host',
  severity: 'warning',
  summary: 'A Sidecar imports a host that no namespace of that name holds.',
  why: 'Nothing is imported by it. With `outboundTrafficPolicy: REGISTRY_ONLY` requests to what was meant fail; else they leave without routes and policies.',
  fix: 'Correct the namespace or the host; hosts are full names, such as `shop/cart.shop.svc.cluster.local`.',
  message: 'Namespace "{namespace}" has no service "{host}" to import.',
  sources: ['KIA1004'],
  check({ mesh, report }) {
    const routed = routedHosts(mesh)
    for (const manifest of mesh.of('Sidecar')) {
      for (const [i, listener] of list(manifest.spec.egress).entries()) {
        for (const [j, written] of texts(mapOrEmpty(listener).hosts).entries()) {
          const slash = written.indexOf('/')
          const owner = written.slice(0, slash)
          const host = written.slice(slash + 1).toLowerCase()
          if (slash < 1 || owner === '*' || owner === '~' || isWildcard(host)) continue
          const namespace = owner === '.' ? manifest.ref.namespace : owner
          const held = mesh.registry.inNamespace(namespace)
          // Where git holds nothing of the namespace it is taken to live elsewhere.
          if (held.length === 0 && !mesh.complete) continue
          if (mesh.registry.byHost(host).some(service => service.namespace === namespace)) continue
          if (routed.has(`${namespace}/${host}`)) continue
          report(
            manifest,
            ['spec', 'egress', i, 'hosts', j],
            { namespace, host },
            { certainty: absence(mesh) }
          )
        }
      }
    }
  }
})

/** Hosts of VirtualServices by namespace: those are imported too. */
function routedHosts(mesh: Mesh): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { ref, spec } of mesh.of('VirtualService')) {
    for (const host of texts(spec.hosts)) found.add(`${ref.namespace}/${host}`)
  }
  return found
}
