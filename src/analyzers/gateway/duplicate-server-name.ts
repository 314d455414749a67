import { describeRef, type FieldPath } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { isMap, list, map, mapOrEmpty, number, text, textMap, texts } from '../../mesh/json.ts'
import { selectorText } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { put } from '../pods.ts'

export const duplicateServerName = defineAnalyzer({
  id: 'gateway/duplicate-server-name',
  severity: 'error',
  summary: 'TLS servers of one port have one host that only the namespace before it tells apart.',
  why: 'The control plane compares hosts as they are written and keeps both servers, but the namespace is no part of a server name: Envoy gets two filter chains for one name and refuses the listener. The whole port keeps its old configuration, and new gateway pods do not open it.',
  fix: 'Open each host of a port in one server, or on a port of its own.',
  message:
    '{other} opens port {port} for "{host}" too, as "{written}", so that Envoy refuses the whole port.',
  sources: [],
  check({ mesh, report }) {
    const opened = new Map<string, Opened[]>()
    for (const manifest of mesh.of('Gateway')) {
      for (const one of openedBy(manifest)) put(opened, one.key, one)
    }
    for (const group of opened.values()) {
      const [first] = group
      const rival = group.find(({ host }) => host !== first?.host)
      if (first === undefined || rival === undefined) continue
      const reported = new Set<string>()
      for (const one of group) {
        const other = one.host === first.host ? rival : first
        const { manifest, path } = one
        const place = `${manifest.ref.namespace}/${manifest.ref.name}/${path.join('.')}`
        if (reported.has(place)) continue
        reported.add(place)
        report(
          manifest,
          path,
          {
            other: describeRef(other.manifest.ref),
            port: String(one.port),
            host: one.name,
            written: other.written
          },
          {
            related: [{ at: { manifest: other.manifest, path: other.path }, note: 'opens it too' }]
          }
        )
      }
    }
  }
})

interface Opened {
  readonly manifest: Manifest
  readonly path: FieldPath
  readonly key: string
  readonly port: number
  readonly written: string
  /** As istiod compares it. */
  readonly host: string
  /** As clients send it. */
  readonly name: string
}

/** Hosts of servers that end TLS; what passes through is told apart by the routes. Source: pilot model/gateway.go. */
function openedBy(manifest: Manifest): Opened[] {
  const { ref, spec } = manifest
  const selector = selectorText(textMap(spec.selector))
  return list(spec.servers).flatMap((server, index) => {
    const fields = mapOrEmpty(server)
    const tls = map(fields.tls)
    const mode = text(tls?.mode) ?? 'PASSTHROUGH'
    if (!isMap(tls) || mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH') return []
    const port = number(mapOrEmpty(fields.port).number) ?? 0
    const hosts = texts(fields.hosts)
    if (hosts.includes('*/*')) return []
    return hosts.flatMap((written, at) => {
      const host = compared(written, ref.namespace)
      const name = host.slice(host.indexOf('/') + 1).toLowerCase()
      // A server for every host asks for no name.
      if (name === '*') return []
      const path = ['spec', 'servers', index, 'hosts', at]
      const key = `${selector}\n${port}\n${text(fields.bind) ?? ''}\n${name}`
      return [{ manifest, path, key, port, written, host, name }]
    })
  })
}

function compared(host: string, namespace: string): string {
  if (host.startsWith('./')) return `${namespace}/${host.slice(2)}`
  return host.startsWith('*/') ? host.slice(2) : host
}
