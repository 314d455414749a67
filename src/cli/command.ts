import type { Arguments, Options } from './options.ts'
import type { World } from './world.ts'

/** 0: pass or warn. 1: the verdict asks for a person, or an error was found. 2: the user's mistake. 3: our defect. */
export type ExitCode = 0 | 1 | 2 | 3

export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What follows the name: `BASE HEAD`. */
  readonly usage: string
  /** A paragraph for its own help. */
  readonly about: string
  readonly options: Options
  run(args: Arguments, world: World): Promise<ExitCode>
}
