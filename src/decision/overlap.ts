import { addressRange } from './address.ts'
import { foldAscii } from './automata/alphabet.ts'
import type { Automaton } from './automata/automaton.ts'
import { readProgram } from './automata/program.ts'
import { regexAutomaton } from './automata/regex.ts'
import { type Atom, matches } from './decide.ts'
import { at } from './indexed.ts'
import { matcherKey } from './matcher-key.ts'
import { pattern } from './pattern.ts'
import type { When } from './space.ts'
import type { Dimension, Matcher } from './table.ts'

/**
 * Cheap tests that let rows be left out before anything is partitioned. Both err on the safe side: `mayMeet` says
 * yes, `implies` says no, where they do not know.
 */

/** Whether some point may satisfy both. */
export function rowsMayMeet(a: When, b: When, dimensions: ReadonlyMap<string, Dimension>): boolean {
  for (const name of Object.keys(a)) {
    const [mine, other, dimension] = [own(a, name), own(b, name), dimensions.get(name)]
    if (mine === undefined || other === undefined || dimension === undefined) continue
    if (!mayMeet(mine, other, dimension)) return false
  }
  return true
}

/** Whether every point of `a` surely satisfies `b`. */
export function rowImplies(a: When, b: When, dimensions: ReadonlyMap<string, Dimension>): boolean {
  return Object.keys(b).every(name => {
    const [mine, other, dimension] = [own(a, name), own(b, name), dimensions.get(name)]
    return (
      mine !== undefined &&
      other !== undefined &&
      dimension !== undefined &&
      implies(mine, other, dimension)
    )
  })
}

function own(when: When, name: string): Matcher | undefined {
  return Object.hasOwn(when, name) ? when[name] : undefined
}

export function mayMeet(a: Matcher, b: Matcher, dimension: Dimension): boolean {
  if (a.is === 'any') return a.of.some(part => mayMeet(part, b, dimension))
  if (b.is === 'any') return b.of.some(part => mayMeet(a, part, dimension))
  if (a.is === 'all') return a.of.every(part => mayMeet(part, b, dimension))
  if (b.is === 'all') return b.of.every(part => mayMeet(a, part, dimension))
  if (a.is === 'absent') return canBeAbsent(b)
  if (b.is === 'absent') return canBeAbsent(a)
  if (dimension.multiple) return true
  if (isAtom(a) && isAtom(b) && dimension.theory === 'string' && beginApart(a, b)) return false
  const [one, other] = [oneValue(a, dimension), oneValue(b, dimension)]
  if (one !== null) return matches(b, one, dimension)
  if (other !== null) return matches(a, other, dimension)
  return isAtom(a) && isAtom(b) ? atomsMayMeet(a, b) : true
}

export function implies(a: Matcher, b: Matcher, dimension: Dimension): boolean {
  if (matcherKey(a) === matcherKey(b)) return true
  if (a.is === 'any') return a.of.every(part => implies(part, b, dimension))
  if (b.is === 'all') return b.of.every(part => implies(a, part, dimension))
  if (b.is === 'any' && b.of.some(part => implies(a, part, dimension))) return true
  if (a.is === 'all') return a.of.some(part => implies(part, b, dimension))
  if (b.is === 'present') return isAtom(a)
  if (dimension.multiple) return false
  const value = oneValue(a, dimension)
  if (value !== null) return matches(b, value, dimension)
  if (a.is === 'prefix' && b.is === 'prefix') {
    return b.ignoreCase === true || a.ignoreCase !== true
      ? begins(a.value, b.value, b.ignoreCase === true)
      : false
  }
  if (a.is === 'between' && b.is === 'between') return b.from <= a.from && a.to <= b.to
  return false
}

function isAtom(matcher: Matcher): matcher is Atom {
  switch (matcher.is) {
    case 'exact':
    case 'prefix':
    case 'suffix':
    case 'regex':
    case 'between':
    case 'cidr':
      return true
    default:
      return false
  }
}

function canBeAbsent(matcher: Matcher): boolean {
  return !isAtom(matcher) && matcher.is !== 'present' && matcher.is !== 'some'
}

/** The one value that satisfies the matcher, where that is plain. */
function oneValue(matcher: Matcher, dimension: Dimension): string | null {
  return matcher.is === 'exact' && matcher.ignoreCase !== true && dimension.theory !== 'ip'
    ? matcher.value
    : null
}

function atomsMayMeet(a: Atom, b: Atom): boolean {
  if (a.is === 'between' && b.is === 'between') return a.from <= b.to && b.from <= a.to
  if ((a.is === 'cidr' || a.is === 'exact') && b.is === 'cidr') {
    const [left, right] = [addressRange(a.value), addressRange(b.value)]
    if (left === null || right === null) return true
    return left.family === right.family && left.first <= right.last && right.first <= left.last
  }
  if (a.is === 'prefix' && b.is === 'regex') return regexMayMeetPrefix(b.value, a)
  if (a.is === 'regex' && b.is === 'prefix') return regexMayMeetPrefix(a.value, b)
  return !beginApart(a, b)
}

/** No value begins as both say. */
function beginApart(a: Atom, b: Atom): boolean {
  const [left, right] = [beginning(a), beginning(b)]
  if (left === null || right === null) return false
  const fold = left.fold || right.fold
  return !begins(left.value, right.value, fold) && !begins(right.value, left.value, fold)
}

/** What every value of the atom begins with. */
function beginning(atom: Atom): { readonly value: string; readonly fold: boolean } | null {
  if (atom.is === 'regex') return { value: literalBeginning(atom.value), fold: false }
  return atom.is === 'prefix' || atom.is === 'exact'
    ? { value: atom.value, fold: atom.ignoreCase === true }
    : null
}

/** The text that stands at the front of an expression without alternatives, as far as it is plain. */
function literalBeginning(source: string): string {
  if (source.includes('|')) return ''
  let text = ''
  for (let at = 0; at < source.length; ) {
    const escaped = source[at] === '\\'
    const one = source[escaped ? at + 1 : at] ?? ''
    // Escaped letters and digits are classes, assertions and codes.
    if (escaped ? !/[!-/:-@[-`{-~]/.test(one) : !/[^\\^$.|?*+()[\]{}\ud800-\udfff]/.test(one)) break
    const next = at + (escaped ? 2 : 1)
    if (/[?*+{]/.test(source[next] ?? '')) break
    text += one
    at = next
  }
  return text
}

function begins(value: string, beginning: string, fold: boolean): boolean {
  return fold ? foldAscii(value).startsWith(foldAscii(beginning)) : value.startsWith(beginning)
}

const automata = new Map<string, Automaton>()
const REMEMBERED = 1_000

/** Runs the prefix through the expression's automaton; a dead state has no continuation. */
function regexMayMeetPrefix(
  source: string,
  prefix: { readonly value: string; readonly ignoreCase?: boolean }
): boolean {
  if (prefix.ignoreCase === true) return true
  let automaton = automata.get(source)
  if (automaton === undefined) {
    const compiled = pattern(source)
    if (!compiled.ok) return true
    automaton = regexAutomaton(readProgram(compiled.regex), 0, null, () => {})
    if (automata.size >= REMEMBERED) automata.clear()
    automata.set(source, automaton)
  }
  let state = automaton.start
  for (const letter of prefix.value) {
    if (automaton.fate(state, 0) === false) return false
    const symbol = letter.codePointAt(0) ?? 0
    const { cuts, targets } = automaton.moves(state)
    let place = cuts.length - 1
    while (place > 0 && at(cuts, place) > symbol) place -= 1
    state = at(targets, place)
  }
  return automaton.fate(state, 0) !== false
}
