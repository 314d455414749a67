import { addressRange, addressText } from '../address.ts'
import type { Atom } from '../decide.ts'
import { evaluate } from '../formula.ts'
import { at } from '../indexed.ts'
import type { Answer, Question, ValueClass } from './theory.ts'

/** More than there can be intervals: natural members come before all others. */
const INTERVALS = 2 ** 32

/** One line of numbers on which atoms are intervals. */
interface Line {
  readonly first: bigint
  readonly last: bigint
  readonly spans: readonly { readonly atom: number; readonly from: bigint; readonly to: bigint }[]
  text(value: bigint): string
  /** The most natural number of an interval; `order` is 0 where nothing is more natural. */
  natural(from: bigint, to: bigint): { readonly value: bigint; readonly order: number }
}

/** Integers, as text in decimal. */
export function partitionIntegers(question: Question): Answer {
  const { bounds } = question.dimension
  const spans = question.atoms.flatMap((matcher, atom) => {
    if (matcher.is === 'between') {
      return [{ atom, from: BigInt(matcher.from), to: BigInt(matcher.to) }]
    }
    return matcher.is === 'exact' && /^(0|-?[1-9]\d*)$/.test(matcher.value)
      ? [{ atom, from: BigInt(matcher.value), to: BigInt(matcher.value) }]
      : []
  })
  const line: Line = {
    first: BigInt(bounds?.from ?? Number.MIN_SAFE_INTEGER),
    last: BigInt(bounds?.to ?? Number.MAX_SAFE_INTEGER),
    spans,
    text: String,
    natural: (from, to) => ({
      value: from <= 0n && 0n <= to ? 0n : from > 0n ? from : to,
      order: 1
    })
  }
  return cut([line], question)
}

/** Addresses of both families; neither is part of the other. */
export function partitionAddresses(question: Question): Answer {
  const lines = ([4, 6] as const).map((family): Line => {
    const spans = question.atoms.flatMap((matcher, atom) => {
      const range = textOf(matcher)
      return range?.family === family ? [{ atom, from: range.first, to: range.last }] : []
    })
    return {
      first: 0n,
      last: (1n << (family === 4 ? 32n : 128n)) - 1n,
      spans,
      text: value => addressText(family, value),
      natural: (from, to) => naturalAddress(family, from, to)
    }
  })
  return cut(lines, question)
}

function textOf(atom: Atom) {
  return atom.is === 'cidr' || atom.is === 'exact' ? addressRange(atom.value) : null
}

/** Addresses that documents use (RFC 5737, RFC 3849), else the first host of the interval, else its first address. */
function naturalAddress(family: 4 | 6, from: bigint, to: bigint) {
  for (const text of family === 4
    ? ['203.0.113.1', '198.51.100.1', '192.0.2.1']
    : ['2001:db8::1']) {
    const value = addressRange(text)?.first ?? -1n
    if (from <= value && value <= to) return { value, order: 0 }
  }
  return { value: from < to ? from + 1n : from, order: 1 }
}

function cut(lines: readonly Line[], { domain }: Question): Answer {
  const classes = new Map<string, ValueClass>()
  let states = 0
  for (const line of lines) {
    const starts = new Set([line.first])
    for (const { from, to } of line.spans) {
      if (from > line.first && from <= line.last) starts.add(from)
      if (to >= line.first && to < line.last) starts.add(to + 1n)
    }
    const sorted = [...starts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    const events = new Map<bigint, number[]>()
    for (const span of line.spans) {
      if (span.from > span.to || span.to < line.first || span.from > line.last) continue
      note(events, span.from < line.first ? line.first : span.from, span.atom)
      note(events, span.to + 1n, span.atom)
    }
    const holding = new Set<number>()
    sorted.forEach((from, index) => {
      for (const atom of events.get(from) ?? []) {
        if (!holding.delete(atom)) holding.add(atom)
      }
      const to = index + 1 < sorted.length ? at(sorted, index + 1) - 1n : line.last
      if (domain !== null && !evaluate(domain, atom => holding.has(atom), true)) return
      const set = [...holding].sort((a, b) => a - b)
      const key = set.join()
      const { value, order } = line.natural(from, to)
      states += 1
      const rank = order * INTERVALS + states
      if ((classes.get(key)?.order ?? Number.POSITIVE_INFINITY) <= rank) return
      classes.set(key, { atoms: set, value: line.text(value), order: rank })
    })
  }
  return { classes: [...classes.values()], outside: new Set() }
}

function note(events: Map<bigint, number[]>, place: bigint, atom: number): void {
  const list = events.get(place)
  if (list === undefined) events.set(place, [atom])
  else list.push(atom)
}
