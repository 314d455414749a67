import type { Manifest } from '../manifest/manifest.ts'
import { list, map, number, text, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { isHttp, parseProtocol } from '../mesh/protocol.ts'
import { visibility } from '../mesh/visibility.ts'

/**
 * What ServiceEntries compete for: a host, of which the oldest is taken where none is of the client's namespace, and a
 * port whose bytes are forwarded unread, of which the first that has no address of its own has the listener.
 * Source: pilot model/sidecar.go appendSidecarServices, networking/core/listener.go buildListenerFromEntry.
 */
export function serviceEntryClaims({ spec, ref }: Manifest, mesh: Mesh): string[] {
  const scope = visibility(texts(spec.exportTo), ref.namespace, mesh.config.defaultServiceExportTo)
  if (scope === 'none') return []
  const hosts = texts(spec.hosts).map(host => `host ${host.toLowerCase()}`)
  if (texts(spec.addresses).length > 0) return hosts
  const ports = list(spec.ports).flatMap(one => {
    const protocol = parseProtocol(text(map(one)?.protocol) ?? '')
    const port = number(map(one)?.number)
    const isUnread = !isHttp(protocol) && !['TLS', 'HTTPS', 'UDP'].includes(protocol)
    return port === undefined || !isUnread ? [] : [`port ${port}`]
  })
  return [...hosts, ...ports]
}
