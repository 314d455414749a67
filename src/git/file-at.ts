import { type Git, readGit } from './command.ts'
import type { Commit } from './commit.ts'

/**
 * One file of a commit, without listing its tree.
 * @returns null where the commit has no such regular file
 */
export async function readFileAt(git: Git, commit: Commit, path: string): Promise<Buffer | null> {
  if (path.includes('\n')) return null
  const input = `${commit.sha}:${path}\n`
  const output = await readGit(git, ['cat-file', '--batch'], { input })
  const end = output.indexOf(10)
  const header = /^[0-9a-f]{40,64} blob (\d+)$/.exec(output.toString('latin1', 0, end))
  return header === null ? null : output.subarray(end + 1, end + 1 + Number(header[1]))
}
