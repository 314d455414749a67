import type { Manifest } from '../manifest/manifest.ts'
import { duplicatesOf } from './duplicates.ts'

/** A group of files that run together, found by their folders. */
export interface Part {
  /** The folder that tells it apart: `overlays/prod`. */
  readonly name: string
  readonly base: readonly Manifest[]
  readonly head: readonly Manifest[]
  /** Folders whose files are in it alone, for the configuration to paste. */
  readonly folders: readonly string[]
}

/** More parts than this are no environments but a coincidence of names. */
const partLimit = 64

/**
 * Splits manifests whose refs are defined more than once by the folders that hold the copies, until each part is
 * consistent on both sides; files outside those folders are in every part. Null where no folder tells copies apart.
 */
export function splitByFolder(
  base: readonly Manifest[],
  head: readonly Manifest[]
): readonly Part[] | null {
  const parts: Part[] = []
  const open: Part[] = [{ name: '', base, head, folders: [] }]
  for (let part = open.shift(); part !== undefined; part = open.shift()) {
    const forks = forksOf(part)
    if (forks === null || open.length + parts.length > partLimit) return null
    if (forks.length === 0) parts.push(part)
    else open.unshift(...divided(part, forks))
  }
  return parts
}

/** A folder whose sub-folders hold copies of one ref. */
interface Fork {
  readonly folder: string
  readonly children: ReadonlySet<string>
}

/** The forks to divide at next: the topmost one, with those that have children of the same names. */
function forksOf({ base, head }: Part): Fork[] | null {
  const forks = new Map<string, Set<string>>()
  for (const { copies } of [...duplicatesOf(base), ...duplicatesOf(head)]) {
    const folder = commonFolder(copies.map(copy => copy.file))
    const children = new Set<string>()
    for (const { file } of copies) {
      const child = childOf(file, folder)
      // A copy that stands in the common folder itself is in no sub-folder that could be taken alone.
      if (child === null) return null
      children.add(child)
    }
    // All copies below one child would have that child as their common folder.
    if (children.size < 2) return null
    const known = forks.get(folder) ?? new Set()
    for (const child of children) known.add(child)
    forks.set(folder, known)
  }
  const [topmost] = [...forks].sort(([a], [b]) => depth(a) - depth(b) || (a < b ? -1 : 1))
  if (topmost === undefined) return []
  const names = [...topmost[1]].sort().join('/')
  const alike: Fork[] = []
  for (const [folder, children] of [...forks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const nested = folder !== topmost[0] && folder.startsWith(`${topmost[0]}/`) && topmost[0] !== ''
    if (!nested && [...children].sort().join('/') === names) alike.push({ folder, children })
  }
  return alike.length === 0 ? [{ folder: topmost[0], children: topmost[1] }] : alike
}

function divided(part: Part, forks: readonly Fork[]): Part[] {
  const children = [...new Set(forks.flatMap(fork => [...fork.children]))].sort()
  return children.map(child => {
    const inPart = ({ file }: Manifest) =>
      forks.every(fork => {
        const own = childOf(file, fork.folder)
        return own === null || !fork.children.has(own) || own === child
      })
    const folders = forks.map(({ folder }) => (folder === '' ? child : `${folder}/${child}`))
    const name = folders.length === 1 ? (folders[0] ?? child) : child
    return {
      // Forks that do not lie in one another multiply, and both names are needed to tell the parts apart.
      name: part.name === '' || name.startsWith(`${part.name}/`) ? name : `${part.name} + ${name}`,
      base: part.base.filter(inPart),
      head: part.head.filter(inPart),
      folders: [...part.folders, ...folders]
    }
  })
}

function commonFolder(files: readonly string[]): string {
  const [first = '', ...rest] = files
  let common = first.split('/').slice(0, -1)
  for (const file of rest) {
    const segments = file.split('/').slice(0, -1)
    let length = 0
    while (length < common.length && common[length] === segments[length]) length++
    common = common.slice(0, length)
  }
  return common.join('/')
}

/** The segment of a file's path right below a folder; null where the file is not below a sub-folder of it. */
function childOf(file: string, folder: string): string | null {
  if (folder !== '' && !file.startsWith(`${folder}/`)) return null
  const rest = folder === '' ? file : file.slice(folder.length + 1)
  const slash = rest.indexOf('/')
  return slash < 0 ? null : rest.slice(0, slash)
}

function depth(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length
}
