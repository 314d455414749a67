import { qualify } from '../../mesh/host.ts'
import { filled, mapOrEmpty, text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { destinationsOf } from '../destinations.ts'
import { gatewayNamesOf } from '../gateway-names.ts'
import { policiesOf } from '../traffic-policies.ts'

export const ineffectiveCredential = defineAnalyzer({
  id: 'destination-rule/ineffective-credential',
  severity: 'warning',
  summary:
    'Clients with sidecars are to take a TLS certificate from a Secret, without being selected.',
  why: 'Only gateways fetch Secrets for every DestinationRule. A sidecar does so only where `workloadSelector` picks its pod; elsewhere it sends plaintext.',
  fix: 'Add a `workloadSelector`, or mount the certificate and name files; for an egress gateway nothing is to be done.',
  message:
    'Sidecars ignore credentialName "{credential}" without a workloadSelector and send plaintext.',
  sources: [],
  check({ mesh, report }) {
    const fromGateways = gatewayDestinations(mesh)
    for (const manifest of mesh.of('DestinationRule')) {
      const { spec, ref } = manifest
      if (spec.workloadSelector !== undefined) continue
      // An egress gateway fetches the Secret itself.
      if (
        fromGateways.has(qualify(text(spec.host) ?? '', ref.namespace, mesh.config.clusterDomain))
      )
        continue
      for (const { policy, path } of policiesOf(manifest)) {
        const { mode, credentialName } = mapOrEmpty(policy.tls)
        const credential = filled(credentialName)
        const written = text(mode)
        if (credential === undefined || (written !== 'SIMPLE' && written !== 'MUTUAL')) continue
        report(manifest, [...path, 'tls', 'credentialName'], { credential })
      }
    }
  }
})

/** Hosts to which some gateway routes. */
function gatewayDestinations(mesh: Mesh): ReadonlySet<string> {
  const found = new Set<string>()
  for (const manifest of mesh.of('VirtualService')) {
    if (gatewayNamesOf(manifest).every(({ gateway }) => gateway === null)) continue
    for (const { host } of destinationsOf(manifest, mesh.config.clusterDomain)) found.add(host)
  }
  return found
}
