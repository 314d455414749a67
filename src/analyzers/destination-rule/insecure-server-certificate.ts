import type { FieldPath } from '../../finding.ts'
import type { Json } from '../../manifest/manifest.ts'
import { filled, list, mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const insecureServerCertificate = defineAnalyzer({
  id: 'destination-rule/insecure-server-certificate',
  severity: 'warning',
  summary: 'A DestinationRule originates TLS without naming the authorities that it trusts.',
  why: 'Without `caCertificates` clients up to 1.20 accept any certificate; since 1.21 they check against the authorities of the operating system, which a server with a private one fails.',
  fix: 'Set `caCertificates` (`system` names those of the operating system), or `credentialName` with a `workloadSelector`.',
  message: 'TLS mode {mode} names no caCertificates, so {consequence}.',
  sources: ['IST0128', 'IST0129'],
  check({ mesh, report }) {
    const consequence = mesh.features.has('verify-certificate-at-client')
      ? 'the server is checked against the authorities of the operating system'
      : 'the certificate of the server is not verified'
    for (const manifest of mesh.of('DestinationRule')) {
      const policy = mapOrEmpty(manifest.spec.trafficPolicy)
      const selected = manifest.spec.workloadSelector !== undefined
      const judge = (tls: Json | undefined, path: FieldPath, code: string): void => {
        const { mode, caCertificates, credentialName } = mapOrEmpty(tls)
        if (mode !== 'SIMPLE' && mode !== 'MUTUAL') return
        if (filled(caCertificates) !== undefined) return
        if (selected && filled(credentialName) !== undefined) return
        report(manifest, [...path, 'mode'], { mode, consequence }, { sources: [code] })
      }
      judge(policy.tls, ['spec', 'trafficPolicy', 'tls'], 'IST0128')
      for (const [index, setting] of list(policy.portLevelSettings).entries()) {
        const path = ['spec', 'trafficPolicy', 'portLevelSettings', index, 'tls']
        judge(mapOrEmpty(setting).tls, path, 'IST0129')
      }
    }
  }
})
