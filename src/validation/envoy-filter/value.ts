import type { Json, JsonMap } from '../../manifest/manifest.ts'
import { isMap } from '../../manifest/map.ts'
import type { Message } from '../decode/types.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'

const oldApi = refusal(
  'unsupported-envoy-api',
  '{field} is {type}, a type of the old API of Envoy, which Istio no longer knows. Use its successor, with .v3. in its name.'
)

const untyped = warning(
  'deprecated-untyped-filter',
  '{field} names a filter and does not configure it: Envoy will no longer find filters by name. Set typed_config with its @type.'
)

type ApplyTo = Message<'EnvoyFilter.EnvoyConfigObjectPatch'>['applyTo']

/** Objects that are a name with a configuration of any type. */
const TYPED: readonly string[] = [
  'HTTP_FILTER',
  'NETWORK_FILTER',
  'LISTENER_FILTER',
  'EXTENSION_CONFIG'
]

/** Depth and number of values that are looked through. Beyond, nothing is said, as of the types of Envoy as a whole. */
const DEEPEST = 64

/** The part of Istio's test of a patch that needs no types of Envoy. */
export function checkValue(applyTo: ApplyTo, value: JsonMap, field: Field): void {
  const place = oldType(value, field, 0)
  if (place !== null) {
    place.field.report(oldApi, { type: place.type })
    return
  }
  if (TYPED.includes(applyTo) && !isTyped(value)) field.report(untyped)
  for (const name of ['transport_socket', 'transportSocket']) {
    const socket = value[name]
    if (isMap(socket) && !isTyped(socket)) field.at(name).report(untyped)
  }
}

function isTyped(value: JsonMap): boolean {
  return ['typed_config', 'typedConfig', 'config_discovery', 'configDiscovery'].some(
    name => (value[name] ?? null) !== null
  )
}

function oldType(
  value: Json,
  field: Field,
  depth: number
): { readonly field: Field; readonly type: string } | null {
  if (value === null || typeof value !== 'object' || depth > DEEPEST) return null
  if (isMap(value)) {
    const type = value['@type']
    if (typeof type === 'string' && isOld(type)) return { field: field.at('@type'), type }
  }
  for (const [step, inner] of isMap(value) ? Object.entries(value) : value.entries()) {
    if (inner === null || typeof inner !== 'object') continue
    const found = oldType(inner, field.at(step), depth + 1)
    if (found !== null) return found
  }
  return null
}

function isOld(type: string): boolean {
  return /^type\.googleapis\.com\/envoy\..*\.v2(?:alpha\d*)?\./.test(type)
}
