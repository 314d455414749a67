import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { RenderTool } from '../manifest/rendered.ts'
import type { Scratch } from './scratch.ts'
import { sha256Of } from './sha256.ts'

export interface Download {
  readonly name: RenderTool
  readonly version: string
  /** Of a .tar.gz. */
  readonly address: string
  readonly sha256: string
  /** Path of the binary in the archive. */
  readonly binary: string
  readonly scratch: Scratch
}

const archiveBytes = 200 * 1024 * 1024
const archiveName = 'archive.tar.gz'

/**
 * The archive is what is kept in the runner's tool cache, and its SHA-256 is compared each time before anything of it
 * is unpacked: a cache that somebody else wrote to is no way in.
 * @returns the binary's path
 * @throws UserError where it cannot be had, or is not what it should be
 */
export async function downloadTool(download: Download): Promise<string> {
  const tools = await import('@actions/tool-cache')
  const { name, version, address, sha256, binary, scratch } = download
  // A changed checksum never meets an old entry.
  const key = `meshproof-${name}-${sha256.slice(0, 12)}`
  let kept = tools.find(key, version)
  if (kept === '' || !isArchive(join(kept, archiveName), sha256)) {
    const archive = join(scratch.home, `${name}.tar.gz`)
    await fetched(() => tools.downloadTool(address, archive), download)
    if (!isArchive(archive, sha256)) {
      throw new UserError(
        `${address} does not have the SHA-256 that is pinned for ${name} ${version}, so it was not unpacked.`,
        `See what the mirror holds. Where another build is wanted, give tools.${name}.version and tools.${name}.sha256 in the configuration.`
      )
    }
    kept = await tools.cacheFile(archive, archiveName, key, version)
  }
  const folder = await tools.extractTar(join(kept, archiveName), join(scratch.home, `${name}-bin`))
  return join(folder, binary)
}

async function fetched(
  work: () => Promise<string>,
  { name, version, address }: Download
): Promise<void> {
  try {
    await work()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(
      `${name} ${version} could not be downloaded from ${address}: ${why}`,
      `Install ${name} in an earlier step, or name a mirror as tools.${name}.mirror in the configuration.`,
      { cause: error }
    )
  }
}

function isArchive(path: string, sha256: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined || stat.size > archiveBytes) return false
  return sha256Of(readFileSync(path)) === sha256
}
