const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n
}

const LIMIT = 1n << 63n

/** Nanoseconds of a Go duration (`1m30s`, `.5s`, `-2h`); `null` where Go's time.ParseDuration reports an error. */
export function parseDuration(text: string): bigint | null {
  if (/^[-+]?0$/.test(text)) return 0n
  const written = /^([-+]?)((?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(text)
  if (written === null) return null
  let total = 0n
  for (const part of (written[2] ?? '').matchAll(/(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g)) {
    const unit = UNITS[part[3] ?? ''] ?? 0n
    total += BigInt(part[1] || '0') * unit + fraction(part[2] ?? '', unit)
    if (total > LIMIT) return null
  }
  const negative = written[1] === '-'
  if (total === LIMIT && !negative) return null
  return negative ? -total : total
}

/** As Go computes it: with floats, and digits beyond an int64 cut off. */
function fraction(digits: string, unit: bigint): bigint {
  let value = 0n
  let scale = 1
  for (const digit of digits) {
    const next = value * 10n + BigInt(digit)
    if (next >= LIMIT) break
    value = next
    scale *= 10
  }
  return value === 0n ? 0n : BigInt(Math.trunc(Number(value) * (Number(unit) / scale)))
}
