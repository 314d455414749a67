import { parseDuration } from '../../go/duration.ts'
import type { Json, JsonMap } from '../../manifest/manifest.ts'
import { isMap } from '../../manifest/map.ts'
import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { type EnvoyType, OBJECTS } from './objects.ts'
import { oldType } from './old-api.ts'

const unknownTarget = refusal(
  'unknown-apply-to',
  '{field} is for applyTo {applyTo}, which Istio does not know.'
)

const wrongType = refusal(
  'invalid-envoy-type',
  '{field} must be {expected}: as it is, istiod cannot make the object of Envoy.'
)

const oldApi = refusal(
  'unsupported-envoy-api',
  '{field} is {type}, a type of the old API of Envoy, which Istio no longer knows. Use its successor, with .v3. in its name.'
)

const unknownField = warning(
  'unknown-envoy-field',
  '{field} is no field of the object of Envoy that {applyTo} stands for, and is left out. Check the name and the indentation.'
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

/**
 * Whether a patch is an object of Envoy, as far as its first level and the names of types say; what lies deeper needs
 * the types of Envoy and is left to istiod. It makes the object twice: where it can, it warns of what it leaves out.
 */
export function checkValue(applyTo: ApplyTo, value: JsonMap, field: Field): void {
  const fields = OBJECTS[applyTo]
  if (fields === undefined) {
    field.report(unknownTarget, { applyTo })
    return
  }
  const wrong = Object.entries(value).find(([name, inner]) => !fits(fields[snake(name)], inner))
  if (wrong !== undefined) {
    const type = fields[snake(wrong[0])]
    field.at(wrong[0]).report(wrongType, { expected: WORDS[type ?? 'message'] })
    return
  }
  for (const [name, inner] of Object.entries(value)) {
    const old = fields[snake(name)] === undefined ? null : oldType(inner, field.at(name))
    if (old === null) continue
    old.field.report(oldApi, { type: old.type })
    return
  }
  const unknown = Object.keys(value).find(name => !Object.hasOwn(fields, snake(name)))
  if (unknown !== undefined) {
    field.key(unknown).report(unknownField, { applyTo })
    return
  }
  if (TYPED.includes(applyTo) && !isTyped(value)) field.report(untyped)
  for (const name of ['transport_socket', 'transportSocket']) {
    const socket = value[name]
    if (isMap(socket) && !isTyped(socket)) field.at(name).report(untyped)
  }
}

const WORDS: Readonly<Record<EnvoyType, string>> = {
  string: 'a string',
  bool: 'true or false',
  number: 'a number',
  duration: 'a duration such as 5s',
  enum: 'the name of a value',
  message: 'a map',
  any: 'a map with @type, the type of what it holds',
  strings: 'a list of strings',
  messages: 'a list of maps',
  map: 'a map'
}

/** Unknown fields and absent ones pass. */
function fits(type: EnvoyType | undefined, value: Json): boolean {
  if (type === undefined || value === null) return true
  switch (type) {
    case 'string':
      return typeof value === 'string'
    case 'bool':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number' || (typeof value === 'string' && /^-?\d/.test(value))
    case 'duration':
      return typeof value === 'string' && parseDuration(value) !== null
    case 'enum':
      return typeof value === 'string' || typeof value === 'number'
    case 'any':
      return isMap(value) && typeof value['@type'] === 'string'
    case 'strings':
      return Array.isArray(value) && value.every(each => each === null || typeof each === 'string')
    case 'messages':
      return Array.isArray(value) && value.every(each => each === null || isMap(each))
    case 'message':
    case 'map':
      return isMap(value)
  }
}

function isTyped(value: JsonMap): boolean {
  return ['typed_config', 'typedConfig', 'config_discovery', 'configDiscovery'].some(
    name => (value[name] ?? null) !== null
  )
}

/** Both spellings of a field name a field. */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
