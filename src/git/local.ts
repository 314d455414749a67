import { UserError } from '../errors.ts'
import { type Git, openGit, readGit } from './command.ts'
import { type Commit, readCommits } from './commit.ts'
import type { Comparison } from './sides.ts'

/** Where a branch usually left from; the first that exists counts. */
const defaultBranches = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']

/**
 * The repository that a directory is in.
 * @throws UserError when it is in none
 */
export async function openRepository(
  directory: string,
  environment: Readonly<Record<string, string | undefined>>
): Promise<Git> {
  const output = await readGit(openGit(directory, environment), ['rev-parse', '--show-toplevel'])
  return openGit(output.toString('utf8').replace(/\n$/, ''), environment)
}

/**
 * What a command on somebody's machine compares. Nothing is fetched: the clone is theirs.
 * @param base default: where the head left the default branch
 * @param head default: the files on disk
 * @throws UserError when a name stands for no commit of this clone
 */
export async function resolveLocal(
  git: Git,
  base: string | undefined,
  head: string | undefined
): Promise<Comparison & { readonly why: string }> {
  const [tip, ...known] = await readCommits(git, [head ?? 'HEAD', ...defaultBranches])
  if (head !== undefined && tip === null) throw unknownCommit(head, '--head')
  const side: Commit | 'work tree' = head === undefined ? 'work tree' : (tip ?? 'work tree')
  if (base !== undefined) {
    const [commit] = await readCommits(git, [base])
    if (commit === null || commit === undefined) throw unknownCommit(base, '--base')
    return { base: commit, head: side, why: `against ${base}` }
  }
  if (tip === null || tip === undefined) {
    return { base: null, head: side, why: 'there is no commit yet: all of it' }
  }
  const at = known.findIndex(commit => commit !== null)
  const branch = known[at]
  if (branch === null || branch === undefined) {
    return { base: tip, head: side, why: 'against HEAD, since no default branch was found' }
  }
  const answer = await git.run(['merge-base', tip.sha, branch.sha])
  const [left] = answer.code === 0 ? await readCommits(git, [answer.stdout.toString().trim()]) : []
  if (left === null || left === undefined) {
    throw new UserError(
      `${head ?? 'HEAD'} and ${defaultBranches[at]} have no common ancestor in this clone.`,
      'Name the base with --base, or fetch more history ("git fetch --unshallow").'
    )
  }
  return { base: left, head: side, why: `against where it left ${defaultBranches[at]}` }
}

function unknownCommit(name: string, flag: string): UserError {
  return new UserError(
    `${flag} ${name} is not a commit of this clone.`,
    'Give a branch, a tag or a commit id that "git log" knows; fetch it first if it is only on the remote.'
  )
}
