import { gatewayName } from '../../dataplane/rules.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { namesForNamespace, overlaps } from '../../mesh/host.ts'
import { list, mapOrEmpty, text, texts } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { isGenerated } from '../gateway-names.ts'

export const ineffectiveGateway = defineAnalyzer({
  id: 'virtual-service/ineffective-gateway',
  severity: 'warning',
  summary: 'A VirtualService binds to a Gateway that serves none of its hosts.',
  why: 'A gateway takes only hosts that both name, and those that the Gateway lets into the namespace of the VirtualService: nothing of this VirtualService reaches it, and its hosts are answered 404 there.',
  fix: 'Add the host to a server of the Gateway (for this namespace, where it says one), or correct the host.',
  message: 'Gateway "{gateway}" serves none of the hosts {hosts} for namespace "{namespace}".',
  sources: ['IST0132'],
  check({ mesh, report }) {
    const served = servedHosts(mesh)
    for (const manifest of mesh.of('VirtualService')) {
      const { namespace } = manifest.ref
      const hosts = texts(manifest.spec.hosts)
      for (const [index, written] of texts(manifest.spec.gateways).entries()) {
        if (written === 'mesh' || isGenerated(written)) continue
        const patterns = served.get(gatewayName(written, namespace))
        // Its absence is a finding of its own.
        if (patterns === undefined) continue
        const usable = namesForNamespace(patterns, namespace)
        if (hosts.some(host => usable.some(pattern => overlaps(pattern, host)))) continue
        report(manifest, ['spec', 'gateways', index], {
          gateway: written,
          hosts: hosts.map(host => `"${host}"`).join(', '),
          namespace
        })
      }
    }
  }
})

/** Hosts of every Gateway, by `namespace/name`; its own namespace and all namespaces are written out. */
function servedHosts(mesh: Mesh): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const manifest of mesh.of('Gateway', 'gateway.networking.k8s.io')) {
    found.set(keyOf(manifest), listenerHosts(manifest))
  }
  for (const manifest of mesh.of('Gateway')) found.set(keyOf(manifest), serverHosts(manifest))
  return found
}

function keyOf({ ref }: Manifest): string {
  return `${ref.namespace}/${ref.name}`
}

function serverHosts({ ref, spec }: Manifest): string[] {
  return list(spec.servers)
    .flatMap(server => texts(mapOrEmpty(server).hosts))
    .map(host => {
      if (host.startsWith('./')) return `${ref.namespace}/${host.slice(2)}`
      return host.startsWith('*/') ? host.slice(2) : host
    })
}

/** A listener without a host name takes every one. */
function listenerHosts({ spec }: Manifest): string[] {
  return list(spec.listeners).map(listener => text(mapOrEmpty(listener).hostname) || '*')
}
