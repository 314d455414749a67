import { posix, resolve } from 'node:path'
import { CONFIG_FILE } from '../config/config.ts'
import { mayRender, mayUpgrade } from '../config/rendering.ts'
import { UserError } from '../errors.ts'
import { type Git, openGit } from '../git/command.ts'
import { readCommits } from '../git/commit.ts'
import { type PullRequest, planEvent } from '../git/event.ts'
import { type Remote, tokenAccess } from '../git/fetch.ts'
import { readFileAt } from '../git/file-at.ts'
import { type Resolved, resolvePlan } from '../git/resolve.ts'
import { readSides, type Sides } from '../git/sides.ts'
import { commitTree, emptyTree } from '../git/source-tree.ts'
import type { SourceFile } from '../manifest/manifest.ts'
import type { SourceTree } from '../manifest/rendered.ts'
import type { RenderInput } from '../render/render.ts'
import type { JobContext } from './context.ts'
import type { Inputs } from './inputs.ts'

/** What an event compares, read. Nothing relevant changed: the sides hold no file but base's configuration. */
export interface Reading extends Sides {
  readonly pullRequest: PullRequest | null
  readonly why: string
  /** The file that the input `config` names, as base has it; null where no file is named. */
  readonly named: NamedFile | null
  readonly notes: readonly string[]
  /** All files of both sides, for render steps. */
  readonly trees: { readonly base: SourceTree; readonly head: SourceTree }
  /** Whose change it is: a stranger's, on an event whose token can write, is data and never input of a program. */
  readonly author: RenderInput['author']
  /** The working directory. */
  readonly directory: string
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
  const named = await namedFile(git, comparison, inputs.config)
  const usual = await usualFile(git, comparison)
  const text = named === null ? decoded(usual[0]) : named.text
  const { access } = remote
  const always = mayRender(text) || mayUpgrade(text) || inputs.istioBaseVersion !== null
  const sides = await readSides(git, comparison, { access, always })
  const { base: before, head: after } = comparison
  const reading = {
    directory,
    trees: {
      base: before === null ? emptyTree : commitTree(git, before, access),
      head: commitTree(git, after, access)
    },
    pullRequest: plan.pullRequest,
    why,
    author: authorOf(plan.pullRequest, context.event.name),
    named,
    notes: secondBest ? [`What was compared: ${why}.`] : []
  }
  if (sides.changed.length > 0 || sides.base.files.length > 0) return { ...sides, ...reading }
  return { ...sides, ...reading, base: { ...sides.base, files: usual } }
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

function authorOf(pullRequest: PullRequest | null, event: string): RenderInput['author'] {
  if (pullRequest?.fork !== true) return 'member'
  return event === 'pull_request_target' ? 'stranger with a token' : 'stranger'
}

function decoded(file: SourceFile | undefined): string | null {
  return file === undefined ? null : new TextDecoder().decode(file.bytes)
}
