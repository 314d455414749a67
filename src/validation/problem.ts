import type { Severity } from '../finding.ts'

/** The names in braces of a message; `field`, `value` and `kind` are filled in from the place. */
export type Placeholder<Message extends string> =
  Message extends `${string}{${infer Name}}${infer Rest}`
    ? Exclude<Name, 'field' | 'value' | 'kind'> | Placeholder<Rest>
    : never

/** The minors (1.x) that know a problem: from `since` on and before `until`. */
export interface Minors {
  readonly since?: number
  readonly until?: number
}

/** Something that istiod's validating webhook says about an object. */
export interface Problem<Message extends string = string> extends Minors {
  /** The id after the kind: a word of the vocabulary and what it is about. */
  readonly name: string
  readonly severity: Severity
  /** Codes of istioctl for the same. */
  readonly sources: readonly string[]
  readonly message: Message
}

/** The webhook refuses the object; istioctl says so as IST0106. */
export function refusal<const Message extends string>(
  name: string,
  message: Message,
  minors: Minors = {}
): Problem<Message> {
  return { name, severity: 'error', sources: ['IST0106'], message, ...minors }
}

/** The webhook warns; istioctl says so as IST0133. */
export function warning<const Message extends string>(
  name: string,
  message: Message,
  minors: Minors = {}
): Problem<Message> {
  return { name, severity: 'warning', sources: ['IST0133'], message, ...minors }
}

/**
 * A warning that Istio's validator makes and loses, since it keeps only the errors of some parts (agent.AppendErrors).
 * No source: istioctl never shows it.
 */
export function lostWarning<const Message extends string>(
  name: string,
  message: Message,
  minors: Minors = {}
): Problem<Message> {
  return { name, severity: 'warning', sources: [], message, ...minors }
}

/** A problem of a text with what its message needs, before its place is known. */
export interface Fault {
  readonly problem: Problem
  readonly params: Readonly<Record<string, string | number>>
}

export function fault<Message extends string>(
  problem: Problem<Message>,
  ...[params]: Params<Message>
): Fault {
  return { problem, params: params ?? {} }
}

export type Params<Message extends string> = [Placeholder<Message>] extends [never]
  ? []
  : [params: Readonly<Record<Placeholder<Message>, string | number>>]
