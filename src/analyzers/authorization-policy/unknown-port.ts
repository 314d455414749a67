import type { FieldPath } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { list, mapOrEmpty, texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { policyPods, reachedPorts } from '../policy-pods.ts'
import { partsOf } from '../rules-of.ts'

export const unknownPort = defineAnalyzer({
  id: 'authorization-policy/unknown-port',
  severity: 'warning',
  summary: 'A policy names the port of a Service where that of the container counts.',
  why: 'The proxy beside the pod sees the port that the connection arrives at, which is the target port. A rule for the port of the Service never matches: an ALLOW lets nobody in, a DENY keeps nobody out.',
  fix: 'Name the container port.',
  message: 'Port {port} is that of Service "{service}"; the workload receives on {target}.',
  sources: [],
  check({ mesh, report }) {
    const portsOf = reachedPorts(mesh)
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      const named = namedPorts(manifest)
      if (named.length === 0) continue
      const pods = policyPods(mesh, manifest)
      const reached = pods.flatMap(pod => portsOf(pod))
      const received = new Set(reached.map(({ target }) => String(target)))
      for (const pod of pods) for (const { number } of pod.ports) received.add(String(number))
      for (const { port, path } of named) {
        if (received.has(port)) continue
        const meant = reached.find(one => String(one.port) === port && one.target !== null)
        if (meant === undefined) continue
        const target = String(meant.target)
        report(manifest, path, { port, service: meant.service, target })
      }
    }
  }
})

interface NamedPort {
  readonly port: string
  readonly path: FieldPath
}

/** Of operations, and of conditions on `destination.port`. */
function namedPorts(manifest: Manifest): NamedPort[] {
  const found: NamedPort[] = []
  const add = (fields: Manifest['spec'], path: FieldPath, names: readonly string[]): void => {
    for (const field of names) {
      for (const [index, port] of texts(fields[field]).entries()) {
        found.push({ port, path: [...path, field, index] })
      }
    }
  }
  for (const { fields, path } of partsOf(manifest)) add(fields, path, ['ports', 'notPorts'])
  for (const [i, rule] of list(manifest.spec.rules).entries()) {
    for (const [j, entry] of list(mapOrEmpty(rule).when).entries()) {
      const condition = mapOrEmpty(entry)
      if (condition.key !== 'destination.port') continue
      add(condition, ['spec', 'rules', i, 'when', j], ['values', 'notValues'])
    }
  }
  return found
}
