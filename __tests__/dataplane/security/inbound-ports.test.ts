import { describe, expect, test } from '@jest/globals'
import { inboundPorts } from '../../../src/dataplane/security/inbound-ports.ts'
import { accept } from '../../../src/dataplane/security/transport.ts'
import { sidecarIndex } from '../../../src/dataplane/sidecar.ts'
import { buildMesh } from '../../../src/mesh/mesh.ts'
import { manifestsFrom } from '../../support/side.ts'

const service = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  selector: {app: web}
  ports: [{name: http, port: 80, targetPort: 8080}, {name: tcp, port: 9000}]
`

const sidecar = (ingress: string) => `---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: web, namespace: shop}
spec: {ingress: [${ingress}]}
`

function ports(ingress: string, flags: Record<string, string> = {}) {
  const mesh = buildMesh({
    side: 'head',
    manifests: manifestsFrom(service + sidecar(ingress)),
    flags
  })
  const pod = { namespace: 'shop', labels: { app: 'web' }, ports: [] }
  return inboundPorts(mesh, sidecarIndex(mesh), mesh.registry.all, pod, new Set())
}

const declared = (ingress: string, flags: Record<string, string> = {}) =>
  ports(ingress, flags).declared.map(({ port, reading }) => `${port} ${reading}`)

describe('ports that a Sidecar with ingress takes', () => {
  test('it alone says them, and merged with Services it goes before these', () => {
    const own = '{port: {number: 8080, protocol: TCP, name: tcp}}'
    expect(declared(own)).toEqual(['8080 tcp'])
    const merged = { PILOT_ALLOW_SIDECAR_SERVICE_INBOUND_LISTENER_MERGE: 'true' }
    expect(declared(own, merged)).toEqual(['8080 tcp', '9000 tcp'])
  })

  test('a listener that captures nothing leaves what is captured for the port to be passed on', () => {
    const own = '{port: {number: 8080, protocol: TCP, name: tcp}, captureMode: NONE}'
    expect(declared(own)).toEqual([])
    expect(ports(own).port(8080).reading).toBe('sniffed')
    const merged = { PILOT_ALLOW_SIDECAR_SERVICE_INBOUND_LISTENER_MERGE: 'true' }
    expect(declared(own, merged)).toEqual(['9000 tcp'])
  })

  test('its own TLS, where mutual TLS of the mesh is off, knows its clients if it wants certificates', () => {
    const own = (mode: string) =>
      ports(`{port: {number: 8443, protocol: HTTPS, name: https}, tls: {mode: ${mode}}}`, {
        ENABLE_TLS_ON_SIDECAR_INGRESS: 'true'
      }).port(8443)
    const arriving = { transport: 'mtls', http: true, trusted: true } as const
    expect(accept('DISABLE', own('MUTUAL'), arriving)).toEqual({
      kind: 'accepted',
      reading: 'http',
      authenticated: true,
      arrived: 'mtls'
    })
    expect(accept('DISABLE', own('SIMPLE'), arriving)).toMatchObject({
      authenticated: false,
      arrived: 'tls'
    })
    expect(accept('DISABLE', own('MUTUAL'), { ...arriving, transport: 'plaintext' }).kind).toBe(
      'reset'
    )
  })
})
