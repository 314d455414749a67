import type { Command } from './command.ts'
import type { Options } from './options.ts'

const WIDTH = 26

export function overview(commands: readonly Command[]): string {
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`)
  return `Shows what a change of Istio configuration does to traffic and access, or proves that it does nothing.

Usage: meshproof COMMAND [OPTIONS]

Commands:
${lines.join('\n')}

meshproof COMMAND --help says more. meshproof --version prints the version.

Exit codes: 0 pass or warn, 1 something to approve or to correct, 2 a mistake in the command or its files,
3 a defect of Meshproof.
`
}

export function commandHelp(command: Command): string {
  return `Usage: meshproof ${command.name} ${command.usage} [OPTIONS]

${command.about}

Options:
${optionLines(command.options).join('\n')}
`
}

function optionLines(options: Options): string[] {
  return Object.entries(options).map(([name, { short, value, choices, help }]) => {
    const flag = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
    const known = choices === undefined ? '' : `: ${choices.join(', ')}`
    return `  ${flag.padEnd(WIDTH)} ${help}${known}`
  })
}
