import type { RE2JS } from 're2js'

/** Between which sizes the program lies that RE2 itself makes of an expression. */
export interface ProgramSize {
  readonly least: number
  readonly most: number
}

/** What RE2 adds to each: a start, a match, and the search for an unanchored beginning. */
const frame = 5

/**
 * RE2 reads bytes as Envoy compiles it: one instruction for each range of them, or for two that differ in case alone.
 * Its forks are mostly folded into lists. A test holds the bounds against the sizes that Envoy prints.
 */
export function programSize(regex: RE2JS): ProgramSize {
  let least = 0
  let most = frame
  for (const instruction of instructionsOf(regex)) {
    const ranges = rangesRead(instruction)
    least += Math.ceil(ranges / 2)
    // Ways between instructions, which forks among them make.
    most += ranges === 0 ? 2 : ranges
  }
  return { least, most }
}

interface Instruction {
  readonly op: number
  readonly runes: Int32Array
}

const lastByte = 0xff
/** Codes of re2js for instructions that read: some symbols, one, any, any but the line's end. */
const reading = { symbols: 8, symbol: 9, any: 10, anyButLineEnd: 11 }

function rangesRead({ op, runes }: Instruction): number {
  if (op === reading.any) return 1
  if (op === reading.anyButLineEnd) return 2
  if (op !== reading.symbols && op !== reading.symbol) return 0
  if (runes.length === 1) return 1
  const starts = runes.filter((start, index) => index % 2 === 0 && start <= lastByte)
  return Math.max(starts.length, 1)
}

/** The program is an internal of re2js, whose version is pinned. */
function instructionsOf(regex: RE2JS): readonly Instruction[] {
  const { prog } = regex.re2Input
  const found: unknown =
    typeof prog === 'object' && prog !== null && 'inst' in prog ? prog.inst : null
  if (Array.isArray(found) && found.every(isInstruction)) return found
  throw new Error('re2js no longer keeps its program where it is expected')
}

function isInstruction(value: unknown): value is Instruction {
  return (
    typeof value === 'object' &&
    value !== null &&
    'op' in value &&
    typeof value.op === 'number' &&
    'runes' in value &&
    value.runes instanceof Int32Array
  )
}
