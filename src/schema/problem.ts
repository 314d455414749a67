import type { FieldPath, Part } from '../finding.ts'
import type { Json } from '../manifest/manifest.ts'

/** What a check found, as data; `words.ts` makes a finding of it. */
export type Problem = { readonly path: FieldPath; readonly part: Part } & Fault

export type Fault =
  | { readonly id: 'unknown-field'; readonly field: string; readonly known: readonly string[] }
  | { readonly id: 'wrong-type'; readonly expected: string; readonly value: Json }
  | { readonly id: 'missing-field'; readonly field: string }
  | { readonly id: 'invalid-value'; readonly value: Json; readonly allowed: readonly Json[] }
  | { readonly id: 'invalid-format'; readonly value: string; readonly expected: string }
  | { readonly id: 'out-of-bounds'; readonly value: Json; readonly bound: Bound }
  | { readonly id: 'conflicting-fields'; readonly fields: readonly string[] }
  | { readonly id: 'no-alternative'; readonly fields: readonly string[] }
  | {
      readonly id: 'duplicate-item'
      readonly keys: readonly string[]
      readonly value: string
      readonly first: number
    }

  /** The object has this many problems beyond those that were kept. */
  | { readonly id: 'more-problems'; readonly count: number }

/** Which limit was passed: `at-least 1 characters`. */
export interface Bound {
  readonly side: 'at least' | 'at most' | 'more than' | 'less than' | 'a multiple of'
  readonly limit: number
  readonly unit: '' | 'characters' | 'items' | 'entries'
}

/** What is being checked, and where its problems go. `path` is one list that grows and shrinks. */
export interface Walk {
  readonly path: (string | number)[]
  report(fault: Fault, part?: Part, field?: string): void
}

/** Tests a value and reports what is wrong with it. */
export type Check = (value: Json, walk: Walk) => void
