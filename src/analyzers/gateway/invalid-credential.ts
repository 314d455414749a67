import type { FieldPath } from '../../finding.ts'
import type { Credential } from '../../manifest/credential-facts.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { gatewayCredentials } from '../gateway-credentials.ts'

export const invalidCredential = defineAnalyzer({
  id: 'gateway/invalid-credential',
  severity: 'error',
  summary: 'A Gateway serves a certificate that cannot be read, or is not valid any more or yet.',
  why: 'Without the keys `cert` and `key`, or `tls.crt` and `tls.key`, istiod sends no certificate, and every TLS handshake with the server fails. A certificate out of its dates is refused by clients. Dates are judged by the time of the head commit, never by a clock; certificates and keys themselves are dropped when a Secret is read.',
  fix: 'Renew the certificate, or store it as `tls.crt` with its key as `tls.key` in PEM.',
  message: 'Secret "{credential}" of namespace "{namespace}" {problem}.',
  sources: ['IST0161'],
  check({ mesh, now, report }) {
    for (const { manifest, path, namespace, name, secret, sources } of gatewayCredentials(mesh)) {
      if (secret?.credential === undefined) continue
      // What git does not hold may be filled in later.
      if (secret.credential.kind === 'absent' && !mesh.complete) continue
      const fault = faultOf(secret.credential, now)
      if (fault === null) continue
      const { problem, field, note } = fault
      report(
        manifest,
        path,
        { credential: name, namespace, problem },
        {
          sources: sources('IST0161'),
          related: [{ at: { manifest: secret, path: field, part: 'key' }, note }]
        }
      )
    }
  }
})

interface Fault {
  readonly problem: string
  readonly field: FieldPath
  readonly note: string
}

const NAME: FieldPath = ['metadata', 'name']

/** Source: istio pkg/config/analysis/analyzers/gateway/secret.go isValidSecret, pilot/pkg/xds/sds.go. */
function faultOf(credential: Credential, now: string | null): Fault | null {
  if (credential.kind === 'hidden') return null
  if (credential.kind === 'absent' || credential.kind === 'missing-keys') {
    const keys = credential.kind === 'absent' ? [] : credential.keys.slice(0, 3)
    return {
      problem: 'lacks a certificate or a key (tls.crt and tls.key, or cert and key)',
      field: NAME,
      note: `holds ${keys.length === 0 ? 'nothing' : keys.join(', ')}`
    }
  }
  const { field } = credential
  if (credential.kind === 'unreadable') {
    return { problem: `holds no certificate in ${field[1]}`, field, note: 'no certificate in PEM' }
  }
  if (now === null) return null
  const at = Date.parse(now)
  for (const { notBefore, notAfter, names } of credential.certificates) {
    const note = names.length === 0 ? 'the certificate' : `for ${names.slice(0, 3).join(', ')}`
    if (at > Date.parse(notAfter)) return { problem: `ran out at ${notAfter}`, field, note }
    if (at < Date.parse(notBefore)) {
      return { problem: `holds only from ${notBefore} on`, field, note }
    }
  }
  return null
}
