/**
 * A set of small integers. Never changed once it is shared. Words are read as `?? 0`, not with `at`: these loops
 * are the hottest of the room, and a function of its own for each kind of list is what keeps them fast.
 */
export type Bits = Uint32Array

export function noBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5)
}

export function allBits(size: number): Bits {
  const bits = noBits(size)
  for (let one = 0; one < size; one += 1) addBit(bits, one)
  return bits
}

export function isAll(bits: Bits, size: number): boolean {
  const last = size & 31
  for (let word = 0; word < bits.length; word += 1) {
    const full = word === bits.length - 1 && last > 0 ? 2 ** last - 1 : 0xffffffff
    if (bits[word] !== full) return false
  }
  return true
}

export function bitsOf(size: number, members: Iterable<number>): Bits {
  const bits = noBits(size)
  for (const one of members) addBit(bits, one)
  return bits
}

export function addBit(bits: Bits, one: number): void {
  bits[one >>> 5] = (bits[one >>> 5] ?? 0) | (1 << (one & 31))
}

export function hasBit(bits: Bits, one: number): boolean {
  return ((bits[one >>> 5] ?? 0) & (1 << (one & 31))) !== 0
}

export function addAll(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word += 1)
    bits[word] = (bits[word] ?? 0) | (others[word] ?? 0)
}

export function both(a: Bits, b: Bits): Bits {
  const bits = new Uint32Array(a.length)
  for (let word = 0; word < a.length; word += 1) bits[word] = (a[word] ?? 0) & (b[word] ?? 0)
  return bits
}

export function without(a: Bits, b: Bits): Bits {
  const bits = new Uint32Array(a.length)
  for (let word = 0; word < a.length; word += 1) bits[word] = (a[word] ?? 0) & ~(b[word] ?? 0)
  return bits
}

export function meet(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word += 1)
    if (((a[word] ?? 0) & (b[word] ?? 0)) !== 0) return true
  return false
}

export function isNone(bits: Bits): boolean {
  for (let word = 0; word < bits.length; word += 1) if (bits[word] !== 0) return false
  return true
}

export function countBits(bits: Bits): number {
  let count = 0
  for (let word of bits) {
    while (word !== 0) {
      word &= word - 1
      count += 1
    }
  }
  return count
}

/** Ascending. */
export function members(bits: Bits): number[] {
  const found: number[] = []
  for (let index = 0; index < bits.length; index += 1) {
    let word = bits[index] ?? 0
    while (word !== 0) {
      const lowest = word & -word
      found.push(index * 32 + 31 - Math.clz32(lowest))
      word ^= lowest
    }
  }
  return found
}
