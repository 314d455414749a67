import type { Json, JsonMap } from '../manifest/manifest.ts'
import { emptyMap } from '../manifest/map.ts'

/** Readers of values whose shape the schema room judges: a value of the wrong type reads as absent. */

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function map(value: Json | undefined): JsonMap | undefined {
  return isMap(value) ? value : undefined
}

const NO_FIELDS: JsonMap = Object.freeze(Object.create(null))
const NO_ELEMENTS: readonly Json[] = Object.freeze([])

/** The map, or an empty one. */
export function mapOrEmpty(value: Json | undefined): JsonMap {
  return isMap(value) ? value : NO_FIELDS
}

/** The list, or an empty one. */
export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : NO_ELEMENTS
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Text that is not empty: proto3 does not tell an empty string from an absent one. */
export function filled(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function number(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export function flag(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

/** The texts of a list, other elements left out. */
export function texts(value: Json | undefined): string[] {
  return list(value).filter((element): element is string => typeof element === 'string')
}

/** A map of texts; numbers and booleans are not label values and are left out. */
export function textMap(value: Json | undefined): Record<string, string> {
  const result = emptyMap() as Record<string, string> // only strings are put in
  if (!isMap(value)) return result
  for (const key of Object.keys(value)) {
    const entry = value[key]
    if (typeof entry === 'string') result[key] = entry
  }
  return result
}

const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000
}

/** Milliseconds of a Go duration (`1m30s`, `0.5s`); `undefined` where the text is none. Source: Go time.ParseDuration. */
export function duration(value: Json | undefined): number | undefined {
  if (typeof value !== 'string') return undefined
  if (/^[-+]?0$/.test(value)) return 0
  const body = /^([-+]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(value)
  if (body === null) return undefined
  let total = 0
  for (const part of (body[2] ?? '').matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    total += Number(part[1]) * (UNITS[part[2] ?? ''] ?? 0)
  }
  return body[1] === '-' ? -total : total
}
