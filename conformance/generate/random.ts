/**
 * A seeded source of choices. The same seed gives the same choices on every machine and in every version
 * of the runtime: mulberry32 over an FNV-1a hash of the seed's text.
 */
export class Random {
  private state: number

  constructor(seed: string) {
    let hash = 0x811c9dc5
    for (let index = 0; index < seed.length; index++) {
      hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193)
    }
    this.state = hash >>> 0
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number in [from, to]. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[Math.floor(this.next() * from.length)]
    if (chosen === undefined) throw new RangeError('nothing to pick from')
    return chosen
  }

  /** The value of one entry, entries being `[weight, value]`. */
  weighted<T>(entries: readonly (readonly [number, T])[]): T {
    let total = 0
    for (const [weight] of entries) total += weight
    let left = this.next() * total
    for (const [weight, value] of entries) {
      left -= weight
      if (left < 0) return value
    }
    return this.pick(entries)[1]
  }

  shuffle<T>(list: readonly T[]): T[] {
    const out = [...list]
    for (let index = out.length - 1; index > 0; index--) {
      const other = Math.floor(this.next() * (index + 1))
      const [a, b] = [out[index], out[other]]
      if (a === undefined || b === undefined) continue
      out[index] = b
      out[other] = a
    }
    return out
  }

  /** Between `least` and `most` different entries, in their order. */
  some<T>(from: readonly T[], least: number, most: number): T[] {
    const count = Math.min(from.length, this.between(least, most))
    const chosen = new Set(this.shuffle(from.map((_, index) => index)).slice(0, count))
    return from.filter((_, index) => chosen.has(index))
  }

  times<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => make(index))
  }
}
