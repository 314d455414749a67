import type { Json, JsonMap } from '../../manifest/manifest.ts'
import { isMap } from '../../manifest/map.ts'

export interface JsonWebKey {
  /** Its `kid`, or its position. */
  readonly id: string
  /** What it holds signs tokens instead of verifying them. */
  readonly isPrivate: boolean
}

/** A set of keys (`{"keys": [...]}`), or one key, as lestrrat-go/jwx v1 reads it for Istio; else why not. */
export function readJwks(
  text: string
): { readonly keys: readonly JsonWebKey[] } | { readonly fault: string } {
  let set: Json
  try {
    set = JSON.parse(text)
  } catch {
    return { fault: 'it is no JSON' }
  }
  if (!isMap(set)) return { fault: 'it is no JSON object' }
  const list = Object.hasOwn(set, 'keys') ? set.keys : [set]
  // Go decodes null into no list at all.
  if (list !== null && !Array.isArray(list)) return { fault: 'keys is no list' }
  const keys: JsonWebKey[] = []
  for (const [index, key] of (list ?? []).entries()) {
    const fault = keyFault(key)
    if (fault !== null) return { fault: `key ${index + 1} ${fault}` }
    const { kid, kty, d } = key as JsonMap // keyFault has found it to be a map
    const id = typeof kid === 'string' ? kid : `number ${index + 1}`
    keys.push({ id, isPrivate: kty === 'oct' || d !== undefined })
  }
  return { keys }
}

/** Fields of a key by its type, beside those that any key may have. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, 'required' | 'private'>>>> = {
  RSA: {
    n: 'required',
    e: 'required',
    d: 'private',
    p: 'private',
    q: 'private',
    dp: 'private',
    dq: 'private',
    qi: 'private'
  },
  EC: { crv: 'required', x: 'required', y: 'required', d: 'private' },
  OKP: { crv: 'required', x: 'required', d: 'private' },
  oct: { k: 'required' }
}

const CURVES = ['P-256', 'P-384', 'P-521', 'Ed25519', 'Ed448', 'X25519', 'X448']

function keyFault(key: Json): string | null {
  if (!isMap(key)) return 'is no object'
  const type = key.kty
  const fields = typeof type === 'string' && Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined
  if (fields === undefined) return 'has no type (kty) of RSA, EC, OKP and oct'
  for (const [name, use] of Object.entries(fields)) {
    const value = key[name]
    if (value === undefined) {
      if (use === 'required') return `has no ${name}`
      continue
    }
    // What only private keys have is not looked at in public ones.
    if (use === 'private' && key.d === undefined) continue
    if (name === 'crv') {
      if (typeof value !== 'string' || !CURVES.includes(value))
        return 'has a crv that is no known curve'
    } else if (!isBytes(value)) return `has a ${name} that is no base64`
  }
  return commonFault(key)
}

function commonFault(key: JsonMap): string | null {
  for (const name of ['alg', 'kid', 'use', 'x5t', 'x5t#S256', 'x5u']) {
    const value = key[name]
    if (value !== undefined && value !== null && typeof value !== 'string') {
      return `has a ${name} that is no text`
    }
  }
  return null
}

/** With or without padding, in either alphabet; null reads as an empty text. */
function isBytes(value: Json): boolean {
  if (value === null) return true
  if (typeof value !== 'string') return false
  const text = value.replace(/[\r\n]/g, '')
  const bare = text.replace(/={1,2}$/, '')
  const isPadded = bare !== text
  const alphabet = /[+/]/.test(text) ? /^[A-Za-z0-9+/]*$/ : /^[A-Za-z0-9_-]*$/
  if (!alphabet.test(bare) || bare.length % 4 === 1) return false
  return !isPadded || text.length % 4 === 0
}
