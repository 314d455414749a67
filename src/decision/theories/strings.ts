import { foldAscii } from '../automata/alphabet.ts'
import type { Automaton } from '../automata/automaton.ts'
import { explore } from '../automata/explore.ts'
import type { Joint } from '../automata/joint.ts'
import { type Literal, literalAutomaton } from '../automata/literals.ts'
import { occurring } from '../automata/occurring.ts'
import { readProgram } from '../automata/program.ts'
import { domainAutomaton, regexAutomaton } from '../automata/regex.ts'
import { type Suffix, suffixAutomaton } from '../automata/suffixes.ts'
import type { Atom } from '../decide.ts'
import { atomsOf, evaluate, evaluator, type Formula, settle } from '../formula.ts'
import { at } from '../indexed.ts'
import { pattern } from '../pattern.ts'
import type { Answer, Question, ValueClass } from './theory.ts'

/** Classes of all strings by exact, prefix, suffix and regular expression: a walk through the joint automaton. */
export function partitionStrings(question: Question): Answer {
  const { domain, universe, budget, dimension } = question
  const { automata, decides } = automataOf(question)
  const outside = new Set<number>()
  const hopes = universe === null ? null : hopeOf(universe, automata)

  const classes = explore({
    automata,
    budget,
    dimension: dimension.name,
    wanted(joint) {
      const fate = (atom: number) => fateIn(joint, automata, at(decides, atom), atom)
      if (domain !== null && settle(domain, fate, true) === false) return false
      if (hopes === null || hopes(joint)) return true
      joint.live.forEach((index, one) => {
        at(automata, index).possible(at(joint.states, one), atom => outside.add(atom))
      })
      return false
    }
  })
  const inside: ValueClass[] = []
  const exists = domain === null ? null : evaluator(domain)
  const isInside = universe === null ? null : evaluator(universe)
  for (const { atoms: holding, word, order } of classes) {
    const set = new Set(holding)
    if (exists !== null && !exists(holding, set, true)) continue
    if (isInside === null || isInside(holding, set, true)) {
      inside.push({ atoms: holding, value: word, order })
    } else {
      for (const atom of holding) outside.add(atom)
    }
  }
  return { classes: inside, outside }
}

/** An automaton that is no longer live accepts nothing. */
function fateIn(
  joint: Joint,
  automata: readonly Automaton[],
  index: number,
  atom: number
): boolean | null {
  const place = joint.live.indexOf(index)
  return place < 0 ? false : at(automata, index).fate(at(joint.states, place), atom)
}

/** A value that makes a formula true, not the empty one where another does; or `null`. */
export function findString(question: Question, wanted: Formula): string | null {
  const found = findFirst(question, wanted)
  if (found !== '') return found
  const atoms: readonly Atom[] = [...question.atoms, { is: 'regex', value: '(?s).+' }]
  const letters: Formula = { is: 'atom', atom: question.atoms.length }
  return findFirst({ ...question, atoms }, { is: 'all', of: [wanted, letters] }) ?? ''
}

/** Walks no further than the first value. */
function findFirst(question: Question, wanted: Formula): string | null {
  const { domain, budget, dimension } = question
  const goal: Formula = domain === null ? wanted : { is: 'all', of: [domain, wanted] }
  const { automata, decides } = automataOf(question, atomsOf(goal))
  let hit = false
  const classes = explore({
    automata,
    budget,
    dimension: dimension.name,
    wanted: joint =>
      settle(goal, atom => fateIn(joint, automata, at(decides, atom), atom), true) !== false,
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
): ((joint: Joint) => boolean) | null {
  const parts = universe.is === 'any' ? universe.of : [universe]
  const marked = new Set<number>()
  for (const part of parts) {
    const hopes = positiveAtoms(part)
    if (hopes === null) return null
    for (const atom of hopes) marked.add(atom)
  }
  for (const automaton of automata) automaton.mark(marked)
  return ({ live, states }) =>
    live.some((index, one) => at(automata, index).hopeful(at(states, one)))
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
  { atoms, domain, budget, dimension }: Question,
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
  const charge = (threads: number) => budget.spend(threads, dimension.name)
  const alphabet = occurring(domain, atoms)
  /** These must say which symbols occur, so they see all. */
  const judges = domain === null ? new Set<number>() : atomsOf(domain)
  for (const regex of regexes) {
    const compiled = pattern(regex.value)
    if (!compiled.ok) throw new Error(`not RE2: ${regex.value}: ${compiled.reason}`)
    const program = readProgram(compiled.regex)
    add(
      judges.has(regex.atom)
        ? domainAutomaton(program, regex.atom, charge)
        : regexAutomaton(program, regex.atom, alphabet, charge),
      [regex]
    )
  }
  return { automata, decides }
}
