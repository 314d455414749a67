import { parseArgs } from 'node:util'
import { nearest } from '../config/nearest.ts'
import { UserError } from '../errors.ts'

/** One flag of a command, with its line of help. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: boolean
  /** What stands for the value in help: `FILE`. */
  readonly value?: string
  readonly help: string
  /** The only values. */
  readonly choices?: readonly string[]
}

export type Options = Readonly<Record<string, Option>>

export interface Arguments {
  readonly positionals: readonly string[]
  /** Values as given; the last one counts where a flag stands twice and may not. */
  text(name: string): string | undefined
  list(name: string): readonly string[]
  flag(name: string): boolean
}

/**
 * @param command for the message alone
 * @throws UserError for an unknown flag, a flag without its value, a value that is no choice
 */
export function parseOptions(
  command: string,
  args: readonly string[],
  options: Options
): Arguments {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: plainOptions(options),
    strict: false,
    allowPositionals: true,
    tokens: true
  })
  const given = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (option === undefined) throw unknownFlag(command, token.rawName, options)
    if (option.type === 'boolean') {
      if (token.value !== undefined) {
        throw wrong(command, `${token.rawName} takes no value, but "${token.value}" was given.`)
      }
      given.set(token.name, [])
      continue
    }
    // `--output --no-color` is a forgotten value, not a file named `--no-color`.
    if (
      token.value === undefined ||
      (!token.inlineValue && token.value.startsWith('-') && token.value !== '-')
    ) {
      throw wrong(
        command,
        `${token.rawName} needs a value: ${token.rawName} ${option.value ?? 'VALUE'}.`
      )
    }
    if (option.choices !== undefined && !option.choices.includes(token.value)) {
      const near = nearest(token.value, option.choices)
      throw wrong(
        command,
        `${token.rawName} ${token.value} is not known${near === undefined ? '' : `; did you mean ${near}?`}`,
        `Known are ${option.choices.join(', ')}.`
      )
    }
    given.set(token.name, [...(given.get(token.name) ?? []), token.value])
  }
  return {
    positionals,
    text: name => given.get(name)?.at(-1),
    list: name => given.get(name) ?? [],
    flag: name => given.has(name)
  }
}

/** @throws UserError where a command that takes no path was given one */
export function refusePositionals(command: string, args: Arguments): void {
  const [first] = args.positionals
  if (first !== undefined)
    throw wrong(command, `\`meshproof ${command}\` takes no path, but "${first}" was given.`)
}

function plainOptions(options: Options) {
  const plain: Record<string, { type: 'string' | 'boolean'; multiple: boolean; short?: string }> =
    {}
  for (const [name, { type, short }] of Object.entries(options)) {
    plain[name] = { type, multiple: true, ...(short !== undefined && { short }) }
  }
  return plain
}

function unknownFlag(command: string, flag: string, options: Options): UserError {
  const near = nearest(flag.replace(/^-+/, ''), Object.keys(options))
  return wrong(
    command,
    `${flag} is not a flag of \`meshproof ${command}\`${near === undefined ? '.' : `; did you mean --${near}?`}`
  )
}

function wrong(command: string, message: string, hint?: string): UserError {
  return new UserError(message, hint ?? `See \`meshproof ${command} --help\`.`)
}
