import { RE2JS } from 're2js'
import { at } from '../indexed.ts'

/**
 * A compiled RE2 program, read from re2js. The program is an internal of that library: its version is pinned
 * and a golden test states the shape that is relied on here.
 */
export interface Program {
  readonly start: number
  readonly instructions: readonly Instruction[]
}

export type Instruction =
  | { readonly is: 'fork'; readonly to: readonly [number, number] }
  | { readonly is: 'skip'; readonly to: number }
  /** Goes on where all conditions of the mask hold at this place. */
  | { readonly is: 'assert'; readonly mask: number; readonly to: number }
  /** Reads one symbol of the ranges: [from, to, from, to, …], both ends included, ascending. */
  | { readonly is: 'read'; readonly ranges: readonly number[]; readonly to: number }
  | { readonly is: 'match' }
  | { readonly is: 'fail' }

export const BEGIN_LINE = 1
export const END_LINE = 2
export const BEGIN_TEXT = 4
export const END_TEXT = 8
export const WORD_BOUNDARY = 16
export const NO_WORD_BOUNDARY = 32

const FOLD_CASE = 1
const NEWLINE = 10
const LAST = 0x10ffff

const programs = new WeakMap<RE2JS, Program>()

export function readProgram(regex: RE2JS): Program {
  const known = programs.get(regex)
  if (known !== undefined) return known
  const { start, inst } = internals(regex)
  const program = { start, instructions: inst.map(readInstruction) }
  programs.set(regex, program)
  return program
}

function readInstruction(source: RawInstruction): Instruction {
  const { op, out: to, arg, runes } = source
  switch (op) {
    case 1:
    case 2:
      return { is: 'fork', to: [to, arg] }
    case 3:
    case 7:
      return { is: 'skip', to }
    case 4:
      return { is: 'assert', mask: arg, to }
    case 5:
      return { is: 'fail' }
    case 6:
      return { is: 'match' }
    case 8:
    case 9:
      return { is: 'read', ranges: rangesOf(runes, arg), to }
    case 10:
      return { is: 'read', ranges: [0, LAST], to }
    case 11:
      return { is: 'read', ranges: [0, NEWLINE - 1, NEWLINE + 1, LAST], to }
    default:
      throw new Error(`re2js compiled to an unknown instruction ${op}`)
  }
}

function rangesOf(runes: readonly number[], arg: number): readonly number[] {
  if (runes.length !== 1) return runes
  const symbol = at(runes, 0)
  return (arg & FOLD_CASE) === 0 ? [symbol, symbol] : foldOf(symbol)
}

const folds = new Map<number, readonly number[]>()

/** All symbols that RE2 folds to the same, as ranges: asked of re2js itself, as a case-insensitive class. */
function foldOf(symbol: number): readonly number[] {
  const known = folds.get(symbol)
  if (known !== undefined) return known
  const other = symbol === 0 ? 1 : 0
  const { start, inst } = internals(RE2JS.compile(`(?i)[\\x{${symbol.toString(16)}}\\x{${other}}]`))
  const { runes } = at(inst, start)
  const ranges: number[] = []
  for (let index = 0; index + 1 < runes.length; index += 2) {
    const from = at(runes, index)
    const to = at(runes, index + 1)
    if (from === other && to === other) continue
    ranges.push(from === other ? from + 1 : from, to === other ? to - 1 : to)
  }
  folds.set(symbol, ranges)
  return ranges
}

interface RawInstruction {
  readonly op: number
  readonly out: number
  readonly arg: number
  readonly runes: readonly number[]
}

function internals(regex: RE2JS): { start: number; inst: readonly RawInstruction[] } {
  const program: unknown = regex.re2Input.prog
  if (!isRecord(program) || typeof program.start !== 'number' || !Array.isArray(program.inst)) {
    throw new Error('re2js no longer keeps its program where it is expected')
  }
  return { start: program.start, inst: program.inst.map(rawInstruction) }
}

function rawInstruction(value: unknown): RawInstruction {
  if (
    isRecord(value) &&
    typeof value.op === 'number' &&
    typeof value.out === 'number' &&
    typeof value.arg === 'number' &&
    value.runes instanceof Int32Array
  ) {
    return { op: value.op, out: value.out, arg: value.arg, runes: Array.from(value.runes) }
  }
  throw new Error('re2js no longer writes instructions as expected')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
