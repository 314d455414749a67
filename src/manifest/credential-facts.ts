import type { CertificateFacts } from './certificate.ts'

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
