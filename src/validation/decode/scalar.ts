import type { Json } from '../../manifest/manifest.ts'

/** Reads one scalar; `undefined` where jsonpb reports an error. `null`, as an item of a list, is zero. */
export type ReadScalar = (value: Json) => string | number | boolean | undefined

/**
 * Scalars as golang/protobuf's jsonpb reads them, which is more lenient than JSON's types: numbers may stand in quotes
 * (jsonpb/decode.go: unmarshalSingularValue, trimQuote).
 */
export const SCALARS: Readonly<Record<string, ReadScalar>> = {
  bool: value => (value === null ? false : typeof value === 'boolean' ? value : undefined),
  string: value => (value === null ? '' : typeof value === 'string' ? value : undefined),
  int32: value => integer(value, -2147483648, 2147483647),
  uint32: value => integer(value, 0, 4294967295),
  uint64: value => integer(value, 0, 2 ** 64),
  double: floating,
  float: floating,
  bytes
}

function integer(value: Json, least: number, most: number): number | undefined {
  const read = unquoted(value, /^-?(?:0|[1-9]\d*)$/)
  if (read === undefined || !Number.isInteger(read) || read < least || read > most) return undefined
  // An unsigned integer has no sign, also not before a zero.
  return least === 0 && Object.is(read, -0) && typeof value === 'string' ? undefined : read
}

function floating(value: Json): number | undefined {
  if (value === 'NaN') return Number.NaN
  if (value === 'Infinity') return Number.POSITIVE_INFINITY
  if (value === '-Infinity') return Number.NEGATIVE_INFINITY
  const read = unquoted(value, /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/)
  return read === undefined || !Number.isFinite(read) ? undefined : read
}

/** The number, or the one that a text is when its quotes are taken away. */
function unquoted(value: Json, form: RegExp): number | undefined {
  if (value === null || value === 'null') return 0
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return undefined
  const text = value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
  return form.test(text) ? Number(text) : undefined
}

/** Go's base64.StdEncoding, which skips line ends; the number of bytes. */
function bytes(value: Json): number | undefined {
  if (value === null) return 0
  if (typeof value !== 'string') return undefined
  const text = value.replace(/[\r\n]/g, '')
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  return (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0)
}
