import { filled, list, map, number, text } from '../../mesh/json.ts'
import { serviceProtocol } from '../../mesh/protocol.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { isControlPlane, isManagedGateway } from '../control-plane.ts'

export const unknownProtocol = defineAnalyzer({
  id: 'service/unknown-protocol',
  severity: 'info',
  summary: 'The name of a Service port does not say which protocol it speaks.',
  why: 'Istio then guesses from the first bytes of a connection. Protocols in which the server speaks first hang, HTTP routes do not hold for other listeners of that port, and an authorization policy sees HTTP or TCP by what was guessed.',
  fix: 'Name the port `<protocol>` or `<protocol>-<suffix>` (http, http2, grpc, https, tls, tcp, mongo, mysql, redis, …), or set `appProtocol`.',
  message:
    'Port {port} ({name}) does not say its protocol, so Istio guesses it for each connection.',
  sources: ['IST0118', 'KIA0601'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('Service')) {
      if (isControlPlane(manifest) || isManagedGateway(manifest)) continue
      // Those have a finding of their own.
      if (manifest.spec.type === 'ExternalName') continue
      for (const [index, entry] of list(manifest.spec.ports).entries()) {
        const fields = map(entry)
        const port = number(fields?.port)
        if (fields === undefined || port === undefined) continue
        const name = text(fields.name) ?? ''
        const transport = text(fields.protocol) ?? 'TCP'
        const protocol = serviceProtocol(port, name, transport, filled(fields.appProtocol))
        if (protocol !== 'auto') continue
        const place = fields.name === undefined ? 'port' : 'name'
        report(manifest, ['spec', 'ports', index, place], {
          port: String(port),
          name: name === '' ? 'no name' : `"${name}"`
        })
      }
    }
  }
})
