/**
 * 12 hex digits that name the same facts in every run and on every platform.
 * cyrb53 twice with different seeds (96 bits mixed, 48 kept): not for secrets, no node:crypto in pure rooms.
 */
export function fingerprint(facts: unknown): string {
  const text = canonical(facts)
  return hash(text, 0).slice(0, 6) + hash(text, 0x9e3779b9).slice(0, 6)
}

/** JSON with object keys in code-unit order; `undefined` members left out. Hot: it makes no list that it need not. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) {
    let text = '['
    for (let i = 0; i < value.length; i++)
      text += i > 0 ? `,${canonical(value[i])}` : canonical(value[i])
    return `${text}]`
  }
  const record = value as Record<string, unknown>
  let text = '{'
  for (const key of sortedKeys(record)) {
    const member = record[key]
    if (member === undefined) continue
    if (text.length > 1) text += ','
    text += quotedKey(key) + canonical(member)
  }
  return `${text}}`
}

function sortedKeys(record: Record<string, unknown>): string[] {
  const keys = Object.keys(record)
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i - 1] ?? '') > (keys[i] ?? '')) return keys.sort()
  }
  return keys
}

const keysRemembered = 1000
const quotedKeys = new Map<string, string>()

/** Names of fields are few, and quoted once. */
function quotedKey(key: string): string {
  const known = quotedKeys.get(key)
  if (known !== undefined) return known
  const quoted = `${JSON.stringify(key)}:`
  if (quotedKeys.size < keysRemembered) quotedKeys.set(key, quoted)
  return quoted
}

function hash(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0')
}
