import type { CelInput } from '@bufbuild/cel'
import { RE2JS } from 're2js'
import { parseDuration } from '../go/duration.ts'
import { parseRequestUri } from '../go/url.ts'

/** An error that CEL itself defines: the API server refuses the object. */
export class RuleError extends Error {}

/** Types that no rule which passed the API server's type check can bring together. */
export class Unmatched extends Error {}

/** A duration, which no string is. */
export class Nanoseconds {
  readonly count: bigint

  constructor(count: bigint) {
    this.count = count
  }
}

/** What an expression works with: values of CEL, and what its functions make of them. */
export type Value = CelInput | Nanoseconds | readonly Value[]

type Call = (target: Value, args: readonly Value[]) => Value

/** Methods of strings, lists and maps that rules of Istio use. */
export const METHODS: Readonly<Record<string, Call>> = {
  contains: (target, [part]) => text(target).includes(text(part)),
  startsWith: (target, [part]) => text(target).startsWith(text(part)),
  endsWith: (target, [part]) => text(target).endsWith(text(part)),
  matches: (target, [pattern]) => patternOf(text(pattern)).matcher(text(target)).find(),
  size: target => size(target),
  substring: (target, [from, to]) => substring(text(target), integer(from), integer(to)),
  getScheme: target => urlOf(text(target)).scheme
}

/** Functions. A URL is carried as its text. */
export const FUNCTIONS: Readonly<Record<string, (args: readonly Value[]) => Value>> = {
  size: ([value]) => size(value),
  int: ([value]) => int(value),
  duration: ([value]) => durationOf(text(value)),
  isURL: ([value]) => parseRequestUri(text(value)) !== null,
  url: ([value]) => {
    urlOf(text(value))
    return text(value)
  }
}

export function text(value: Value | undefined): string {
  if (typeof value !== 'string') throw new Unmatched('no matching overload: a text is needed')
  return value
}

export function bool(value: Value | undefined): boolean {
  if (typeof value !== 'boolean') throw new Unmatched('no matching overload: a bool is needed')
  return value
}

export function fieldOf(value: Value, field: string): Value {
  if (!(value instanceof Map)) throw new Unmatched(`no matching overload: .${field}`)
  const found: Value | undefined = value.get(field)
  if (found === undefined) throw new RuleError(`no such key: ${field}`)
  return found
}

export function hasField(value: Value, field: string): boolean {
  if (!(value instanceof Map)) throw new Unmatched(`no matching overload: has .${field}`)
  return value.has(field)
}

/** What a comprehension ranges over: the entries of a list, the keys of a map. */
export function range(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value
  if (value instanceof Map) return [...value.keys()]
  throw new Unmatched('no matching overload: a list or a map is needed')
}

export function isEqual(a: Value, b: Value): boolean {
  if (isNumber(a) && isNumber(b)) return Number(a) === Number(b)
  if (a instanceof Nanoseconds && b instanceof Nanoseconds) return a.count === b.count
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, index) => isEqual(entry, b[index] ?? null))
  }
  if (a instanceof Map && b instanceof Map) {
    if (a.size !== b.size) return false
    for (const [key, value] of a) {
      if (!b.has(key) || !isEqual(value, b.get(key) ?? null)) return false
    }
    return true
  }
  return a === b
}

export function order(a: Value, b: Value): number {
  if (isNumber(a) && isNumber(b)) return a < b ? -1 : a > b ? 1 : 0
  if (a instanceof Nanoseconds && b instanceof Nanoseconds) {
    return a.count < b.count ? -1 : a.count > b.count ? 1 : 0
  }
  throw new Unmatched('no matching overload: not of one order')
}

export function sum(a: Value, b: Value): Value {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a + b
  if (typeof a === 'string' && typeof b === 'string') return a + b
  throw new Unmatched('no matching overload: +')
}

function isNumber(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

function size(value: Value | undefined): bigint {
  if (typeof value === 'string') return BigInt([...value].length)
  if (Array.isArray(value)) return BigInt(value.length)
  if (value instanceof Map) return BigInt(value.size)
  throw new Unmatched('no matching overload: size')
}

function integer(value: Value | undefined): number {
  if (typeof value !== 'bigint') throw new Unmatched('no matching overload: an int is needed')
  return Number(value)
}

/** Code points from and up to; istio's rules look at the one behind `unix://`. */
function substring(value: string, from: number, to: number): string {
  const points = [...value]
  if (from < 0 || to > points.length || from > to) throw new RuleError('index out of range')
  return points.slice(from, to).join('')
}

function int(value: Value | undefined): bigint {
  const written = text(value)
  const found = /^[-+]?\d+$/.test(written) ? BigInt(written.replace('+', '')) : null
  if (found === null || found !== BigInt.asIntN(64, found)) {
    throw new RuleError(`${JSON.stringify(written)} is no int`)
  }
  return found
}

function durationOf(written: string): Nanoseconds {
  const count = parseDuration(written)
  if (count === null) throw new RuleError(`${JSON.stringify(written)} is no duration`)
  return new Nanoseconds(count)
}

function urlOf(written: string) {
  const url = parseRequestUri(written)
  if (url === null) throw new RuleError(`${JSON.stringify(written)} is no URL`)
  return url
}

const patterns = new Map<string, RE2JS>()

function patternOf(pattern: string): RE2JS {
  const found = patterns.get(pattern) ?? RE2JS.compile(pattern)
  patterns.set(pattern, found)
  return found
}
