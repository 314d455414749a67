import { certificatesOf, decodedBase64 } from './certificate.ts'
import type { Credential, Field } from './credential-facts.ts'
import type { JsonMap } from './manifest.ts'
import { isMap } from './map.ts'

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
