import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { World } from './world.ts'

/**
 * The code of a failed system call (`ENOENT`), or null for anything else. By shape: an error of node's own
 * modules is no instance of this realm's Error where tests run.
 */
export function systemCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/**
 * A path that somebody typed, from the working directory.
 * @throws UserError that names it as it was typed
 */
export function existingPath(path: string, world: World): string {
  const full = resolve(world.cwd, path)
  if (existsSync(full)) return full
  throw new UserError(`${path} does not exist.`, 'Name a directory with manifests, or one file.')
}
