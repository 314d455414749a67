import { lstatSync, readdirSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceTree } from '../manifest/rendered.ts'
import { readBlobs } from './blobs.ts'
import type { Git, GitOptions } from './command.ts'
import type { Commit } from './commit.ts'
import { isLfsPointer, readLimits } from './content.ts'
import { readRegularFile } from './disk.ts'
import { listTree } from './tree.ts'
import { listWorkTree } from './work-tree.ts'

interface Entry {
  readonly mode: string
  readonly oid: string
}
type Content = Uint8Array | { readonly refused: string }

const symlink = '120000'

/** A side without a file. */
export const emptyTree: SourceTree = {
  entries: async () => new Map(),
  read: async () => new Map()
}

/** Everything that a commit holds, whatever its name; nothing is listed or read before it is asked for. */
export function commitTree(git: Git, commit: Commit, access: GitOptions = {}): SourceTree {
  const entries = once(async () => byPath(await listTree(git, commit.sha)))
  return {
    entries,
    async read(paths) {
      const known = await entries()
      const oids = new Set(paths.flatMap(path => known.get(path)?.oid ?? []))
      const blobs = await readBlobs(git, [commit.sha], oids, readLimits.file, access)
      const found = new Map<string, Content>()
      for (const path of paths) {
        const blob = blobs.get(known.get(path)?.oid ?? '')
        if (blob === undefined) found.set(path, { refused: 'git does not have its content' })
        else if ('bytes' in blob) found.set(path, held(blob.bytes))
        else found.set(path, { refused: refusal(blob) })
      }
      return found
    }
  }
}

/** The files on disk that a commit of everything would hold. */
export function workTree(git: Git): SourceTree {
  return onDisk(
    git.directory,
    once(async () => byPath(await listWorkTree(git)))
  )
}

/** A directory as it is, links seen and not followed; git's own folder is not part of it. */
export function directoryTree(root: string): SourceTree {
  return onDisk(
    root,
    once(async () => {
      const found = new Map<string, Entry>()
      const open = statSync(root).isDirectory() ? [''] : []
      for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
        for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
          const path = folder === '' ? entry.name : `${folder}/${entry.name}`
          if (entry.isDirectory()) {
            if (entry.name !== '.git') open.push(path)
          } else found.set(path, { mode: entry.isSymbolicLink() ? symlink : '100644', oid: '' })
        }
      }
      return found
    })
  )
}

function onDisk(root: string, entries: () => Promise<Map<string, Entry>>): SourceTree {
  return {
    entries,
    async read(paths) {
      const known = await entries()
      const found = new Map<string, Content>()
      for (const path of paths) {
        if (!known.has(path)) continue
        const full = join(root, path)
        if (lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
          found.set(path, Buffer.from(readlinkSync(full)))
          continue
        }
        const blob = readRegularFile(Buffer.from(full), readLimits.file)
        if (blob === null) found.set(path, { refused: 'it went away while it was read' })
        else found.set(path, 'bytes' in blob ? held(blob.bytes) : { refused: refusal(blob) })
      }
      return found
    }
  }
}

function held(bytes: Uint8Array): Content {
  return isLfsPointer(bytes)
    ? { refused: 'it is a Git LFS pointer; its content is not in git' }
    : bytes
}

function refusal(blob: { readonly tooLarge: number } | { readonly unreadable: string }): string {
  return 'tooLarge' in blob ? `it has ${blob.tooLarge} bytes, which is too large` : blob.unreadable
}

function byPath(entries: Iterable<Entry & { readonly path: string }>): Map<string, Entry> {
  const found = new Map<string, Entry>()
  for (const { path, mode, oid } of entries) found.set(path, { mode, oid })
  return found
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make()
    return made
  }
}
