import type { Json } from './manifest.ts'

/**
 * The dialect of sigs.k8s.io/yaml, which kubectl, the API server and istioctl read with: go-yaml v2's resolver
 * (resolve.go), so YAML 1.1 booleans and octals, no base 60, timestamps stay strings.
 */
const words = new Map<string, Json>([
  ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, null] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    word => [word, true] as const
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    word => [word, false] as const
  ),
  ...['.nan', '.NaN', '.NAN'].map(word => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(word => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map(word => [word, -Infinity] as const)
])

const integer = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
/** Without a digit before the point Go reads it itself, underscores between digits included (strconv.ParseFloat). */
const pointFloat = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/

/** What a plain scalar means. A float that is not finite comes back as such: JSON cannot hold it. */
export function resolvePlain(text: string): Json {
  const first = text.charCodeAt(0)
  if (first >= 48 && first <= 57) return resolveNumber(text)
  switch (first) {
    case 43: // +
    case 45: // -
      return words.get(text) ?? resolveNumber(text)
    case 46: // .
      return (
        words.get(text) ??
        (pointFloat.test(text) ? finiteOr(Number(text.replaceAll('_', '')), text) : text)
      )
  }
  const word = words.get(text)
  return word === undefined ? text : word
}

function resolveNumber(text: string): Json {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text
  if (integer.test(plain)) {
    const value = integerOf(plain)
    if (value !== null) return value
  }
  return float.test(plain) ? finiteOr(Number(plain), text) : text
}

/** Go's ParseFloat refuses what overflows, and the scalar stays a string. */
function finiteOr(value: number, text: string): Json {
  return Number.isFinite(value) ? value : text
}

function integerOf(plain: string): number | null {
  const signed = plain.startsWith('-') || plain.startsWith('+')
  const digits = signed ? plain.slice(1) : plain
  if (digits.length < 16 && (digits.length === 1 || !digits.startsWith('0')))
    return Number(plain) || 0
  const exact = exactInteger(plain)
  return exact === null ? null : Number(exact)
}

/** ParseInt(plain, 0, 64), else ParseUint, which takes no sign. */
function exactInteger(plain: string): bigint | null {
  const negative = plain.startsWith('-')
  const digits = negative || plain.startsWith('+') ? plain.slice(1) : plain
  const octal = digits.length > 1 && /^0[0-7]/.test(digits)
  const magnitude = BigInt(octal ? `0o${digits.slice(1)}` : digits.toLowerCase())
  const value = negative ? -magnitude : magnitude
  const top = digits === plain ? 2n ** 64n : 2n ** 63n
  return value < top && value >= -(2n ** 63n) ? value : null
}

/**
 * How sigs.k8s.io/yaml writes a plain scalar that stands as a key (convertToJSONableObject: JSON has only string
 * keys); `null` where it refuses the key: null, and integers that only fit in uint64.
 */
export function resolvePlainKey(text: string): string | null {
  const value = resolvePlain(text)
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value !== 'number') return null
  if (Number.isNaN(value)) return '.nan'
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf'
  const plain = text.replaceAll('_', '')
  if (!integer.test(plain)) return float32Text(value)
  if (Number.isSafeInteger(value)) return String(value)
  const exact = exactInteger(plain)
  if (exact === null) return float32Text(value)
  return exact < 2n ** 63n ? String(exact) : null
}

/** Go's FormatFloat(value, 'g', -1, 32). */
function float32Text(value: number): string {
  if (Object.is(value, -0)) return '-0'
  const single = Math.fround(value)
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf'
  let digits = single.toPrecision(9)
  for (let precision = 1; precision < 9; precision++) {
    const shorter = single.toPrecision(precision)
    if (Math.fround(Number(shorter)) === single) {
      digits = shorter
      break
    }
  }
  const [mantissa = '', exponentText = '0'] = Number(digits).toExponential().split('e')
  const exponent = Number(exponentText)
  if (exponent >= -4 && exponent < 6) return Number(digits).toString()
  const width = String(Math.abs(exponent)).padStart(2, '0')
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${width}`
}
