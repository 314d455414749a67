import { filled, list, map, number, text } from '../../mesh/json.ts'
import { serviceProtocol } from '../../mesh/protocol.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { isControlPlane, isManagedGateway } from '../control-plane.ts'

export const invalidExternalNamePort = defineAnalyzer({
  id: 'service/invalid-external-name-port',
  severity: 'warning',
  summary:
    'A Service of type ExternalName has a port without a protocol, or one that takes all TCP.',
  why: 'Such a Service has no address of its own, so its TCP listener matches every connection to that port number, whatever it is meant for.',
  fix: 'Name the port `http`, `https` or `tls` (with a suffix where wanted), so that Istio tells its connections by host or SNI.',
  message:
    'Port {port} ({name}) of this ExternalName Service captures every TCP connection to that number.',
  sources: ['IST0150'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('Service')) {
      if (manifest.spec.type !== 'ExternalName') continue
      if (isControlPlane(manifest) || isManagedGateway(manifest)) continue
      for (const [index, entry] of list(manifest.spec.ports).entries()) {
        const fields = map(entry)
        const port = number(fields?.port)
        if (fields === undefined || port === undefined) continue
        const name = text(fields.name) ?? ''
        const transport = text(fields.protocol) ?? 'TCP'
        const protocol = serviceProtocol(port, name, transport, filled(fields.appProtocol))
        if (protocol !== 'auto' && name !== 'tcp') continue
        const place = fields.name === undefined ? 'port' : 'name'
        report(manifest, ['spec', 'ports', index, place], {
          port: String(port),
          name: name === '' ? 'no name' : `"${name}"`
        })
      }
    }
  }
})
