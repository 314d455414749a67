import { hostIndex } from '../../dataplane/host-index.ts'
import { gatewayName } from '../../dataplane/rules.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { namesForNamespace, overlaps } from '../../mesh/host.ts'
import { list, mapOrEmpty, text, texts } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { firstFew } from '../first-few.ts'
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
        if (hosts.some(host => patterns.serve(host, namespace))) continue
        report(manifest, ['spec', 'gateways', index], {
          gateway: written,
          hosts: firstFew(hosts.map(host => `"${host}"`)),
          namespace
        })
      }
    }
  }
})

interface ServedHosts {
  /** Does an entry that is meant for this namespace share a name with the host? */
  serve(host: string, namespace: string): boolean
}

/** Hosts of every Gateway, by `namespace/name`; its own namespace and all namespaces are written out. */
function servedHosts(mesh: Mesh): ReadonlyMap<string, ServedHosts> {
  const found = new Map<string, ServedHosts>()
  for (const manifest of mesh.of('Gateway', 'gateway.networking.k8s.io')) {
    found.set(keyOf(manifest), indexed(listenerHosts(manifest)))
  }
  for (const manifest of mesh.of('Gateway'))
    found.set(keyOf(manifest), indexed(serverHosts(manifest)))
  return found
}

function indexed(entries: readonly string[]): ServedHosts {
  const index = hostIndex(
    entries.map((entry, place) => [place, [entry.slice(entry.indexOf('/') + 1)]])
  )
  return {
    serve(host, namespace) {
      for (const place of index.meeting(host)) {
        const usable = namesForNamespace(entries.slice(place, place + 1), namespace)
        if (usable.some(pattern => overlaps(pattern, host))) return true
      }
      return false
    }
  }
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
