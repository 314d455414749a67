import { UserError } from '../errors.ts'
import { type Git, readGit } from './command.ts'

/** A commit as its object says, so with its true parents even at the edge of a shallow clone. */
export interface Commit {
  readonly sha: string
  readonly parents: readonly string[]
  /** RFC 3339, UTC. */
  readonly committedAt: string
}

/**
 * Resolves revisions without running a line of them as an option: they go to standard input.
 * @returns one entry per revision, null where this clone has no such commit
 */
export async function readCommits(
  git: Git,
  revisions: readonly string[]
): Promise<(Commit | null)[]> {
  for (const revision of revisions) {
    if (/[\n\0]/.test(revision) || revision.trim() === '') {
      throw new UserError(
        `${JSON.stringify(revision)} is not a name of a commit.`,
        'Give a branch, a tag or a commit id.'
      )
    }
  }
  const input = revisions.map(revision => `${revision}^{commit}\n`).join('')
  const output = await readGit(git, ['cat-file', '--batch'], { input })
  const commits: (Commit | null)[] = []
  let at = 0
  while (commits.length < revisions.length) {
    const end = output.indexOf(10, at)
    if (end === -1) throw new Error('git cat-file --batch answered fewer objects than asked for')
    const header = /^([0-9a-f]{40,64}) commit (\d+)$/.exec(output.toString('utf8', at, end))
    at = end + 1
    if (header === null) {
      // `<name> missing` or `<name> ambiguous`
      commits.push(null)
      continue
    }
    const size = Number(header[2])
    commits.push(parseCommit(header[1] ?? '', output.toString('utf8', at, at + size)))
    at += size + 1
  }
  return commits
}

function parseCommit(sha: string, text: string): Commit {
  const parents: string[] = []
  let committedAt = ''
  for (const line of text.split('\n')) {
    if (line === '') break
    const parent = /^parent ([0-9a-f]+)$/.exec(line)
    if (parent?.[1] !== undefined) parents.push(parent[1])
    const committer = /^committer .*> (-?\d+) [+-]\d{4}$/.exec(line)
    if (committer !== null) committedAt = utc(Number(committer[1]))
  }
  return { sha, parents, committedAt }
}

/** Seconds beyond what a date can hold (a forged commit) count as the epoch. */
function utc(seconds: number): string {
  const date = new Date(seconds * 1000)
  const valid = Number.isNaN(date.getTime()) ? new Date(0) : date
  return `${valid.toISOString().slice(0, 19)}Z`
}
