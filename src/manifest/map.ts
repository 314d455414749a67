import type { Json, JsonMap } from './manifest.ts'

export type MutableMap = { [key: string]: Json }

/**
 * Maps without Object.prototype above them, so that `__proto__` and `constructor` are only keys. The prototype is an
 * empty object without one: V8 keeps such maps as fast as literals, which it does not for Object.create(null).
 */
const NullMap = function NullMap() {} as unknown as new () => MutableMap // a function, since a class has a fixed prototype
NullMap.prototype = Object.freeze(Object.create(null))

export function emptyMap(): MutableMap {
  return new NullMap()
}

export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const noFields: JsonMap = Object.freeze(emptyMap())
