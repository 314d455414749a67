import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { warning } from '../problem.ts'

const oldVersion = warning(
  'insecure-tls-version',
  '{field} is {value}, for which no cipher is enabled by default: list cipherSuites that it can use, or better require TLSV1_2.',
  { since: 22 }
)

const unknownCiphers = warning(
  'unknown-cipher',
  '{field} lists {names}, which Envoy does not know and Istio leaves out. Use names of OpenSSL, such as ECDHE-RSA-AES128-GCM-SHA256.'
)

const duplicateCiphers = warning('duplicate-cipher', '{field} lists {names} more than once.')

export function checkCiphers(tls: Message<'ServerTLSSettings'>, field: Field): void {
  const isOld = tls.minProtocolVersion === 'TLSV1_0' || tls.minProtocolVersion === 'TLSV1_1'
  if (isOld && tls.cipherSuites.length === 0) field.at('minProtocolVersion').report(oldVersion)
  const known = new Set<string>()
  const unknown = new Set<string>()
  const duplicate = new Set<string>()
  for (const cipher of tls.cipherSuites) {
    if (!isCipher(cipher)) unknown.add(cipher)
    else if (known.has(cipher)) duplicate.add(cipher)
    else known.add(cipher)
  }
  const place = field.at('cipherSuites')
  if (unknown.size > 0) place.report(unknownCiphers, { names: [...unknown].sort().join(', ') })
  if (duplicate.size > 0)
    place.report(duplicateCiphers, { names: [...duplicate].sort().join(', ') })
}

/** Operators such as `-` and `@` begin no name and are left to Envoy (security.IsValidCipherSuite). */
function isCipher(text: string): boolean {
  if (text === '' || text === 'ALL' || !isAlphanumeric(text)) return true
  return CIPHERS.has(text)
}

/** Go looks at the first byte as if it were a character of Latin-1. */
function isAlphanumeric(text: string): boolean {
  const [first = 0] = new TextEncoder().encode(text.slice(0, 2))
  return /^[\p{L}\p{N}]/u.test(String.fromCharCode(first))
}

const CIPHERS = new Set([
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-SHA',
  'ECDHE-RSA-AES128-SHA',
  'ECDHE-ECDSA-AES256-SHA',
  'ECDHE-RSA-AES256-SHA',
  'AES128-GCM-SHA256',
  'AES256-GCM-SHA384',
  'AES128-SHA',
  'AES256-SHA',
  'DES-CBC3-SHA'
])
