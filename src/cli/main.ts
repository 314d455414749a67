import { nearest } from '../config/nearest.ts'
import { UserError } from '../errors.ts'
import { productRoot } from '../root.ts'
import type { Command, ExitCode } from './command.ts'
import type { Sink, World } from './world.ts'

/** In the order of help. Each is loaded when it is asked for. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  diff: async () => (await import('./diff.ts')).diff,
  analyze: async () => (await import('./analyze.ts')).analyze,
  validate: async () => (await import('./validate.ts')).validate,
  explain: async () => (await import('./explain.ts')).explain,
  test: async () => (await import('./test.ts')).test,
  init: async () => (await import('./init.ts')).init
}

/**
 * The command `meshproof`. Never rejects.
 * @param args without the program's own name
 * @returns the exit code
 */
export async function main(args: readonly string[], given: Partial<World> = {}): Promise<ExitCode> {
  const world = { ...processWorld(), ...given }
  try {
    return await run(args, world)
  } catch (error) {
    return await explainFailure(error, args, world)
  }
}

async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const { overview } = await import('./help.ts')
    const commands = await Promise.all(Object.values(COMMANDS).map(load => load()))
    const [asked] = rest
    const command = commands.find(one => one.name === asked)
    if (name === 'help' && command !== undefined) return showHelp(command, world)
    if (name === 'help' && asked !== undefined) throw unknownCommand(asked)
    world.stdout.write(overview(commands))
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    const { productVersion } = await import('./version.ts')
    world.stdout.write(`${productVersion(world)}\n`)
    return 0
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load === undefined) throw unknownCommand(name)
  const command = await load()
  const { parseOptions } = await import('./options.ts')
  const parsed = parseOptions(name, rest, command.options)
  if (parsed.flag('help')) return showHelp(command, world)
  return command.run(parsed, world)
}

async function showHelp(command: Command, world: World): Promise<ExitCode> {
  const { commandHelp } = await import('./help.ts')
  world.stdout.write(commandHelp(command))
  return 0
}

function unknownCommand(name: string): UserError {
  const known = Object.keys(COMMANDS)
  const near = nearest(name, known)
  return new UserError(
    `${name} is not a command${near === undefined ? '' : `; did you mean ${near}?`}`,
    `Known are ${known.join(', ')}; see \`meshproof --help\`.`
  )
}

/** The user's mistake is told without a stack; ours with one, and with how to report it. */
async function explainFailure(
  error: unknown,
  args: readonly string[],
  world: World
): Promise<ExitCode> {
  const { plain } = await import('../report/escape.ts')
  const { redactText } = await import('../report/redact.ts')
  const lines = (text: string) =>
    text
      .split('\n')
      .map(line => plain(redactText(line)))
      .join('\n')
  if (error instanceof UserError) {
    world.stderr.write(`meshproof: ${lines(error.message)}\n${lines(error.hint)}\n`)
    return 2
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  world.stderr.write(`meshproof: the analysis failed, nothing is proven.
${lines(stack)}

This is a defect of Meshproof, not of your files. Please report it in Meshproof's repository with the lines above,
the command (meshproof ${lines(args.join(' '))}), Node ${process.version} on ${process.platform}, and the smallest manifests that show it.
`)
  return 3
}

function processWorld(): World {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    clock: () => performance.now(),
    root: productRoot(),
    review: async input => (await import('../review.ts')).review(input)
  }
}

/** A reader that went away (`| head`) is no failure: what it did not read is dropped, the exit code stays. */
function sink(stream: NodeJS.WriteStream): Sink {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return { write: text => void stream.write(text), isTerminal: stream.isTTY === true }
}
