import type { Json, Manifest } from '../../manifest/manifest.ts'
import { list, map, mapOrEmpty, number, text, textMap } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { selectorText, selects } from '../../mesh/selector.ts'
import type { Workload } from '../../mesh/workload.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podsOf, put } from '../pods.ts'
import { absence } from '../selector-text.ts'

export const unknownPort = defineAnalyzer({
  id: 'gateway/unknown-port',
  severity: 'warning',
  summary: 'A server of a Gateway listens on a port that no Service of the gateway pods has.',
  why: 'The proxy opens the port, but nothing leads to it: callers reach gateway pods through their Service.',
  fix: 'Add the port to the Service of the gateway, or use one that it has.',
  message: 'No Service of the pods with {selector} has port {port}.',
  sources: ['IST0162'],
  since: '1.20',
  check({ mesh, report }) {
    const services = new Map<string, Manifest[]>()
    for (const service of mesh.of('Service')) put(services, service.ref.namespace, service)
    const opened = new Map<string, ReadonlySet<number> | null>()
    for (const manifest of mesh.of('Gateway')) {
      const selector = textMap(manifest.spec.selector)
      const key = selectorText(selector)
      const known = opened.get(key)
      const ports =
        known === undefined ? portsOf(podsOf(mesh).selectedBy(selector), services, mesh) : known
      opened.set(key, ports)
      if (ports === null) continue
      for (const [index, server] of list(manifest.spec.servers).entries()) {
        const port = map(map(server)?.port)
        if (port === undefined) continue
        const written = number(port.number) ?? 0
        if (ports.has(written)) continue
        report(
          manifest,
          ['spec', 'servers', index, 'port', 'number'],
          { port: String(written), selector: key },
          { certainty: absence(mesh) }
        )
      }
    }
  }
})

/** A number in quotes counts as one (Kubernetes' IntOrString.IntValue). */
function targetNumber(targetPort: Json | undefined): number | undefined {
  const written = text(targetPort)
  if (written === undefined) return number(targetPort)
  return /^\d+$/.test(written) ? Number(written) : undefined
}

/** Service ports and target ports that lead to some of the pods; `null` where git holds no pods or no Service of them. */
function portsOf(
  pods: readonly Workload[],
  services: ReadonlyMap<string, readonly Manifest[]>,
  mesh: Mesh
): ReadonlySet<number> | null {
  if (pods.length === 0) return null
  const found = new Set<number>()
  let served = false
  for (const { namespace, labels } of pods) {
    for (const { spec } of services.get(namespace) ?? []) {
      if (!selects(textMap(spec.selector), labels)) continue
      served = true
      for (const entry of list(spec.ports)) {
        const { port, targetPort, protocol } = mapOrEmpty(entry)
        // Files leave out what the API server fills in.
        if ((text(protocol) ?? (mesh.complete ? '' : 'TCP')) !== 'TCP') continue
        for (const one of [number(port), targetNumber(targetPort)]) {
          if (one !== undefined) found.add(one)
        }
      }
    }
  }
  return served || mesh.complete ? found : null
}
