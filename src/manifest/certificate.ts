/** What a certificate says of itself: when it holds and for whom. Its key is not looked at. */
export interface CertificateFacts {
  /** RFC 3339, UTC. */
  readonly notBefore: string
  readonly notAfter: string
  /** DNS names and addresses of the subject's alternative names, in order. */
  readonly names: readonly string[]
}

/**
 * The certificates of the first PEM block, which are all that istiod looks at (pilot/pkg/xds/sds.go
 * ValidateCertificate); `null` where there is no block, or it holds no X.509 certificate (RFC 5280).
 */
export function certificatesOf(pem: string): readonly CertificateFacts[] | null {
  const bytes = firstBlock(pem)
  if (bytes === null) return null
  const found: CertificateFacts[] = []
  for (let at = 0; at < bytes.length; ) {
    const outer = element(bytes, at, bytes.length)
    const facts = outer?.tag === SEQUENCE ? factsOf(bytes, outer) : null
    if (outer === null || facts === null) return null
    found.push(facts)
    at = outer.end
  }
  return found.length === 0 ? null : found
}

/** Go's encoding/pem: the first block whose two lines name the same; headers before an empty line are skipped. */
function firstBlock(pem: string): Uint8Array | null {
  const block = /(?:^|\n)-----BEGIN ([^\n]*?)-----[ \t\r]*\n([\s\S]*?)\n?-----END \1-----/.exec(pem)
  if (block === null) return null
  const body = (block[2] ?? '').replace(/^(?:[^\n:]+:[^\n]*\n)+\s*\n/, '')
  return decodedBase64(body)
}

/** Standard alphabet with padding, line breaks left out, as Go's base64.StdEncoding; `null` for anything else. */
export function decodedBase64(text: string): Uint8Array | null {
  const plain = text.replace(/\s/g, '')
  if (plain.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) return null
  return Uint8Array.from(atob(plain), letter => letter.charCodeAt(0))
}

const SEQUENCE = 0x30
const VERSION = 0xa0
const EXTENSIONS = 0xa3
const INTEGER = 0x02
const BOOLEAN = 0x01
const OCTETS = 0x04
const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18
/** 2.5.29.17. */
const ALTERNATIVE_NAMES = '551d11'
const DNS_NAME = 0x82
const ADDRESS = 0x87

interface Element {
  readonly tag: number
  /** Of the content. */
  readonly start: number
  readonly end: number
}

/** DER: one byte of tag, a definite length of at most four bytes, content within its parent. */
function element(bytes: Uint8Array, at: number, limit: number): Element | null {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined || at + 2 > limit) return null
  let start = at + 2
  let length = first
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 4 || start + count > limit) return null
    length = 0
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0)
    start += count
  }
  return start + length > limit ? null : { tag, start, end: start + length }
}

function children(bytes: Uint8Array, { start, end }: Element): Element[] | null {
  const found: Element[] = []
  for (let at = start; at < end; ) {
    const one = element(bytes, at, end)
    if (one === null) return null
    found.push(one)
    at = one.end
  }
  return found
}

/** Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue }. */
function factsOf(bytes: Uint8Array, certificate: Element): CertificateFacts | null {
  const parts = children(bytes, certificate)
  const signed = parts?.length === 3 && parts[0]?.tag === SEQUENCE ? parts[0] : null
  const fields = signed === null ? null : children(bytes, signed)
  if (fields === null) return null
  const rest = fields[0]?.tag === VERSION ? fields.slice(1) : fields
  // serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo
  const [serial, , , validity] = rest
  if (serial?.tag !== INTEGER || validity?.tag !== SEQUENCE || rest.length < 6) return null
  const times = children(bytes, validity)?.map(one => timeOf(bytes, one)) ?? []
  const [notBefore, notAfter] = times
  if (times.length !== 2 || notBefore == null || notAfter == null) return null
  const extensions = rest.find(({ tag }) => tag === EXTENSIONS)
  const names = extensions === undefined ? [] : alternativeNames(bytes, extensions)
  return { notBefore, notAfter, names }
}

/** `YYMMDDHHMMSSZ`, where 50 is 1950, or `YYYYMMDDHHMMSSZ` (RFC 5280 §4.1.2.5). */
function timeOf(bytes: Uint8Array, { tag, start, end }: Element): string | null {
  const written = asciiOf(bytes, start, end)
  const digits = tag === UTC_TIME ? 2 : tag === GENERALIZED_TIME ? 4 : 0
  const form =
    digits === 2
      ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/
      : /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/
  const found = digits === 0 ? null : form.exec(written)
  if (found === null) return null
  const [, y = '', month, day, hour, minute, second] = found
  const year = digits === 4 ? y : `${Number(y) < 50 ? 20 : 19}${y}`
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
  return Number.isNaN(Date.parse(text)) ? null : text
}

function alternativeNames(bytes: Uint8Array, holder: Element): string[] {
  const [list] = children(bytes, holder) ?? []
  for (const extension of (list && children(bytes, list)) ?? []) {
    const [id, ...values] = children(bytes, extension) ?? []
    if (id === undefined || hexOf(bytes, id) !== ALTERNATIVE_NAMES) continue
    const value = values[0]?.tag === BOOLEAN ? values[1] : values[0]
    const [names] = value?.tag === OCTETS ? (children(bytes, value) ?? []) : []
    return ((names && children(bytes, names)) ?? []).flatMap(one => nameOf(bytes, one))
  }
  return []
}

function nameOf(bytes: Uint8Array, { tag, start, end }: Element): string[] {
  if (tag === DNS_NAME) return [asciiOf(bytes, start, end)]
  if (tag !== ADDRESS || end - start !== 4) return []
  return [[...bytes.subarray(start, end)].join('.')]
}

function asciiOf(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 256)))
}

function hexOf(bytes: Uint8Array, { start, end }: Element): string {
  return [...bytes.subarray(start, end)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
