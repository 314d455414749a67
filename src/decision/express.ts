import { type Bits, hasBit, members } from './bits.ts'
import { type Choice, cover } from './cover.ts'
import { at } from './indexed.ts'
import type { Partition } from './partition.ts'
import type { Matcher } from './table.ts'

/** A set of values: those of any of `within` (none listed: all values), less those of any of `except`. */
export interface Expression {
  readonly within: readonly Matcher[]
  readonly except: readonly Matcher[]
}

interface Candidate extends Choice {
  /** `null`: every value. */
  readonly matcher: Matcher | null
  /** It may hold of values outside the universe, so it cannot stand alone. */
  readonly outside: boolean
}

/** Says sets of classes in the configured matchers: exactly, and with few of them. */
export function expressionsOf(partition: Partition): (classes: Bits) => Expression {
  const byClass: Candidate[][] = partition.values.map(() => [])
  for (const candidate of candidatesOf(partition)) {
    for (const one of candidate.holds) at(byClass, one).push(candidate)
  }
  const complete = partition.outside === null
  return classes => {
    const wanted = members(classes)
    if (complete && wanted.length === byClass.length) return { within: [], except: [] }
    return expressionOf(wanted, classes, byClass)
  }
}

function expressionOf(
  wanted: readonly number[],
  classes: Bits,
  byClass: readonly (readonly Candidate[])[]
): Expression {
  const strays = (candidate: Candidate) => candidate.holds.filter(one => !hasBit(classes, one))
  /** Matchers that touch nothing that is wanted may be taken away as a whole. */
  const removable = remembered(
    (candidate: Candidate) =>
      candidate.matcher !== null && candidate.holds.every(one => !hasBit(classes, one))
  )
  const avoidable = remembered((one: number) => at(byClass, one).some(removable))
  const usable = [...new Set(wanted.flatMap(one => at(byClass, one)))].filter(
    candidate => !candidate.outside && strays(candidate).every(avoidable)
  )
  const within = [...cover(wanted, usable, candidate => 1 + strays(candidate).length)]
  const covered = new Set(within.flatMap(({ holds }) => holds))
  for (const one of wanted) {
    if (covered.has(one)) continue
    const built = build(one, classes, byClass, avoidable)
    within.push(built)
    for (const other of built.holds) covered.add(other)
  }
  const stray = [...covered].filter(one => !hasBit(classes, one))
  const removals = new Set(stray.flatMap(one => at(byClass, one)).filter(removable))
  const except = cover(stray, [...removals], () => 1)
  return {
    within: within.flatMap(({ matcher }) => matcher ?? []),
    except: except.flatMap(({ matcher }) => matcher ?? [])
  }
}

/**
 * A conjunction for one class that no single matcher can say: what holds in it, and, where exceptions cannot do it,
 * what does not. Two classes that are treated apart differ in a matcher, so this always ends.
 */
function build(
  one: number,
  classes: Bits,
  byClass: readonly (readonly Candidate[])[],
  avoidable: (one: number) => boolean
): Candidate {
  const mine = new Set(at(byClass, one))
  const [narrowest] = [...mine]
    .filter(candidate => !candidate.outside)
    .sort((a, b) => a.holds.length - b.holds.length || a.order - b.order)
  if (narrowest === undefined) throw new Error('every class lies in a matcher of its universe')
  const parts = [{ candidate: narrowest, holds: true }]
  let holds = narrowest.holds
  for (;;) {
    const wrong = holds.find(other => !hasBit(classes, other) && !avoidable(other))
    if (wrong === undefined) break
    const theirs = new Set(at(byClass, wrong))
    const positive = [...mine].find(candidate => !theirs.has(candidate))
    const candidate = positive ?? [...theirs].find(other => !mine.has(other))
    if (candidate === undefined)
      throw new Error('classes that are treated apart differ in a matcher')
    parts.push({ candidate, holds: positive !== undefined })
    const touched = new Set(candidate.holds)
    holds = holds.filter(other => touched.has(other) === (positive !== undefined))
  }
  const said = parts
    .sort((x, y) => Number(y.holds) - Number(x.holds) || x.candidate.order - y.candidate.order)
    .flatMap(({ candidate: { matcher }, holds: positive }): Matcher[] =>
      matcher === null ? [] : positive ? [matcher] : [{ is: 'not', of: matcher }]
    )
  const [first] = said
  const matcher: Matcher =
    first !== undefined && said.length === 1 ? first : { is: 'all', of: said }
  return { matcher, holds, outside: false, order: narrowest.order }
}

/** The configured matchers, presence and absence, and everything. */
function candidatesOf({ matchers, holds, outside, values, dimension }: Partition): Candidate[] {
  const found: Candidate[] = matchers.map((matcher, index) => ({
    matcher,
    holds: at(holds, index),
    outside: outside?.[index] ?? false,
    order: simplicity(matcher) * 0x1000000 + index
  }))
  const all = values.map((_, one) => one)
  const partial = outside !== null
  if (dimension.optional) {
    const absent = values.indexOf(null)
    const present = all.filter(one => one !== absent)
    found.push({ matcher: { is: 'present' }, holds: present, outside: partial, order: 1 })
    if (absent >= 0) {
      found.push({ matcher: { is: 'absent' }, holds: [absent], outside: false, order: 0 })
    }
  }
  found.push({ matcher: null, holds: all, outside: partial, order: 0 })
  return found
}

/** What a reader takes in first. */
function simplicity(matcher: Matcher): number {
  switch (matcher.is) {
    case 'exact':
      return 1
    case 'present':
    case 'absent':
    case 'prefix':
      return 2
    case 'suffix':
    case 'between':
    case 'cidr':
      return 3
    case 'regex':
      return 4
    default:
      return 5
  }
}

function remembered<Key>(ask: (key: Key) => boolean): (key: Key) => boolean {
  const known = new Map<Key, boolean>()
  return key => {
    let answer = known.get(key)
    if (answer === undefined) {
      answer = ask(key)
      known.set(key, answer)
    }
    return answer
  }
}
