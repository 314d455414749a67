import { list, mapOrEmpty, number } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { boundGateways } from '../bound-gateways.ts'

export const ineffectiveMatchPort = defineAnalyzer({
  id: 'virtual-service/ineffective-match-port',
  severity: 'warning',
  summary: 'A route of a gateway asks for a port that no server of the gateway has.',
  why: 'At a gateway `match.port` is compared with the port of the server in the Gateway, not with that of the container behind the Service. The match is dropped.',
  fix: 'Write the `port.number` of the server.',
  message: 'No server of the gateway has port {port}; servers have {known}.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      let known: ReadonlySet<number> | null | undefined
      for (const section of ['http', 'tls', 'tcp'] as const) {
        for (const [i, rule] of list(manifest.spec[section]).entries()) {
          for (const [j, match] of list(mapOrEmpty(rule).match).entries()) {
            const port = number(mapOrEmpty(match).port) ?? 0
            if (port === 0) continue
            if (known === undefined) {
              const gateways = boundGateways(mesh, manifest)
              const servers = gateways?.flatMap(({ spec }) => list(spec.servers))
              const ports = servers?.map(one => number(mapOrEmpty(mapOrEmpty(one).port).number))
              known = ports === undefined ? null : new Set(ports.map(one => one ?? 0))
            }
            if (known === null || known.size === 0 || known.has(port)) continue
            const path = ['spec', section, i, 'match', j, 'port']
            const all = [...known].sort((a, b) => a - b).slice(0, 10)
            report(manifest, path, { port: String(port), known: all.join(', ') })
          }
        }
      }
    }
  }
})
