import { UserError } from '../errors.ts'
import { type Git, type GitOptions, nulText, readGit } from './command.ts'

/**
 * In a partial clone (`--filter=blob:none`) git would fetch each missing blob alone, one connection each.
 * This asks once for all of them, as git itself does for a checkout.
 */
export async function fetchMissingBlobs(
  git: Git,
  commits: readonly string[],
  oids: ReadonlySet<string>,
  access: GitOptions
): Promise<void> {
  const remote = await promisor(git)
  if (remote === null) return
  const missing = (await missingObjects(git, commits)).filter(oid => oids.has(oid))
  if (missing.length === 0) return
  const answer = await git.run(
    [
      '-c',
      'fetch.negotiationAlgorithm=noop',
      'fetch',
      '--no-tags',
      '--no-write-fetch-head',
      '--recurse-submodules=no',
      '--filter=blob:none',
      '--stdin',
      '--end-of-options',
      remote
    ],
    { ...access, input: `${missing.join('\n')}\n` }
  )
  if (answer.code === 0) return
  throw new UserError(
    `This is a partial clone, and ${missing.length} blobs could not be fetched from ${remote}: ${answer.stderr || 'no message'}`,
    'Give the step a token that can read the repository ("github-token"), or check out without "filter".'
  )
}

/** The remote that has promised the objects this clone left out; null in an ordinary clone. */
async function promisor(git: Git): Promise<string | null> {
  const answer = await git.run([
    'config',
    '-z',
    '--get-regexp',
    '^remote\\..*\\.promisor$',
    '^true$'
  ])
  const key = nulText(answer.stdout)[0]?.split('\n')[0]
  return key === undefined ? null : key.slice('remote.'.length, -'.promisor'.length)
}

/** `--missing=print` keeps rev-list from fetching what it finds missing. */
async function missingObjects(git: Git, commits: readonly string[]): Promise<string[]> {
  const output = await readGit(git, [
    'rev-list',
    '--objects',
    '--no-object-names',
    '--missing=print',
    '--no-walk',
    ...commits
  ])
  const missing: string[] = []
  for (const line of output.toString('latin1').split('\n')) {
    if (line.startsWith('?')) missing.push(line.slice(1))
  }
  return missing
}
