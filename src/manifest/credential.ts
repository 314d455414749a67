import { type CertificateFacts, certificatesOf, decodedBase64 } from './certificate.ts'
import type { JsonMap } from './manifest.ts'
import { isMap } from './map.ts'

/** What is kept of a Secret's content: what istiod could do with it, and when. No key, no certificate, no text of it. */
export type Credential =
  /** No content in git. */
  | { readonly kind: 'absent' }
  /** Content that another tool has yet to fill in or to decrypt. */
  | { readonly kind: 'hidden' }
  /** Keys that istiod asks for are missing or empty. `keys` are those that are there, in order. */
  | { readonly kind: 'missing-keys'; readonly keys: readonly string[] }
  /** `key` holds no PEM block with a certificate. */
  | { readonly kind: 'unreadable'; readonly field: Field }
  | {
      readonly kind: 'certificate'
      readonly field: Field
      readonly certificates: readonly CertificateFacts[]
    }

/** Where the certificate stands: `['data', 'tls.crt']`. */
export type Field = readonly ['data' | 'stringData', string]

/** In the order in which istiod asks: pilot/pkg/credentials/kube/secrets.go ExtractCertInfo. */
const PAIRS = [
  ['cert', 'key'],
  ['tls.crt', 'tls.key']
] as const

interface Held {
  readonly field: Field
  /** `null` where nobody can tell: encrypted, or a placeholder. */
  readonly text: string | null
}

/** The facts of a Secret. `stringData` goes over `data`, as in the API server. */
export function credentialOf(secret: JsonMap): Credential {
  const held = new Map<string, Held>()
  for (const from of ['data', 'stringData'] as const) {
    const values = secret[from]
    if (!isMap(values)) continue
    for (const [key, value] of Object.entries(values)) {
      held.set(key, { field: [from, key], text: from === 'data' ? decoded(value) : plain(value) })
    }
  }
  // SOPS encrypts the values and says so beside them.
  if (isMap(secret.sops)) return { kind: 'hidden' }
  if (held.size === 0) return { kind: 'absent' }
  for (const [certificate, key] of PAIRS) {
    const one = held.get(certificate)
    const other = held.get(key)
    if (one === undefined || other === undefined) continue
    if (one.text === null) return { kind: 'hidden' }
    if (one.text === '' || other.text === '') continue
    const certificates = certificatesOf(one.text)
    return certificates === null
      ? { kind: 'unreadable', field: one.field }
      : { kind: 'certificate', field: one.field, certificates }
  }
  return { kind: 'missing-keys', keys: [...held.keys()].sort() }
}

function decoded(value: unknown): string | null {
  if (value === null) return ''
  if (typeof value !== 'string') return null
  const bytes = decodedBase64(value)
  return bytes === null ? null : new TextDecoder('latin1').decode(bytes)
}

/** `${…}`, `<path:…>`, `{{ … }}` and `ENC[…]` are filled in by a tool that runs later. */
function plain(value: unknown): string | null {
  if (value === null) return ''
  if (typeof value !== 'string') return null
  return /^(?:<[^>]*>|ENC\[|\$\{|\{\{)/.test(value.trim()) ? null : value
}
