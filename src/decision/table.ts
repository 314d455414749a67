/**
 * Ordered decision tables over named dimensions. This room knows nothing of Istio, files or words for
 * people: it is mathematics that dataplane/lower fills and effects and analyzers ask.
 */

/**
 * A predicate over one dimension. Atoms (exact … cidr) are false on an absent value; `not` turns that around:
 * "absent or different" is `not(exact)`, "present and different" is `all(present, not(exact))`.
 * On a `multiple` dimension the value is a set, an atom holds where some element matches.
 */
export type Matcher =
  | {
      readonly is: 'exact' | 'prefix' | 'suffix'
      readonly value: string
      readonly ignoreCase?: boolean
    }
  /** RE2, the whole value. */
  | { readonly is: 'regex'; readonly value: string }
  /** Integers, both ends included. */
  | { readonly is: 'between'; readonly from: number; readonly to: number }
  | { readonly is: 'cidr'; readonly value: string }
  | { readonly is: 'present' }
  | { readonly is: 'absent' }
  | { readonly is: 'not'; readonly of: Matcher }
  | { readonly is: 'all' | 'any'; readonly of: readonly Matcher[] }
  /** Only on `multiple` dimensions: one element satisfies the whole inner predicate. */
  | { readonly is: 'some'; readonly of: Matcher }

export interface Dimension {
  readonly name: string
  readonly theory: 'string' | 'enumeration' | 'integer' | 'ip'
  /** All values of an enumeration; the first is the most natural one. */
  readonly values?: readonly string[]
  /** Bounds of an integer dimension, included. */
  readonly bounds?: { readonly from: number; readonly to: number }
  /** The value may be absent: a class of its own. */
  readonly optional: boolean
  /** The value is a set of values (header lines, repeated query keys, claims). */
  readonly multiple: boolean
  /** What every present value satisfies (e.g. a path begins with `/`): classes outside do not exist. */
  readonly domain?: Matcher
  /** Values that a sample should take where the class allows it, best first (`GET`, `/`). */
  readonly natural?: readonly string[]
}

export interface Row<Action> {
  /** Dimensions that are not named are unconstrained. */
  readonly when: Readonly<Record<string, Matcher>>
  readonly action: Action
  /** Handed back untouched. */
  readonly origin: unknown
}

export interface Table<Action> {
  readonly dimensions: readonly Dimension[]
  /** First match wins. */
  readonly rows: readonly Row<Action>[]
  /** The action where no row matches. */
  readonly otherwise: Action
  /** Combinations that cannot occur: points that satisfy one of these in all its dimensions do not exist. */
  readonly impossible?: readonly Readonly<Record<string, Matcher>>[]
}

/** One value per dimension; `null` is absent; a list for `multiple` dimensions. Integers and addresses as text. */
export type Point = Readonly<Record<string, string | readonly string[] | null>>
