import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { filled, isMap, list, number, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { put } from '../pods.ts'

export const conflictingHosts = defineAnalyzer({
  id: 'kubernetes-gateway/conflicting-hosts',
  severity: 'warning',
  summary: 'Gateways of the Gateway API with one address open one host on one port.',
  why: 'Each Gateway has pods of its own, but for those that name the address of others: their listeners are merged, and for HTTPS and TLS the younger one is dropped with its certificate.',
  fix: 'Open each host of an address in one Gateway, or leave `addresses` out to get pods of its own.',
  message: 'Port {port} of address "{address}" is opened for "{host}" by {other} as well.',
  sources: ['KIA1501', 'KIA1502'],
  check({ mesh, report }) {
    const opened = new Map<string, Listener[]>()
    for (const manifest of mesh.of('Gateway', 'gateway.networking.k8s.io')) {
      for (const listener of listenersOf(manifest)) put(opened, listener.key, listener)
    }
    for (const group of opened.values()) {
      for (const one of group) {
        const other = group.find(({ manifest }) => manifest !== one.manifest)
        if (other === undefined) break
        const { manifest, index, port, address, host } = one
        report(
          manifest,
          ['spec', 'listeners', index],
          { port, address, host, other: describeRef(other.manifest.ref) },
          {
            related: [
              {
                at: { manifest: other.manifest, path: ['spec', 'listeners', other.index] },
                note: 'opens the same'
              }
            ]
          }
        )
      }
    }
  }
})

interface Listener {
  readonly manifest: Manifest
  readonly index: number
  readonly key: string
  readonly port: string
  readonly address: string
  readonly host: string
}

function listenersOf(manifest: Manifest): Listener[] {
  const { spec, ref } = manifest
  return list(spec.addresses)
    .filter(isMap)
    .flatMap(({ type, value }) => {
      const written = filled(value)
      if (written === undefined) return []
      // The short name of a Service is one of the namespace.
      const isShort = (text(type) ?? 'IPAddress') === 'Hostname' && !written.includes('.')
      const address = isShort ? `${written}.${ref.namespace}` : written
      return list(spec.listeners).flatMap((listener, index) => {
        if (!isMap(listener)) return []
        const port = String(number(listener.port) ?? '')
        const host = filled(listener.hostname)?.toLowerCase() ?? '*'
        const key = `${address}\n${port}\n${host}\n${text(listener.protocol) ?? ''}`
        return [{ manifest, index, key, port, address, host }]
      })
    })
}
