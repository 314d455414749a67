import { relative, resolve, sep } from 'node:path'
import { UserError } from '../errors.ts'
import { readDirectory } from '../git/directory.ts'
import type { SideFiles, Skipped, SourceFile } from '../manifest/manifest.ts'
import { existingPath } from './disk.ts'
import type { World } from './world.ts'

/**
 * Several paths as one state. Files are named from the working directory where they are beneath it, so that a
 * terminal can open them and the patterns of a configuration mean what they mean in the repository.
 * @throws UserError when there is no path, or nothing to read in them
 */
export function readState(command: string, paths: readonly string[], world: World): SideFiles {
  if (paths.length === 0) {
    throw new UserError(
      `\`meshproof ${command}\` needs at least one path.`,
      `Write meshproof ${command} PATH, or \`.\` for the working directory.`
    )
  }
  const files = new Map<string, SourceFile>()
  const skipped = new Map<string, Skipped>()
  for (const path of paths) {
    const full = existingPath(path, world)
    const side = readDirectory(full, 'head')
    const single = side.files.length + side.skipped.length === 1 && isFileOf(full, side)
    const name = (file: string) => {
      const absolute = single ? full : resolve(full, file)
      const fromHere = relative(world.cwd, absolute)
      return fromHere.startsWith(`..${sep}`) ? absolute : fromHere.split(sep).join('/')
    }
    for (const file of side.files) files.set(name(file.path), { ...file, path: name(file.path) })
    for (const one of side.skipped) skipped.set(name(one.file), { ...one, file: name(one.file) })
  }
  if (files.size === 0 && skipped.size === 0) {
    throw new UserError(
      `${paths.join(', ')} holds no manifest: YAML, or JSON with a Kubernetes object.`,
      'Name a directory with manifests, or one file.'
    )
  }
  const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
    a < b ? -1 : 1
  return {
    name: paths.join(', '),
    files: [...files].sort(byName).map(([, file]) => file),
    skipped: [...skipped].sort(byName).map(([, one]) => one)
  }
}

/** readDirectory names a file that was given by itself by its base name. */
function isFileOf(full: string, side: SideFiles): boolean {
  const only = side.files[0]?.path ?? side.skipped[0]?.file ?? ''
  return full.endsWith(`${sep}${only}`)
}
