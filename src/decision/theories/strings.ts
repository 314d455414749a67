import { foldAscii } from '../automata/alphabet.ts'
import type { Automaton } from '../automata/automaton.ts'
import { explore } from '../automata/explore.ts'
import { type Literal, literalAutomaton } from '../automata/literals.ts'
import { occurring } from '../automata/occurring.ts'
import { readProgram } from '../automata/program.ts'
import { regexAutomaton } from '../automata/regex.ts'
import { type Suffix, suffixAutomaton } from '../automata/suffixes.ts'
import type { Atom } from '../decide.ts'
import { atomsOf, evaluate, type Formula, settle } from '../formula.ts'
import { at } from '../indexed.ts'
import { pattern } from '../pattern.ts'
import type { Answer, Question, ValueClass } from './theory.ts'

/** Classes of all strings by exact, prefix, suffix and regular expression: a walk through the joint automaton. */
export function partitionStrings(question: Question): Answer {
  const { atoms, domain, universe, budget, dimension } = question
  const { automata, decides } = automataOf(atoms, domain)
  const fate = (states: readonly number[]) => (atom: number) => {
    const index = at(decides, atom)
    return at(automata, index).fate(at(states, index), atom)
  }
  const outside = new Set<number>()
  const hopes = universe === null ? null : hopeOf(universe, automata)

  const { classes, states } = explore({
    automata,
    budget,
    dimension: dimension.name,
    wanted(reached) {
      if (domain !== null && settle(domain, fate(reached), true) === false) return false
      if (hopes === null || universe === null || hopes(reached)) return true
      automata.forEach((automaton, index) => {
        automaton.possible(at(reached, index), atom => outside.add(atom))
      })
      return false
    }
  })
  const inside: ValueClass[] = []
  for (const { atoms: holding, word, order } of classes) {
    const set = new Set(holding)
    const holds = (atom: number) => set.has(atom)
    if (domain !== null && !evaluate(domain, holds, true)) continue
    if (universe === null || evaluate(universe, holds, true)) {
      inside.push({ atoms: holding, value: word, order })
    } else {
      for (const atom of holding) outside.add(atom)
    }
  }
  return { classes: inside, outside, states }
}

/** A value that makes a formula true, or `null`. Walks no further than the first one. */
export function findString(question: Question, wanted: Formula): string | null {
  const { atoms, domain, budget, dimension } = question
  const goal: Formula = domain === null ? wanted : { is: 'all', of: [domain, wanted] }
  const used = atomsOf(goal)
  const { automata, decides } = automataOf(atoms, domain, used)
  let hit = false
  const { classes } = explore({
    automata,
    budget,
    dimension: dimension.name,
    wanted: states =>
      settle(
        goal,
        atom => at(automata, at(decides, atom)).fate(at(states, at(decides, atom)), atom),
        true
      ) !== false,
    met(holding) {
      const set = new Set(holding)
      hit = evaluate(goal, atom => set.has(atom), true)
      return !hit
    }
  })
  return hit ? (classes.at(-1)?.word ?? null) : null
}

/** A cheap test of whether the universe can still be reached: exact for unions of atoms, else an overestimate. */
function hopeOf(
  universe: Formula,
  automata: readonly Automaton[]
): ((states: readonly number[]) => boolean) | null {
  const parts = universe.is === 'any' ? universe.of : [universe]
  const marked = new Set<number>()
  for (const part of parts) {
    const hopes = positiveAtoms(part)
    if (hopes === null) return null
    for (const atom of hopes) marked.add(atom)
  }
  for (const automaton of automata) automaton.mark(marked)
  return states => automata.some((automaton, index) => automaton.hopeful(at(states, index)))
}

/** Atoms of which one must hold where the formula holds; `null` where there are none such. */
function positiveAtoms(formula: Formula): readonly number[] | null {
  if (formula.is === 'atom') return [formula.atom]
  if (formula.is === 'any') {
    const all = formula.of.map(positiveAtoms)
    return all.every(part => part !== null) ? all.flat() : null
  }
  if (formula.is === 'all') {
    for (const part of formula.of) {
      const atoms = positiveAtoms(part)
      if (atoms !== null) return atoms
    }
  }
  return null
}

/** One automaton for all literals, one for all suffixes (each again without case), one for each regex. */
function automataOf(
  atoms: readonly Atom[],
  domain: Formula | null,
  used?: ReadonlySet<number>
): { automata: readonly Automaton[]; decides: readonly number[] } {
  const literals: [Literal[], Literal[]] = [[], []]
  const suffixes: [Suffix[], Suffix[]] = [[], []]
  const regexes: { atom: number; value: string }[] = []
  const decides = atoms.map(() => 0)
  atoms.forEach((matcher, atom) => {
    if (used !== undefined && !used.has(atom)) return
    if (matcher.is === 'regex') regexes.push({ atom, value: matcher.value })
    if (matcher.is !== 'exact' && matcher.is !== 'prefix' && matcher.is !== 'suffix') return
    const fold = matcher.ignoreCase === true
    const value = fold ? foldAscii(matcher.value) : matcher.value
    if (matcher.is === 'suffix') suffixes[fold ? 1 : 0].push({ value, atom })
    else literals[fold ? 1 : 0].push({ value, open: matcher.is === 'prefix', atom })
  })
  const automata: Automaton[] = []
  const add = (automaton: Automaton, decided: readonly { readonly atom: number }[]) => {
    for (const { atom } of decided) decides[atom] = automata.length
    automata.push(automaton)
  }
  for (const fold of [0, 1] as const) {
    if (literals[fold].length > 0) {
      add(literalAutomaton(literals[fold], fold === 1), literals[fold])
    }
    if (suffixes[fold].length > 0) {
      add(suffixAutomaton(suffixes[fold], fold === 1), suffixes[fold])
    }
  }
  const alphabet = occurring(domain, atoms)
  /** These must say which symbols occur, so they see all. */
  const judges = domain === null ? new Set<number>() : atomsOf(domain)
  for (const regex of regexes) {
    const compiled = pattern(regex.value)
    if (!compiled.ok) throw new Error(`not RE2: ${regex.value}: ${compiled.reason}`)
    add(
      regexAutomaton(
        readProgram(compiled.regex),
        regex.atom,
        judges.has(regex.atom) ? null : alphabet
      ),
      [regex]
    )
  }
  return { automata, decides }
}
