import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { VerdictOutcome } from '../gates/verdict.ts'
import { reporters } from '../report/index.ts'
import type { Report } from '../report/report.ts'
import type { ExitCode } from './command.ts'
import { systemCode } from './disk.ts'
import type { Arguments } from './options.ts'
import type { World } from './world.ts'

/** Writes the report where the flags want it. Only results go to standard output. */
export function writeReport(report: Report, args: Arguments, world: World): void {
  const reporter = reporters[args.text('format') ?? 'text']
  // parseOptions lets only known formats through.
  if (reporter === undefined) throw new Error(`no reporter for ${args.text('format')}`)
  const file = args.text('output')
  const color = file === undefined && wantsColor(args, world)
  writeText(reporter.render(report, { color, budget: 0 }), args, world)
}

/** To `--output`, else to standard output. */
export function writeText(text: string, args: Arguments, world: World): void {
  const file = args.text('output')
  if (file === undefined || file === '-') {
    world.stdout.write(text)
    return
  }
  try {
    writeFileSync(resolve(world.cwd, file), text)
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    throw new UserError(
      `--output ${file} cannot be written (${code}).`,
      'Name a file in a folder that exists and that you may write to.',
      { cause: error }
    )
  }
}

/** Only for people at a terminal, and not against NO_COLOR (no-color.org) or a terminal without colours. */
export function wantsColor(args: Arguments, world: World): boolean {
  const { NO_COLOR, TERM } = world.env
  if (args.flag('no-color') || (NO_COLOR !== undefined && NO_COLOR !== '')) return false
  return world.stdout.isTerminal && TERM !== 'dumb'
}

const EXIT: Readonly<Record<VerdictOutcome, ExitCode>> = {
  pass: 0,
  warn: 0,
  approve: 1,
  block: 1,
  error: 3
}

/** What the verdict asks of whoever started the command. */
export function exitOf(report: Report): ExitCode {
  const exit = EXIT[report.verdict.outcome]
  if (exit !== 0 || report.sides.base !== null) return exit
  return report.findings.remaining.some(finding => finding.severity === 'error') ? 1 : 0
}
