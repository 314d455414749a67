import { matcherKey } from './matcher-key.ts'
import type { When } from './space.ts'
import type { Row, Table } from './table.ts'

/** Numbers for rows and actions: equal numbers are equal behaviour. */
export class Identities<Action> {
  readonly #keyOf: (action: Action) => string
  readonly #actions = new Map<string, number>()
  readonly #rows = new Map<string, number>()
  readonly #known = new Map<Action, number>()

  constructor(keyOf: (action: Action) => string) {
    this.#keyOf = keyOf
  }

  action(action: Action): number {
    const known = this.#known.get(action)
    if (known !== undefined) return known
    const number = numberIn(this.#actions, this.#keyOf(action))
    this.#known.set(action, number)
    return number
  }

  row(row: Row<Action>): number {
    return numberIn(this.#rows, `${this.action(row.action)}|${whenKey(row.when)}`)
  }
}

function numberIn(numbers: Map<string, number>, key: string): number {
  let number = numbers.get(key)
  if (number === undefined) {
    number = numbers.size
    numbers.set(key, number)
  }
  return number
}

export function whenKey(when: When): string {
  return Object.keys(when)
    .sort()
    .map(name => `${JSON.stringify(name)}:${matcherKey(when[name] ?? { is: 'all', of: [] })}`)
    .join(';')
}

/**
 * Combinations that no point has: those that every table declares which knows all their dimensions. A table that
 * lacks a dimension says nothing about it.
 */
export function impossibleCombinations(tables: readonly Table<unknown>[]): readonly When[] {
  const declared = tables.map(
    table => new Map((table.impossible ?? []).map(when => [whenKey(when), when]))
  )
  const all = new Map(declared.flatMap(combinations => [...combinations]))
  return [...all]
    .filter(([key, when]) =>
      tables.every((table, index) => {
        const names = new Set(table.dimensions.map(dimension => dimension.name))
        return declared[index]?.has(key) === true || Object.keys(when).some(one => !names.has(one))
      })
    )
    .map(([, when]) => when)
}
