import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

const invalidConfigMap = refusal(
  'invalid-config-map-name',
  '{field} is {value}, but a ConfigMap is named as configmap://namespace/name.',
  { since: 26 }
)

const foreignConfigMap = refusal(
  'invalid-config-map-namespace',
  '{field} is {value}, but the ConfigMap must be in the namespace of the DestinationRule, {namespace}.',
  { since: 26 }
)

const skipWithAuthority = refusal(
  'conflicting-skip-verify',
  '{field} is true, so that no certificate is verified, but {names} is set to verify it. Remove one of them.',
  { since: 19 }
)

const credentialWithFiles = refusal(
  'conflicting-credential',
  '{field} is set beside {names}: credentialName already holds certificates. Remove one of them.'
)

const noCertificate = refusal(
  'missing-client-certificate',
  '{field} is not set, but mode MUTUAL shows the certificate of the client. Set it, or credentialName; ISTIO_MUTUAL uses the one of the mesh.'
)

const noKey = refusal(
  'missing-client-key',
  '{field} is not set, but mode MUTUAL needs the key of its certificate. Set it, or credentialName.'
)

const CONFIG_MAP = 'configmap://'

/** TLS of the client towards a destination (agent.ValidateTLS). */
export function checkClientTls(tls: Message<'ClientTLSSettings'> | undefined, field: Field): void {
  if (tls === undefined) return
  if (tls.credentialName.startsWith(CONFIG_MAP)) {
    checkConfigMap(tls.credentialName, field.at('credentialName'))
  }
  const { mode } = tls
  if (tls.insecureSkipVerify === true && (mode === 'SIMPLE' || mode === 'MUTUAL')) {
    checkSkip(tls, field.at('insecureSkipVerify'))
  }
  if ((mode === 'SIMPLE' || mode === 'MUTUAL') && tls.credentialName !== '') {
    const files = ['clientCertificate', 'caCertificates', 'privateKey', 'caCrl'] as const
    const names = files.filter(name => tls[name] !== '')
    if (names.length > 0) {
      field.at('credentialName').report(credentialWithFiles, { names: names.join(', ') })
    }
    return
  }
  if (mode !== 'MUTUAL') return
  if (tls.clientCertificate === '') field.at('clientCertificate').report(noCertificate)
  if (tls.privateKey === '') field.at('privateKey').report(noKey)
}

function checkSkip(tls: Message<'ClientTLSSettings'>, field: Field): void {
  const names: string[] = []
  if (tls.caCertificates !== '') names.push('caCertificates')
  // With MUTUAL, a credential may hold the certificate of the client alone.
  if (tls.mode === 'SIMPLE' && tls.credentialName !== '') names.push('credentialName')
  if (tls.subjectAltNames.length > 0) names.push('subjectAltNames')
  if (names.length > 0) field.report(skipWithAuthority, { names: names.join(', ') })
}

function checkConfigMap(name: string, field: Field): void {
  const { namespace: own } = field.recorder.manifest.ref
  const [namespace, map] = name.slice(CONFIG_MAP.length).split('/')
  if (!namespace || !map) field.report(invalidConfigMap)
  else if (namespace !== own) field.report(foreignConfigMap, { namespace: own })
}
