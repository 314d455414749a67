import { posix, resolve } from 'node:path'
import { CONFIG_FILE } from '../config/config.ts'
import { UserError } from '../errors.ts'
import { type Git, openGit } from '../git/command.ts'
import { readCommits } from '../git/commit.ts'
import { type PullRequest, planEvent } from '../git/event.ts'
import { type Remote, tokenAccess } from '../git/fetch.ts'
import { readFileAt } from '../git/file-at.ts'
import { type Resolved, resolvePlan } from '../git/resolve.ts'
import { readSides, type Sides } from '../git/sides.ts'
import type { SourceFile } from '../manifest/manifest.ts'
import type { JobContext } from './context.ts'
import type { Inputs } from './inputs.ts'

/** What an event compares, read. Nothing relevant changed: the sides hold no file but base's configuration. */
export interface Reading extends Sides {
  readonly pullRequest: PullRequest | null
  readonly why: string
  /** The file that the input `config` names, as base has it; null where no file is named. */
  readonly named: NamedFile | null
  readonly notes: readonly string[]
}

export interface NamedFile {
  readonly path: string
  /** null: head brings it, base does not have it yet. */
  readonly text: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * From the event to both sides.
 * @throws UserError that says why there is nothing to compare and what to do
 */
export async function readEvent(
  inputs: Inputs,
  context: JobContext,
  environment: Environment
): Promise<Reading> {
  const directory = resolve(context.workspace, inputs.workingDirectory)
  const git = openGit(directory, environment)
  const [checkedOut = null] = await readCommits(git, ['HEAD'])
  const { base, head } = inputs
  const plan = planEvent({ ...context.event, base, head, checkedOut })
  const remote: Remote = {
    name: 'origin',
    access: tokenAccess(context.serverUrl, inputs.token)
  }
  const comparison = await resolvePlan(git, plan, remote)
  const { why, secondBest } = comparison
  const sides = await readSides(git, comparison, { access: remote.access })
  const reading = {
    pullRequest: plan.pullRequest,
    why,
    named: await namedFile(git, comparison, inputs.config),
    notes: secondBest ? [`What was compared: ${why}.`] : []
  }
  if (sides.changed.length > 0) return { ...sides, ...reading }
  const files = await usualFile(git, comparison)
  return { ...sides, ...reading, base: { ...sides.base, files } }
}

/** @throws UserError when neither side has the file that somebody named */
async function namedFile(
  git: Git,
  { base, head }: Resolved,
  given: string | null
): Promise<NamedFile | null> {
  if (given === null) return null
  const path = posix.normalize(given)
  const bytes = base === null ? null : await readFileAt(git, base, path)
  if (bytes === null && (await readFileAt(git, head, path)) === null) {
    throw new UserError(
      `The input "config" names ${JSON.stringify(given)}, which neither base nor head has.`,
      'Give the path of a file from the top of the repository.'
    )
  }
  return { path, text: bytes === null ? null : bytes.toString('utf8') }
}

/** Whether and how to comment stands in the configuration, also where nothing relevant changed. */
async function usualFile(git: Git, { base }: Resolved): Promise<SourceFile[]> {
  const bytes = base === null ? null : await readFileAt(git, base, CONFIG_FILE)
  return bytes === null ? [] : [{ path: CONFIG_FILE, bytes, side: 'base' }]
}
