import { bool, isEqual, order, range, type Value } from './plain-values.ts'

/** Variables by name: `self`, and those of comprehensions. */
export type Scope = ReadonlyMap<string, Value>

export type Evaluate = (scope: Scope) => Value

type Compare = (a: Value, b: Value) => boolean

export const RELATIONS: readonly (readonly [string, Compare])[] = [
  ['==', isEqual],
  ['!=', (a, b) => !isEqual(a, b)],
  ['<=', (a, b) => order(a, b) <= 0],
  ['<', (a, b) => order(a, b) < 0],
  ['>=', (a, b) => order(a, b) >= 0],
  ['>', (a, b) => order(a, b) > 0],
  ['in', (a, b) => range(b).some(entry => isEqual(a, entry))]
]

/** `||` and `&&`: one side that decides is enough, whatever is wrong with the other. */
export function decided(left: Evaluate, right: Evaluate, decisive: boolean): Evaluate {
  return scope => {
    try {
      if (bool(left(scope)) === decisive) return decisive
    } catch (error) {
      if (bool(right(scope)) === decisive) return decisive
      throw error
    }
    return bool(right(scope))
  }
}
