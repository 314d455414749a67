import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { UserError } from '../errors.ts'

/** Answers one git command; `code` is null when the deadline ended it. */
export interface GitAnswer {
  readonly code: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

export interface GitOptions {
  /** Sent to standard input, then closed. */
  readonly input?: string
  /** Milliseconds until the command is killed. */
  readonly deadline?: number
  /** Added to the clean environment, for what must not stand on a command line (tokens). */
  readonly env?: Readonly<Record<string, string>>
}

/** The git of this machine, bound to one repository. Never a shell, never a prompt, no code from the repository. */
export interface Git {
  readonly directory: string
  run(args: readonly string[], options?: GitOptions): Promise<GitAnswer>
}

const deadline = 120_000

/**
 * What a repository's own configuration could make git start, switched off: fsmonitor, hooks, external diff,
 * background maintenance, `ext::` remotes. Replacement objects would show another tree than the commit's.
 */
const hardened = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'diff.external=',
  '-c',
  'protocol.ext.allow=never',
  '-c',
  'gc.auto=0',
  '-c',
  'maintenance.auto=false',
  '-c',
  'fetch.recurseSubmodules=false',
  '-c',
  'submodule.recurse=false'
]

/**
 * @param directory absolute; also the one `safe.directory` of each command, since in a container job the
 * checkout belongs to another user
 * @throws UserError when no git is on the PATH
 */
export function openGit(
  directory: string,
  environment: Readonly<Record<string, string | undefined>>
): Git {
  const binary = findGit(environment)
  const base = ['-C', directory, '-c', `safe.directory=${directory}`, ...hardened]
  const clean = cleanEnvironment(environment)
  return {
    directory,
    run: (args, options = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn(binary, [...base, ...args], {
          env: { ...clean, ...options.env },
          stdio: ['pipe', 'pipe', 'pipe'],
          timeout: options.deadline ?? deadline,
          killSignal: 'SIGKILL',
          windowsHide: true
        })
        const stdout: Buffer[] = []
        const stderr: Buffer[] = []
        child.stdout.on('data', chunk => stdout.push(chunk))
        child.stderr.on('data', chunk => stderr.push(chunk))
        // A command that ends early closes its input; its exit code and stderr say why.
        child.stdin.on('error', () => {})
        child.on('error', reject)
        child.on('close', code =>
          resolve({
            code,
            stdout: Buffer.concat(stdout),
            stderr: Buffer.concat(stderr).toString('utf8').trim()
          })
        )
        child.stdin.end(options.input ?? '')
      })
  }
}

/** @throws UserError with git's own words when the command fails */
export async function readGit(
  git: Git,
  args: readonly string[],
  options?: GitOptions
): Promise<Buffer> {
  const answer = await git.run(args, options)
  if (answer.code === 0) return answer.stdout
  throw gitError(args[0] ?? '', answer, git.directory)
}

export function gitError(command: string, answer: GitAnswer, directory: string): UserError {
  const { code, stderr } = answer
  if (code === null) {
    return new UserError(
      `git ${command} did not finish in time in ${directory}.`,
      'Run the job again; if it happens each time, check the disk and the connection to the remote.'
    )
  }
  if (stderr.includes('not a git repository')) {
    return new UserError(
      `${directory} is not a git repository.`,
      'Run it inside a clone, or name one with --repo; in a workflow, use actions/checkout first. To compare two directories, use "diff BASE HEAD".'
    )
  }
  if (stderr.includes('dubious ownership')) {
    return new UserError(
      `git refuses ${directory}: it belongs to another user.`,
      'Name the top directory of the repository, or add it to safe.directory of your git configuration.'
    )
  }
  if (stderr.includes('end-of-options')) {
    return new UserError('This git is too old.', 'Install git 2.30 or newer.')
  }
  return new UserError(
    `git ${command} failed in ${directory} (exit ${code}): ${stderr || 'no message'}`,
    'See what git says above.'
  )
}

/** Only absolute entries of the PATH count: a repository must not bring its own git. */
function findGit(environment: Readonly<Record<string, string | undefined>>): string {
  const names = process.platform === 'win32' ? ['git.exe'] : ['git']
  for (const directory of (environment.PATH ?? environment.Path ?? '').split(delimiter)) {
    if (!isAbsolute(directory)) continue
    for (const name of names) {
      const candidate = join(directory, name)
      try {
        accessSync(candidate, constants.X_OK)
        return candidate
      } catch {
        // Not here: the next entry of the PATH.
      }
    }
  }
  throw new UserError(
    'git was not found on the PATH.',
    'Install git 2.30 or newer (in a container job, in the image of the job).'
  )
}

/** GIT_* of the caller could point at another repository, index or configuration. */
function cleanEnvironment(
  environment: Readonly<Record<string, string | undefined>>
): Record<string, string> {
  const clean: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || name.toUpperCase().startsWith('GIT_')) continue
    clean[name] = value
  }
  return {
    ...clean,
    LC_ALL: 'C',
    LANGUAGE: 'C',
    GIT_TERMINAL_PROMPT: '0'
  }
}

/** NUL-terminated records as text; for output that is UTF-8 for sure, such as keys of the configuration. */
export function nulText(output: Buffer): string[] {
  return output
    .toString('utf8')
    .split('\0')
    .filter(record => record !== '')
}
