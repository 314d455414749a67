import { isMap, list, number, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { absence } from '../selector-text.ts'

const group = 'gateway.networking.k8s.io'
const kinds = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'] as const

export const unknownGateway = defineAnalyzer({
  id: 'http-route/unknown-gateway',
  severity: 'warning',
  summary: 'A route of the Gateway API names a Gateway, or a listener of one, that does not exist.',
  why: 'It is attached to nothing, so that no request reaches it. A parent without a namespace is looked for beside the route.',
  fix: 'Correct name, `namespace` or `sectionName` of the parent, or add the Gateway.',
  message: 'Gateway "{gateway}" of namespace "{namespace}" {problem}.',
  sources: ['KIA1401'],
  check({ mesh, report }) {
    const held = new Set(mesh.of('Gateway', group).map(({ ref }) => ref.namespace))
    for (const kind of kinds) {
      for (const manifest of mesh.of(kind, group)) {
        for (const [index, parent] of list(manifest.spec.parentRefs).filter(isMap).entries()) {
          if ((text(parent.kind) ?? 'Gateway') !== 'Gateway') continue
          if ((text(parent.group) ?? group) !== group) continue
          const namespace = text(parent.namespace) || manifest.ref.namespace
          const name = text(parent.name) ?? ''
          const gateway = mesh.get({ group, kind: 'Gateway', namespace, name })
          // Where git holds no Gateway of the namespace at all, they are taken to live elsewhere.
          if (gateway === undefined && !held.has(namespace) && !mesh.complete) continue
          const path = ['spec', 'parentRefs', index]
          if (gateway === undefined) {
            const params = { gateway: name, namespace, problem: 'does not exist' }
            report(manifest, [...path, 'name'], params, { certainty: absence(mesh) })
            continue
          }
          const section = text(parent.sectionName)
          const port = number(parent.port)
          const listeners = list(gateway.spec.listeners).filter(isMap)
          if (section !== undefined && !listeners.some(one => one.name === section)) {
            const params = { gateway: name, namespace, problem: `has no listener "${section}"` }
            report(manifest, [...path, 'sectionName'], params)
          } else if (port !== undefined && !listeners.some(one => one.port === port)) {
            const params = { gateway: name, namespace, problem: `has no listener on port ${port}` }
            report(manifest, [...path, 'port'], params)
          }
        }
      }
    }
  }
})
