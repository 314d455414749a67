/**
 * A complete deterministic automaton over scalar values, built while it is walked. It decides several atoms at
 * once; states are small integers and 0 is a state.
 */
export interface Automaton {
  readonly start: number
  moves(state: number): Moves
  /** Interned set of atoms that hold of a word that ends in this state. 0 is the empty set. */
  acceptance(state: number): number
  /** The atoms of such a set. */
  accepted(acceptance: number): readonly number[]
  /** No further symbol leads anywhere else. */
  settled(state: number): boolean
  /** Exactly one word leads here, so a joint state that holds it need not be looked up. */
  unique(state: number): boolean
  /** `true`: holds of every continuation; `false`: of none; `null`: open. May be `null` needlessly. */
  fate(state: number, atom: number): boolean | null
  /** Whether a marked atom may still hold of some continuation. Marks are given once, before the walk. */
  mark(marked: ReadonlySet<number>): void
  hopeful(state: number): boolean
  /** Names every atom that may hold of some continuation. */
  possible(state: number, name: (atom: number) => void): void
}

/** Symbols from `cuts[i]` up to before `cuts[i + 1]` lead to `targets[i]`; `cuts[0]` is 0. */
export interface Moves {
  readonly cuts: readonly number[]
  readonly targets: readonly number[]
}
