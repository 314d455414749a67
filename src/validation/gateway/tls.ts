import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { checkCiphers } from './ciphers.ts'

type ServerTls = Message<'ServerTLSSettings'>

const certificateOfMesh = refusal(
  'conflicting-mesh-certificate',
  '{field} is set beside mode ISTIO_MUTUAL, which uses the certificate of the workload. Remove it, or choose mode MUTUAL.'
)

const unusedCertificate = warning(
  'ineffective-certificate',
  '{field} holds certificates beside mode {mode}, which hands TLS on unopened. Remove them, or choose a mode that terminates TLS.'
)

const severalSources = refusal(
  'conflicting-certificates',
  '{field} names its certificate in several ways ({names}), of which only one may be set.'
)

const noAuthority = refusal(
  'missing-ca-certificates',
  '{field} is not set, but mode {mode} needs it to verify the certificates of clients. Set it, or credentialName.'
)

const noCertificate = refusal(
  'missing-server-certificate',
  '{field} is not set, but mode {mode} needs a certificate. Set it and privateKey, or credentialName.'
)

const noKey = refusal(
  'missing-private-key',
  '{field} is not set, but mode {mode} needs the key of its certificate. Set it and serverCertificate, or credentialName.'
)

const manyCertificates = warning(
  'unsupported-certificate-count',
  '{field} lists {count} certificates, of which Envoy can use two (RSA and ECDSA).',
  { since: 27 }
)

const listWithCredential = refusal(
  'conflicting-crl-credential',
  '{field} is set beside credentialName: put the revocation list into the Secret.',
  { since: 22 }
)

const listWithoutClients = refusal(
  'conflicting-crl-mode',
  '{field} is set beside mode SIMPLE, which asks no client for a certificate. Remove it, or choose mode MUTUAL.',
  { since: 22 }
)

/** TLS of a Gateway server or a Sidecar ingress listener (validateTLSOptions). */
export function checkServerTls(tls: ServerTls, field: Field): void {
  checkCiphers(tls, field)
  if (tls.mode === 'ISTIO_MUTUAL') {
    for (const name of CERTIFICATES) if (isSet(tls[name])) field.at(name).report(certificateOfMesh)
    return
  }
  if (tls.mode === 'PASSTHROUGH' || tls.mode === 'AUTO_PASSTHROUGH') {
    const isUnused = tls.caCrl !== '' || CERTIFICATES.some(name => isSet(tls[name]))
    if (isUnused) field.report(unusedCertificate, { mode: tls.mode })
  }
  checkSources(tls, field)
  const mode = tls.mode
  const terminates = mode === 'SIMPLE' || mode === 'MUTUAL' || mode === 'OPTIONAL_MUTUAL'
  // Credentials hold everything else.
  if (terminates && (tls.credentialName !== '' || tls.credentialNames.length > 0)) return
  if (terminates) checkCertificates(tls, field)
  if (tls.caCrl === '') return
  if (tls.credentialName !== '') field.at('caCrl').report(listWithCredential)
  if (mode === 'SIMPLE') field.at('caCrl').report(listWithoutClients)
}

function checkSources(tls: ServerTls, field: Field): void {
  const names: string[] = []
  if (tls.serverCertificate !== '' && tls.privateKey !== '') {
    names.push('serverCertificate and privateKey')
  }
  for (const name of ['credentialName', 'credentialNames', 'tlsCertificates'] as const) {
    if (isSet(tls[name])) names.push(name)
  }
  // Before 1.27 there were no lists, and a credential went before files.
  if (names.length > 1 && field.recorder.minor >= 27) {
    field.report(severalSources, { names: names.join(', ') })
  }
}

function checkCertificates(tls: ServerTls, field: Field): void {
  const { mode } = tls
  if (mode !== 'SIMPLE' && tls.caCertificates === '') {
    field.at('caCertificates').report(noAuthority, { mode })
  }
  const count = tls.tlsCertificates.length
  if (count > 2) field.at('tlsCertificates').report(manyCertificates, { count })
  const certificates =
    count > 0
      ? [...tls.tlsCertificates.entries()].map(([index, certificate]) => ({
          certificate,
          place: field.at('tlsCertificates', index)
        }))
      : [{ certificate: tls, place: field }]
  for (const { certificate, place } of certificates) {
    if (certificate.serverCertificate === '') {
      place.at('serverCertificate').report(noCertificate, { mode })
    }
    if (certificate.privateKey === '') place.at('privateKey').report(noKey, { mode })
  }
}

const CERTIFICATES = [
  'serverCertificate',
  'privateKey',
  'caCertificates',
  'tlsCertificates',
  'credentialName',
  'credentialNames'
] as const

function isSet(value: string | readonly unknown[]): boolean {
  return value.length > 0
}
