import type { Manifest } from '../../manifest/manifest.ts'
import { filled, isMap, list, mapOrEmpty, text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const missingTcpAddress = defineAnalyzer({
  id: 'service-entry/missing-tcp-address',
  severity: 'warning',
  summary: 'A ServiceEntry has a TCP port and no address.',
  why: 'TCP names no host, so without an address the listener takes every connection to that port number, whatever it is meant for.',
  fix: 'Set `addresses`, or let Istio allocate them (the default since 1.25 where DNS is captured).',
  message:
    'Port {port} is TCP and the ServiceEntry has no address, so every connection to that number is taken.',
  sources: ['IST0134'],
  check({ mesh, report }) {
    if (isAllocated(mesh)) return
    for (const manifest of mesh.of('ServiceEntry')) {
      if (list(manifest.spec.addresses).length > 0 || hasAllocated(manifest)) continue
      if (allocates(mesh, manifest)) continue
      for (const [index, port] of list(manifest.spec.ports).filter(isMap).entries()) {
        const protocol = text(port.protocol) ?? ''
        if (protocol !== '' && protocol.toUpperCase() !== 'TCP') continue
        report(
          manifest,
          ['spec', 'ports', index],
          { port: String(port.number ?? '') },
          { part: 'key' }
        )
      }
    }
  }
})

/** What proxies are told about DNS. Source: istio analyzers/serviceentry/protocoladdresses.go. */
function isAllocated(mesh: Mesh): boolean {
  const metadata = mapOrEmpty(mapOrEmpty(mesh.config.raw.defaultConfig).proxyMetadata)
  if (metadata.ISTIO_META_DNS_CAPTURE !== 'true') return false
  return (
    metadata.ISTIO_META_DNS_AUTO_ALLOCATE === 'true' ||
    metadata.PILOT_ENABLE_IP_AUTOALLOCATE === 'true'
  )
}

function hasAllocated({ object }: Manifest): boolean {
  return list(mapOrEmpty(object.status).addresses).length > 0
}

/**
 * Since 1.25 istiod gives addresses to every entry that resolves and does not opt out; istioctl does not know that.
 * Source: pilot serviceregistry/serviceentry ShouldV2AutoAllocateIP.
 */
function allocates(mesh: Mesh, { spec, labels }: Manifest): boolean {
  if (!mesh.features.has('auto-allocate-addresses')) return false
  if (labels['networking.istio.io/enable-autoallocate-ip'] === 'false') return false
  const resolution = filled(spec.resolution) ?? 'NONE'
  return (
    resolution !== 'NONE' && list(spec.hosts).some(host => text(host)?.startsWith('*') !== true)
  )
}
