import { UserError } from '../errors.ts'
import type { Json, JsonMap } from '../manifest/manifest.ts'
import type { Placed } from './place.ts'

/** Readers of fields that say where a value of another shape stands. */

export function textField(placed: Placed | undefined, name: string): string | undefined {
  if (placed === undefined || placed.value === null) return undefined
  if (typeof placed.value === 'string') return placed.value
  throw wrong(placed, name, 'a text')
}

export function booleanField(placed: Placed | undefined, name: string): boolean | undefined {
  if (placed === undefined || placed.value === null) return undefined
  if (typeof placed.value === 'boolean') return placed.value
  throw wrong(placed, name, 'true or false')
}

export function numberField(
  placed: Placed | undefined,
  name: string,
  { from, to, whole = true }: { readonly from: number; readonly to: number; whole?: boolean }
): number | undefined {
  if (placed === undefined || placed.value === null) return undefined
  const { value } = placed
  if (typeof value === 'number' && value >= from && value <= to) {
    if (!whole || Number.isInteger(value)) return value
  }
  throw wrong(placed, name, `a ${whole ? 'whole ' : ''}number from ${from} to ${to}`)
}

/** One text, or a list of them. */
export function textsField(placed: Placed | undefined, name: string): readonly string[] {
  if (placed === undefined || placed.value === null) return []
  if (typeof placed.value === 'string') return [placed.value]
  if (placed.items === null) throw wrong(placed, name, 'a list of texts')
  return placed.items.map(item => {
    // `method: [ON]` reads as a boolean to YAML 1.1 alone; a number is what somebody typed for a text.
    if (typeof item.value === 'string') return item.value
    throw wrong(item, name, 'a list of texts')
  })
}

/** Texts by name; numbers and booleans are taken as they are written, as istio-config-validator does not. */
export function textMapField(
  placed: Placed | undefined,
  name: string
): Readonly<Record<string, string>> {
  const result: Record<string, string> = Object.create(null)
  for (const [key, value] of Object.entries(nullableMapField(placed, name))) {
    result[key] = value ?? ''
  }
  return result
}

/** The same, where `null` means something. */
export function nullableMapField(
  placed: Placed | undefined,
  name: string
): Readonly<Record<string, string | null>> {
  const result: Record<string, string | null> = Object.create(null)
  if (placed === undefined || placed.value === null) return result
  if (!isMapped(placed)) throw wrong(placed, name, 'a map of names to values')
  for (const [key, { value, where }] of placed.members) {
    if (value === null || typeof value === 'string') result[key] = value
    else if (typeof value === 'number' || typeof value === 'boolean') result[key] = String(value)
    else throw new UserError(`${where}: "${name}.${key}" must be a text.`, hint)
  }
  return result
}

/** Part of an Istio object as JSON. */
export function objectField(placed: Placed | undefined, name: string): JsonMap | undefined {
  if (placed === undefined || placed.value === null) return undefined
  if (!isMapped(placed)) throw wrong(placed, name, 'a map, as in a VirtualService')
  // Values of YAML are JSON: maps, lists, texts, numbers, booleans and null.
  return placed.value as JsonMap
}

export function objectsField(placed: Placed | undefined, name: string): JsonMap[] | undefined {
  if (placed === undefined || placed.value === null) return undefined
  if (placed.items === null) throw wrong(placed, name, 'a list, as in a VirtualService')
  return placed.items.map(item => {
    if (!isMapped(item)) throw wrong(item, name, 'a list of maps, as in a VirtualService')
    return item.value as JsonMap // checked: a map
  })
}

export function isMapped({ value }: Placed): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function wrong({ where }: Placed, name: string, wanted: string): UserError {
  return new UserError(`${where}: "${name}" must be ${wanted}.`, hint)
}

export const hint = 'docs/tests.md shows what a test file holds.'

/** The name of a field in JSON for the name that the proto has. */
export function camel(value: Json): Json {
  if (Array.isArray(value)) return value.map(camel)
  if (typeof value !== 'object' || value === null) return value
  const result: Record<string, Json> = {}
  for (const [key, member] of Object.entries(value)) {
    const name = protoNames.has(key)
      ? key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
      : key
    result[name] = camel(member)
  }
  return result
}

/** Fields of HTTPRoute's parts that are written otherwise in JSON; names of headers stay as they are. */
const protoNames: ReadonlySet<string> = new Set([
  'redirect_code',
  'derive_port',
  'prefix_rewrite',
  'uri_regex_rewrite',
  'fixed_delay',
  'exponential_delay',
  'http_status',
  'grpc_status',
  'http2_error'
])
