import { type Git, readGit } from './command.ts'
import { pathName } from './path-name.ts'

/** One entry of a commit's tree. */
export interface TreeEntry {
  readonly mode: string
  readonly oid: string
  readonly path: string
}

/** One path that differs between two trees; `mode` `000000` and an all-zero `oid` stand for absent. */
export interface TreeChange {
  readonly path: string
  readonly base: { readonly mode: string; readonly oid: string }
  readonly head: { readonly mode: string; readonly oid: string }
}

/** @param commit 40 or 64 hex digits */
export async function listTree(git: Git, commit: string): Promise<TreeEntry[]> {
  const output = await readGit(git, ['ls-tree', '-r', '-z', '--full-tree', commit])
  const entries: TreeEntry[] = []
  for (const record of nulRecords(output)) {
    // `<mode> SP <type> SP <oid> TAB <path>`
    const tab = record.indexOf(9)
    const [mode = '', , oid = ''] = record.toString('latin1', 0, tab).split(' ')
    entries.push({ mode, oid, path: pathName(record.subarray(tab + 1)) })
  }
  return entries
}

/** Renames stay a removal and an addition: what a manifest says does not depend on its file's name. */
export async function diffTrees(git: Git, base: string, head: string): Promise<TreeChange[]> {
  const output = await readGit(git, [
    'diff-tree',
    '-r',
    '-z',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '--no-textconv',
    '--no-ext-diff',
    '--ignore-submodules=none',
    '--end-of-options',
    base,
    head
  ])
  const changes: TreeChange[] = []
  let meta: string[] | null = null
  for (const record of nulRecords(output)) {
    // `:<mode> SP <mode> SP <oid> SP <oid> SP <status>` NUL `<path>` NUL
    if (meta === null) {
      meta = record.toString('latin1', 1).split(' ')
      continue
    }
    const [baseMode = '', headMode = '', baseOid = '', headOid = ''] = meta
    changes.push({
      path: pathName(record),
      base: { mode: baseMode, oid: baseOid },
      head: { mode: headMode, oid: headOid }
    })
    meta = null
  }
  return changes
}

export function* nulRecords(output: Buffer): Generator<Buffer> {
  let start = 0
  while (start < output.length) {
    const end = output.indexOf(0, start)
    if (end === -1) return
    yield output.subarray(start, end)
    start = end + 1
  }
}
