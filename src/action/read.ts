import { resolve } from 'node:path'
import { CONFIG_FILE } from '../config/config.ts'
import { type Git, openGit } from '../git/command.ts'
import { readCommits } from '../git/commit.ts'
import { type PullRequest, planEvent } from '../git/event.ts'
import { type Remote, tokenAccess } from '../git/fetch.ts'
import { readFileAt } from '../git/file-at.ts'
import { type Resolved, resolvePlan } from '../git/resolve.ts'
import { readSides } from '../git/sides.ts'
import type { SideFiles, SourceFile } from '../manifest/manifest.ts'
import type { JobContext } from './context.ts'
import type { Inputs } from './inputs.ts'

/** What an event compares, read. */
export interface Reading {
  readonly pullRequest: PullRequest | null
  readonly why: string
  readonly base: SideFiles
  readonly head: SideFiles
  /** Empty: nothing relevant changed, and the sides hold no file but the configuration. */
  readonly changed: readonly string[]
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
  const sides = await readSides(git, comparison, { access: remote.access })
  const read = { pullRequest: plan.pullRequest, why: comparison.why }
  if (sides.changed.length > 0) return { ...read, ...sides }
  const config = await configFile(git, comparison, inputs.config ?? CONFIG_FILE)
  return { ...read, ...sides, base: { ...sides.base, files: config } }
}

/** Whether and how to comment stands in the configuration, also where nothing relevant changed. */
async function configFile(git: Git, { base }: Resolved, path: string): Promise<SourceFile[]> {
  const bytes = base === null ? null : await readFileAt(git, base, path)
  return bytes === null ? [] : [{ path, bytes, side: 'base' }]
}
