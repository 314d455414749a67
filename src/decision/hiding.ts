import { both, countBits } from './bits.ts'
import type { Budget } from './budget.ts'
import { at } from './indexed.ts'
import type { Line } from './lines.ts'
import { reachedRows } from './reach.ts'
import { boxOf, makeSpace, type Space, sizeOf, type When } from './space.ts'
import type { Row, Table } from './table.ts'

interface Rival<Action> {
  readonly index: number
  readonly row: Row<Action>
}

/** Line numbers: the row, then its rivals; below, what bounds the walk to the row's own points. */
const SELF = 0
const NOTHING = -1

/** One row against the earlier rows that may meet it. */
export class Hiding<Action> {
  readonly #row: Row<Action>
  readonly #rivals: readonly Rival<Action>[]
  readonly #keyOf: (action: Action) => string
  readonly #space: Space
  readonly #bounds: readonly Line[]
  readonly #self: Line | null
  readonly #lines: readonly (Line | null)[]

  constructor(
    table: Table<Action>,
    row: Row<Action>,
    rivals: readonly Rival<Action>[],
    options: { keyOf(action: Action): string },
    budget: Budget
  ) {
    this.#row = row
    this.#rivals = rivals
    this.#keyOf = action => options.keyOf(action)
    const impossible = table.impossible ?? []
    const elsewhere = Object.entries(row.when).map(
      ([name, matcher]): When => ({ [name]: { is: 'not', of: matcher } })
    )
    this.#space = makeSpace(
      table.dimensions,
      [...elsewhere, row.when, ...rivals.map(rival => rival.row.when)],
      impossible,
      name => {
        const matcher = Object.hasOwn(row.when, name) ? row.when[name] : undefined
        return matcher === undefined ? null : [matcher]
      },
      budget
    )
    this.#bounds = [...impossible, ...elsewhere]
      .map((when, place) => this.#line(when, NOTHING - 1 - place))
      .filter(line => line !== null)
    this.#self = this.#line(row.when, SELF)
    this.#lines = rivals.map((rival, place) => this.#line(rival.row.when, SELF + 1 + place))
  }

  /** `taken`: some point takes the row. `empty`: it has no point. Else the rivals that hide it. */
  answer(): 'taken' | 'empty' | readonly Rival<Action>[] {
    if (this.#self === null) return 'empty'
    const everyone = this.#rivals.map((_, place) => place)
    const winners = this.#winners(everyone)
    if (winners.has(SELF)) return 'taken'
    if (winners.size === 0) return 'empty'
    const places = [...winners]
      .map(number => number - SELF - 1)
      .sort((a, b) => this.#overlap(b) - this.#overlap(a) || a - b)
    const cover = [...places]
    for (const place of places.toReversed()) {
      const others = cover.filter(other => other !== place)
      if (others.length > 0 && !this.#winners(others).has(SELF))
        cover.splice(0, cover.length, ...others)
    }
    const differs = (place: number) =>
      this.#keyOf(at(this.#rivals, place).row.action) !== this.#keyOf(this.#row.action)
    const other = places.find(differs)
    if (other !== undefined && !cover.some(differs)) cover.push(other)
    return places.filter(place => cover.includes(place)).map(place => at(this.#rivals, place))
  }

  /** Who takes points of the row when only these rivals stand before it. */
  #winners(places: readonly number[]): ReadonlySet<number> {
    const found = new Set<number>()
    const rivals = [...places].sort((a, b) => a - b).map(place => this.#lines[place] ?? null)
    const list = [...this.#bounds, ...rivals, this.#self].filter(line => line !== null)
    const nothing: Line = { number: NOTHING, identity: 0, action: 0, conditions: [], last: -1 }
    reachedRows(
      this.#space,
      [...list, nothing],
      rest => rest.every(({ number }) => number < SELF || found.has(number)),
      ({ number }) => {
        if (number >= SELF) found.add(number)
      }
    )
    return found
  }

  /** The share of the row's classes that a rival has too, as if all classes were of one size. */
  #overlap(place: number): number {
    const mine = boxOf(this.#self?.conditions ?? [], this.#space.axes)
    const theirs = boxOf(this.#lines[place]?.conditions ?? [], this.#space.axes)
    let share = 1
    for (const [axis, classes] of theirs) {
      const own = mine.get(axis)
      const size = own === undefined ? sizeOf(at(this.#space.axes, axis)) : countBits(own)
      share *= countBits(own === undefined ? classes : both(own, classes)) / size
    }
    return share
  }

  #line(when: When, number: number): Line | null {
    const conditions = this.#space.conditions(when)
    if (conditions === null) return null
    const last = conditions.at(-1)?.axis ?? -1
    return { number, identity: number, action: number, conditions, last }
  }
}
