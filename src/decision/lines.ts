import { type Bits, bitsOf } from './bits.ts'
import { at } from './indexed.ts'
import { type Condition, type Space, sizeOf } from './space.ts'

/** A row in a space. */
export interface Line {
  /** Its own number, over both tables. */
  readonly number: number
  /** Equal for rows with the same matchers and the same action. */
  readonly identity: number
  readonly action: number
  /** By ascending axis. */
  readonly conditions: readonly Condition[]
  /** The last axis it asks; -1 where it asks nothing. */
  readonly last: number
}

/** Rows that are still alive, in order; the last one asks nothing more, and no other. */
export type Residual = readonly Line[]

export interface Branch {
  /** The answers on the axis that lead here. */
  classes(): Bits
  /** One residual for each list that was split. */
  readonly lists: readonly Residual[]
  /** Set on a literal axis. */
  readonly holds: boolean | null
}

/** Nothing behind a row that asks nothing is reached. */
export function reachable(list: Residual): Residual {
  return list.slice(0, list.findIndex(line => line.last < 0) + 1)
}

/** The first axis from `from` on that a row of the lists asks; Infinity where there is none. */
export function nextAxis(lists: readonly Residual[], from: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const list of lists) {
    for (const line of list) {
      for (const { axis } of line.conditions) {
        if (axis < from) continue
        if (axis < next) next = axis
        break
      }
    }
  }
  return next
}

/** Splits residual lists by the answers on an axis; answers that leave the same rows go together. */
export function split(space: Space, axis: number, lists: readonly Residual[]): readonly Branch[] {
  const question = at(space.axes, axis)
  const indexes = lists.map(list => indexOf(list, axis))
  if (question.is === 'literal') {
    return [1, 0].map(answer => ({
      classes: () => bitsOf(2, [answer]),
      lists: indexes.map(index => select(index, [answer], axis)),
      holds: answer === 1
    }))
  }
  const { partition } = question
  const asked = new Set(indexes.flatMap(index => [...index.asking.keys()]))
  const holding = new Map<number, number[]>()
  for (const matcher of asked) {
    for (const one of at(partition.holds, matcher)) {
      const list = holding.get(one)
      if (list === undefined) holding.set(one, [matcher])
      else list.push(matcher)
    }
  }
  const groups = new Map<string, { matchers: readonly number[]; classes: number[] }>()
  for (const [one, matchers] of holding) {
    const key = matchers.join()
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { matchers, classes: [one] })
    else group.classes.push(one)
  }
  const size = sizeOf(question)
  const branches = [...groups.values()].map(
    ({ matchers, classes }): Branch => ({
      classes: () => bitsOf(size, classes),
      lists: indexes.map(index => select(index, matchers, axis)),
      holds: null
    })
  )
  if (holding.size < size) {
    branches.push({
      classes: () => bitsOf(size, otherThan(holding, size)),
      lists: indexes.map(index => select(index, [], axis)),
      holds: null
    })
  }
  return branches
}

interface Index {
  readonly list: Residual
  /** Places of rows that ask nothing on the axis. */
  readonly free: readonly number[]
  /** Places of rows by what they ask. */
  readonly asking: ReadonlyMap<number, readonly number[]>
}

function indexOf(list: Residual, axis: number): Index {
  const free: number[] = []
  const asking = new Map<number, number[]>()
  list.forEach((line, place) => {
    const asks = line.conditions.find(condition => condition.axis === axis)?.asks
    if (asks === undefined) {
      free.push(place)
      return
    }
    const places = asking.get(asks)
    if (places === undefined) asking.set(asks, [place])
    else places.push(place)
  })
  return { list, free, asking }
}

/** Rows that stay alive; nothing behind a row that asks no more is reached. */
function select(index: Index, answers: readonly number[], axis: number): Residual {
  const places = answers.flatMap(answer => index.asking.get(answer) ?? [])
  if (places.length > 0) places.push(...index.free)
  const sorted = places.length > 0 ? places.sort((a, b) => a - b) : index.free
  const alive: Line[] = []
  for (const place of sorted) {
    const line = at(index.list, place)
    alive.push(line)
    if (line.last <= axis) break
  }
  return alive
}

function otherThan(held: ReadonlyMap<number, unknown>, size: number): number[] {
  const others: number[] = []
  for (let one = 0; one < size; one += 1) if (!held.has(one)) others.push(one)
  return others
}
