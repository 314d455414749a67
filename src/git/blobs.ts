import { type Git, type GitOptions, readGit } from './command.ts'
import { fetchMissingBlobs } from './partial-clone.ts'

/** A blob's bytes, or why there are none. */
export type Blob =
  | { readonly bytes: Uint8Array }
  | { readonly tooLarge: number }
  | { readonly unreadable: string }

/**
 * Reads each object once: equal oids give the same `Uint8Array`; an object that git does not have is left out. Sizes are asked for first, so that a blob
 * over the limit is never loaded.
 * @param commits those that hold the blobs, for a partial clone
 * @param limit bytes of one blob
 */
export async function readBlobs(
  git: Git,
  commits: readonly string[],
  oids: ReadonlySet<string>,
  limit: number,
  access: GitOptions = {}
): Promise<Map<string, Blob>> {
  const blobs = new Map<string, Blob>()
  if (oids.size === 0) return blobs
  await fetchMissingBlobs(git, commits, oids, access)
  const wanted: string[] = []
  for (const [oid, size] of await readSizes(git, oids)) {
    if (size === null) continue
    if (size > limit) blobs.set(oid, { tooLarge: size })
    else wanted.push(oid)
  }
  if (wanted.length === 0) return blobs
  const output = await readGit(git, ['cat-file', '--batch', '--buffer'], {
    input: `${wanted.join('\n')}\n`
  })
  let at = 0
  for (const oid of wanted) {
    const end = output.indexOf(10, at)
    const size = Number(output.toString('latin1', at, end).split(' ')[2])
    blobs.set(oid, { bytes: output.subarray(end + 1, end + 1 + size) })
    at = end + 1 + size + 1
  }
  return blobs
}

async function readSizes(git: Git, oids: ReadonlySet<string>): Promise<Map<string, number | null>> {
  const output = await readGit(git, ['cat-file', '--batch-check', '--buffer'], {
    input: `${[...oids].join('\n')}\n`
  })
  const sizes = new Map<string, number | null>()
  for (const line of output.toString('latin1').split('\n')) {
    const [oid = '', type, size] = line.split(' ')
    if (oid !== '') sizes.set(oid, type === 'blob' ? Number(size) : null)
  }
  return sizes
}
