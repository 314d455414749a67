import { at } from '../indexed.ts'
import type { Automaton, Moves } from './automaton.ts'

export interface Suffix {
  readonly value: string
  readonly atom: number
}

interface Node {
  readonly children: Map<number, number>
  /** The node of the longest proper suffix of this node's word. */
  fallback: number
  /** Atoms whose value is a suffix of this node's word. */
  atoms: readonly number[]
}

/**
 * All suffix atoms as one automaton (Aho and Corasick): a state is the longest end of the word read so far that
 * begins one of the values. With `fold`, ASCII letters are read as their lower case.
 */
export function suffixAutomaton(suffixes: readonly Suffix[], fold: boolean): Automaton {
  const nodes = build(suffixes)
  const steps = new Map<number, Moves>()
  const acceptances: (readonly number[])[] = [[]]
  const interned = new Map([['', 0]])
  const acceptanceOf = nodes.map(({ atoms }) => {
    const known = interned.get(atoms.join())
    if (known !== undefined) return known
    interned.set(atoms.join(), acceptances.length)
    return acceptances.push(atoms) - 1
  })
  let hope = false

  function move(state: number): Moves {
    const targets = new Map<number, number>()
    for (let node = state; ; node = at(nodes, node).fallback) {
      for (const [symbol, child] of at(nodes, node).children) {
        if (!targets.has(symbol)) targets.set(symbol, child)
      }
      if (node === 0) break
    }
    const cuts = [0]
    const to = [0]
    const edges = [...targets].flatMap(([symbol, child]) =>
      fold && symbol >= 0x61 && symbol <= 0x7a
        ? [[symbol, child] as const, [symbol - 32, child] as const]
        : [[symbol, child] as const]
    )
    edges.sort((a, b) => a[0] - b[0])
    for (const [symbol, child] of edges) {
      if (cuts.at(-1) === symbol) to[to.length - 1] = child
      else {
        cuts.push(symbol)
        to.push(child)
      }
      cuts.push(symbol + 1)
      to.push(0)
    }
    return { cuts, targets: to }
  }

  return {
    start: 0,
    moves(state) {
      let known = steps.get(state)
      if (known === undefined) {
        known = move(state)
        steps.set(state, known)
      }
      return known
    },
    acceptance: state => at(acceptanceOf, state),
    accepted: acceptance => at(acceptances, acceptance),
    settled: () => nodes.length === 1,
    unique: () => false,
    fate: (_state, atom) => (at(nodes, 0).atoms.includes(atom) ? true : null),
    mark(marked) {
      hope = suffixes.some(suffix => marked.has(suffix.atom))
    },
    hopeful: () => hope,
    possible(_state, name) {
      for (const suffix of suffixes) name(suffix.atom)
    }
  }
}

function build(suffixes: readonly Suffix[]): readonly Node[] {
  const nodes: Node[] = [{ children: new Map(), fallback: 0, atoms: [] }]
  for (const suffix of suffixes) {
    let node = 0
    for (const letter of suffix.value) {
      const symbol = letter.codePointAt(0) ?? 0
      let child = at(nodes, node).children.get(symbol)
      if (child === undefined) {
        child = nodes.push({ children: new Map(), fallback: 0, atoms: [] }) - 1
        at(nodes, node).children.set(symbol, child)
      }
      node = child
    }
    at(nodes, node).atoms = [...at(nodes, node).atoms, suffix.atom]
  }
  const queue = [0]
  for (const parent of queue) {
    for (const [symbol, child] of at(nodes, parent).children) {
      let fallback = at(nodes, parent).fallback
      let next = parent === 0 ? 0 : at(nodes, fallback).children.get(symbol)
      while (next === undefined && fallback !== 0) {
        fallback = at(nodes, fallback).fallback
        next = at(nodes, fallback).children.get(symbol)
      }
      const node = at(nodes, child)
      node.fallback = next ?? 0
      queue.push(child)
    }
    const node = at(nodes, parent)
    if (parent !== 0) node.atoms = [...node.atoms, ...at(nodes, node.fallback).atoms]
  }
  return nodes
}
