import type { Atom } from '../decide.ts'
import type { Formula } from '../formula.ts'
import { at } from '../indexed.ts'
import { pattern } from '../pattern.ts'
import type { Symbols } from './alphabet.ts'
import { readProgram } from './program.ts'

/** Symbols that can occur in a value of a domain; `null`: all. Never too few. */
export function occurring(domain: Formula | null, atoms: readonly Atom[]): Symbols | null {
  if (domain === null) return null
  switch (domain.is) {
    case 'atom':
      return occurringIn(at(atoms, domain.atom))
    case 'any': {
      const parts = domain.of.map(part => occurring(part, atoms))
      return parts.every(part => part !== null) ? parts.flat() : null
    }
    case 'all': {
      const parts = domain.of.map(part => occurring(part, atoms)).filter(part => part !== null)
      return parts.sort((a, b) => a.length - b.length)[0] ?? null
    }
    default:
      return null
  }
}

function occurringIn(atom: Atom): Symbols | null {
  if (atom.is === 'exact' && atom.ignoreCase !== true) {
    return [...atom.value].flatMap(letter => {
      const symbol = letter.codePointAt(0) ?? 0
      return [symbol, symbol]
    })
  }
  if (atom.is !== 'regex') return null
  const compiled = pattern(atom.value)
  if (!compiled.ok) return null
  return readProgram(compiled.regex).instructions.flatMap(instruction =>
    instruction.is === 'read' ? instruction.ranges : []
  )
}
