import { matchesAtom } from '../decide.ts'
import { evaluate } from '../formula.ts'
import type { Answer, Question, ValueClass } from './theory.ts'

/** Every value is tried; those of which the same atoms hold are one class. */
export function partitionEnumeration({ dimension, atoms, domain }: Question): Answer {
  if (dimension.values === undefined) throw new Error(`dimension ${dimension.name} has no values`)
  const classes = new Map<string, ValueClass>()
  dimension.values.forEach((value, order) => {
    const holding: number[] = []
    atoms.forEach((atom, number) => {
      if (matchesAtom(atom, value, dimension)) holding.push(number)
    })
    if (domain !== null && !evaluate(domain, atom => holding.includes(atom), true)) return
    const key = holding.join()
    if (!classes.has(key)) classes.set(key, { atoms: holding, value, order })
  })
  return { classes: [...classes.values()], outside: new Set() }
}
