import type { Json, JsonMap } from '../../manifest/manifest.ts'
import { isMap } from '../../manifest/map.ts'
import { jsonObjectOf } from './json-object.ts'

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
  const set = jsonObjectOf(text)
  if (set === null) return { fault: 'it is no JSON object' }
  const list = Object.hasOwn(set, 'keys') ? set.keys : [set]
  // Go decodes null into no list at all.
  if (list !== null && !Array.isArray(list)) return { fault: 'keys is no list' }
  const keys: JsonWebKey[] = []
  for (const [index, key] of (list ?? []).entries()) {
    if (!isMap(key)) return { fault: `key ${index + 1} is no object` }
    const fault = keyFault(key)
    if (fault !== null) return { fault: `key ${index + 1} ${fault}` }
    const id = typeof key.kid === 'string' ? key.kid : `number ${index + 1}`
    keys.push({ id, isPrivate: folded(key, 'kty') === 'oct' || isPrivate(key) })
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

function keyFault(key: JsonMap): string | null {
  const type = folded(key, 'kty')
  const fields = typeof type === 'string' && Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined
  if (fields === undefined) return 'has no type (kty) of RSA, EC, OKP and oct'
  for (const [name, use] of Object.entries(fields)) {
    const value = key[name]
    if (value === undefined) {
      if (use === 'required') return `has no ${name}`
    } else if (name === 'crv') {
      if (!isText(value)) return 'has a crv that is no text'
    } else if ((use === 'required' || isPrivate(key)) && !isBytes(value)) {
      // What only private keys have is not looked at in public ones.
      return `has a ${name} that is no base64`
    }
  }
  return commonFault(key)
}

function isPrivate(key: JsonMap): boolean {
  return folded(key, 'd') !== undefined
}

/** What decides of the type is read by Go's encoding/json, which takes any case; the last one counts. */
function folded(key: JsonMap, name: string): Json | undefined {
  const written = Object.keys(key).findLast(each => each.toLowerCase() === name)
  return written === undefined ? undefined : key[written]
}

/** Certificates (x5c) are not parsed here: that they are texts in base64 is all that is asked. */
function commonFault(key: JsonMap): string | null {
  for (const name of ['alg', 'kid', 'use', 'x5t', 'x5t#S256', 'x5u']) {
    if (!isText(key[name] ?? null)) return `has a ${name} that is no text`
  }
  for (const name of ['key_ops', 'x5c']) {
    const list = key[name] ?? null
    if (list === null) continue
    if (!Array.isArray(list) || !list.every(isText)) return `has ${name} that are no list of texts`
    if (name === 'x5c' && !list.every(isStandardBase64)) return 'has an x5c that is no certificate'
  }
  return null
}

function isText(value: Json): boolean {
  return value === null || typeof value === 'string'
}

function isStandardBase64(value: Json): boolean {
  return typeof value === 'string' && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value)
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
