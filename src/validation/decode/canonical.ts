/**
 * A decoded message as text: equal for messages that protobuf holds for equal, so without what is zero and in one order
 * of map keys.
 */
export function canonical(message: object, without: readonly string[] = []): string {
  const zero: unknown = Object.getPrototypeOf(message)
  const parts: string[] = []
  for (const [name, value] of Object.entries(message)) {
    if (without.includes(name) || isZero(value, name, zero)) continue
    parts.push(`${JSON.stringify(name)}:${text(value)}`)
  }
  return `{${parts.sort().join()}}`
}

function text(value: unknown): string {
  if (typeof value === 'bigint') return `${value}ns`
  if (Array.isArray(value)) return `[${value.map(text).join()}]`
  if (value instanceof Map) {
    const entries = [...value].map(([key, entry]) => `${JSON.stringify(key)}:${text(entry)}`)
    return `{${entries.sort().join()}}`
  }
  return typeof value === 'object' && value !== null ? canonical(value) : JSON.stringify(value)
}

/** Absent lists and maps are empty; absent scalars are what the prototype holds. */
function isZero(value: unknown, name: string, zero: unknown): boolean {
  if (value === undefined) return true
  if (Array.isArray(value)) return value.length === 0
  if (value instanceof Map) return value.size === 0
  return typeof zero === 'object' && zero !== null && Reflect.get(zero, name) === value
}
