import { at } from '../indexed.ts'
import {
  BEGIN_LINE,
  BEGIN_TEXT,
  END_LINE,
  END_TEXT,
  type Instruction,
  NO_WORD_BOUNDARY,
  WORD_BOUNDARY
} from './program.ts'

/** What stands before a place, as far as assertions can see it. */
export const START = 0
export const NEWLINE = 1
export const WORD = 2
export const OTHER = 3
export const END = 4

export const EVERY_CONDITION = 63

/** Places where the kind of a symbol changes: newline, digits, letters, underscore. */
export const KIND_CUTS = [10, 11, 0x30, 0x3a, 0x41, 0x5b, 0x5f, 0x60, 0x61, 0x7b]

export function kindOf(symbol: number): number {
  if (symbol === 10) return NEWLINE
  const word =
    (symbol >= 0x30 && symbol <= 0x39) ||
    (symbol >= 0x41 && symbol <= 0x5a) ||
    symbol === 0x5f ||
    (symbol >= 0x61 && symbol <= 0x7a)
  return word ? WORD : OTHER
}

/** What of the place before can still matter to the assertions that may follow. */
export function visibleBefore(before: number, assertions: number): number {
  if (before === WORD) return (assertions & (WORD_BOUNDARY | NO_WORD_BOUNDARY)) === 0 ? OTHER : WORD
  if (before === NEWLINE) return (assertions & BEGIN_LINE) === 0 ? OTHER : NEWLINE
  if (before === START) return (assertions & (BEGIN_LINE | BEGIN_TEXT)) === 0 ? OTHER : START
  return OTHER
}

/** RE2: word boundaries see ASCII words alone; `^` and `$` see lines only where the pattern asked for it. */
export function conditionsAt(before: number, after: number): number {
  let conditions = (before === WORD) === (after === WORD) ? NO_WORD_BOUNDARY : WORD_BOUNDARY
  if (before === START) conditions |= BEGIN_TEXT | BEGIN_LINE
  if (before === NEWLINE) conditions |= BEGIN_LINE
  if (after === END) conditions |= END_TEXT | END_LINE
  if (after === NEWLINE) conditions |= END_LINE
  return conditions
}

/** Which conditions hold at a place as far as what stands before it tells. */
export function conditionsBefore(before: number): number {
  if (before === START) return BEGIN_TEXT | BEGIN_LINE
  return before === NEWLINE ? BEGIN_LINE : 0
}

/** For each instruction the conditions of all assertions that can be met from it before a symbol is read. */
export function reachableAssertions(instructions: readonly Instruction[]): readonly number[] {
  const masks = instructions.map(one => (one.is === 'assert' ? one.mask : 0))
  for (let grows = true; grows; ) {
    grows = false
    instructions.forEach((instruction, index) => {
      const next =
        instruction.is === 'fork'
          ? instruction.to
          : instruction.is === 'skip' || instruction.is === 'assert'
            ? [instruction.to]
            : []
      let mask = at(masks, index)
      for (const to of next) mask |= at(masks, to)
      if (mask === at(masks, index)) return
      masks[index] = mask
      grows = true
    })
  }
  return masks
}

/** Which instructions can lead to a match if every assertion holds: threads elsewhere are dropped. */
export function reachesMatch(instructions: readonly Instruction[]): readonly boolean[] {
  const from: number[][] = instructions.map(() => [])
  const open: number[] = []
  instructions.forEach((instruction, index) => {
    if (instruction.is === 'match') open.push(index)
    else if (instruction.is === 'fork') for (const to of instruction.to) from[to]?.push(index)
    else if (instruction.is !== 'fail') from[instruction.to]?.push(index)
  })
  const alive = instructions.map(() => false)
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (alive[index] === true) continue
    alive[index] = true
    open.push(...at(from, index))
  }
  return alive
}
