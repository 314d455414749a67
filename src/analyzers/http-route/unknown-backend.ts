import { isMap, list, mapOrEmpty, number, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { absence } from '../selector-text.ts'

const group = 'gateway.networking.k8s.io'
const kinds = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'] as const

export const unknownBackend = defineAnalyzer({
  id: 'http-route/unknown-backend',
  severity: 'warning',
  summary: 'A route of the Gateway API leads to a Service, or a port of one, that does not exist.',
  why: 'The share of requests that goes there is answered 500.',
  fix: 'Correct name, `namespace` or `port` of the backend (the port is that of the Service), or add the Service.',
  message: 'Service "{service}" of namespace "{namespace}" {problem}.',
  sources: ['KIA1402'],
  check({ mesh, report }) {
    for (const kind of kinds) {
      for (const manifest of mesh.of(kind, group)) {
        for (const [i, rule] of list(manifest.spec.rules).entries()) {
          for (const [j, entry] of list(mapOrEmpty(rule).backendRefs).entries()) {
            if (!isMap(entry) || (text(entry.kind) ?? 'Service') !== 'Service') continue
            if ((text(entry.group) ?? '') !== '') continue
            const namespace = text(entry.namespace) || manifest.ref.namespace
            const name = text(entry.name) ?? ''
            const held = mesh.registry
              .inNamespace(namespace)
              .filter(({ registry }) => registry === 'Kubernetes')
            // Where git holds no Service of the namespace at all, they are taken to live elsewhere.
            if (held.length === 0 && !mesh.complete) continue
            const service = held.find(one => one.name === name)
            const path = ['spec', 'rules', i, 'backendRefs', j]
            const port = number(entry.port)
            if (service === undefined) {
              const params = { service: name, namespace, problem: 'does not exist' }
              report(manifest, [...path, 'name'], params, { certainty: absence(mesh) })
            } else if (port !== undefined && !service.ports.some(one => one.number === port)) {
              const known = service.ports.map(one => one.number).join(', ')
              const problem = `has no port ${port}; it has ${known === '' ? 'none' : known}`
              report(manifest, [...path, 'port'], { service: name, namespace, problem })
            }
          }
        }
      }
    }
  }
})
