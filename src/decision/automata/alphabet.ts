import { at } from '../indexed.ts'

/** Words are sequences of Unicode scalar values: 0 to 10FFFF without surrogates. */
export const LAST_SYMBOL = 0x10ffff

/**
 * Which symbols a witness should be made of, best first. An order of ranges and, within one, of code points
 * makes words well-ordered (shortest first, then by rank), so "the best word of a set" is one word whatever
 * the set is cut into.
 */
const PREFERRED: readonly (readonly [number, number])[] = [
  [0x61, 0x7a],
  [0x30, 0x39],
  [0x2d, 0x2d],
  [0x2f, 0x2f],
  [0x2e, 0x2e],
  [0x5f, 0x5f],
  [0x41, 0x5a],
  [0x21, 0x7e],
  [0xa1, 0xd7ff],
  [0xe000, LAST_SYMBOL],
  [0x20, 0x20],
  [0x00, 0xa0]
]

/** The best symbol of a range, both ends included; -1 where the range holds surrogates alone. */
export function bestSymbol(from: number, to: number): number {
  if (from === to) return from >= 0xd800 && from <= 0xdfff ? -1 : from
  for (let range = 0; range < PREFERRED.length; range += 1) {
    const [first, last] = at(PREFERRED, range)
    if (from <= last && first <= to) return from > first ? from : first
  }
  return -1
}

/** Smaller is better. */
export function symbolRank(symbol: number): number {
  return symbol < RANKS.length ? (RANKS[symbol] ?? 0) : rankOf(symbol)
}

function rankOf(symbol: number): number {
  const range = PREFERRED.findIndex(([first, last]) => first <= symbol && symbol <= last)
  return (range < 0 ? PREFERRED.length : range) * 0x200000 + symbol
}

/** Most symbols of configurations. */
const RANKS: readonly number[] = Array.from({ length: 0x80 }, (_, symbol) => rankOf(symbol))

/** Envoy's ignore_case folds ASCII letters and nothing else (absl::EqualsIgnoreCase). */
export function foldAscii(text: string): string {
  return text.replace(/[A-Z]/g, letter => letter.toLowerCase())
}

/** A set of symbols as ranges: [from, to, from, to, …], both ends included. */
export type Symbols = readonly number[]

/** Whether a range, both ends included, holds one of the symbols. */
export function meetsSymbols(symbols: Symbols, from: number, to: number): boolean {
  for (let index = 0; index + 1 < symbols.length; index += 2) {
    if ((symbols[index] ?? 0) <= to && from <= (symbols[index + 1] ?? 0)) return true
  }
  return false
}
