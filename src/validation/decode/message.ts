import type { JsonMap } from '../../manifest/manifest.ts'
import type { ENUMS, MESSAGES } from './messages.ts'

export type MessageName = keyof typeof MESSAGES
type EnumName = keyof typeof ENUMS

/** `max_retries` → `maxRetries`, as protobuf names fields in JSON. */
type Camel<Name extends string> = Name extends `${infer Head}_${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Name

interface Scalars {
  readonly bool: boolean
  readonly string: string
  readonly int32: number
  readonly uint32: number
  readonly uint64: number
  readonly double: number
  readonly float: number
  /** How many bytes there are: nothing asks for more. */
  readonly bytes: number
}

/** What is `undefined` where it is absent. */
type Whole<Type extends string> = Type extends 'Duration'
  ? bigint
  : Type extends 'Struct'
    ? JsonMap
    : Type extends MessageName
      ? Message<Type>
      : never

/** An enum is its value's name; the number in digits where it has none. */
type Scalar<Type extends string> = Type extends keyof Scalars
  ? Scalars[Type]
  : Type extends EnumName
    ? keyof (typeof ENUMS)[Type] & string
    : never

type Item<Type extends string> = [Scalar<Type>] extends [never] ? Whole<Type> : Scalar<Type>

type Value<Type extends string> = Type extends `${infer Bare}@${string}`
  ? Value<Bare>
  : Type extends `[${infer Each}]`
    ? readonly Item<Each>[]
    : Type extends `{${string}=${infer Each}}` | `{${infer Each}}`
      ? ReadonlyMap<string, Item<Each>>
      : Type extends `?${infer Bare}`
        ? Scalar<Bare> | undefined
        : [Scalar<Type>] extends [never]
          ? Whole<Type> | undefined
          : Scalar<Type>

/**
 * A message as Go's generated code holds it: scalars, lists and maps that are absent are zero or empty, so that absent
 * and empty are one. Durations are nanoseconds.
 */
export type Message<Name extends MessageName> = {
  readonly [Field in keyof (typeof MESSAGES)[Name] & string as Camel<Field>]: Value<
    (typeof MESSAGES)[Name][Field] & string
  >
}
