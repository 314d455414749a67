import { parse } from 'yaml'
import type { Json } from '../../manifest/manifest.ts'
import { filled, list, mapOrEmpty, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { absence } from '../selector-text.ts'

/** Registries that istiod has itself. */
const own: readonly string[] = ['Mock', 'Kubernetes', 'External']

export const unknownRegistry = defineAnalyzer({
  id: 'mesh-networks/unknown-registry',
  severity: 'error',
  summary: 'The mesh networks name a cluster that the mesh does not know.',
  why: 'Endpoints of that network are taken to be of none, so that traffic to them does not go through its gateway.',
  fix: 'Name a cluster of a remote secret (label `istio/multiCluster: "true"`), or Kubernetes.',
  message:
    'Network "{network}" takes its endpoints from registry "{registry}", which the mesh does not know.',
  sources: ['IST0126'],
  check({ mesh, report }) {
    if (
      !mesh.complete &&
      mesh.of('Secret').every(({ labels }) => labels['istio/multiCluster'] !== 'true')
    )
      return
    for (const manifest of mesh.of('ConfigMap')) {
      const written = text(mapOrEmpty(manifest.object.data).meshNetworks)
      if (written === undefined) continue
      for (const [network, registry] of registriesOf(written)) {
        if (own.includes(registry)) continue
        // Keys of a remote secret are not kept, its name ends in the cluster's.
        if (
          mesh
            .of('Secret')
            .some(
              ({ ref, labels }) =>
                labels['istio/multiCluster'] === 'true' && ref.name.endsWith(registry)
            )
        )
          continue
        report(
          manifest,
          ['data', 'meshNetworks'],
          { network, registry },
          { part: 'key', certainty: absence(mesh) }
        )
      }
    }
  }
})

function* registriesOf(written: string): Generator<[network: string, registry: string]> {
  let value: Json
  try {
    value = parse(written) as Json
  } catch {
    // istiod keeps the networks that it read last.
    return
  }
  for (const [network, fields] of Object.entries(mapOrEmpty(mapOrEmpty(value).networks))) {
    for (const endpoint of list(mapOrEmpty(fields).endpoints)) {
      const registry = filled(mapOrEmpty(endpoint).fromRegistry)
      if (registry !== undefined) yield [network, registry]
    }
  }
}
