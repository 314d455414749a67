import { posix } from 'node:path'
import type { SourceTree } from '../manifest/rendered.ts'
import { lineAt, RenderRefusal } from './refusal.ts'

const gitlink = '160000'
const symlink = '120000'

/** What a path of one side is; null where nothing has that name. */
export type Entry = 'file' | 'folder' | 'link' | 'submodule' | null

/** One side's files by path, with the folders that they make. Paths have no slash at either end; the root is `''`. */
export class Tree {
  readonly #source: SourceTree
  readonly #modes: ReadonlyMap<string, { readonly mode: string }>
  readonly #folders: Map<string, string[]>

  private constructor(source: SourceTree, modes: ReadonlyMap<string, { readonly mode: string }>) {
    this.#source = source
    this.#modes = modes
    this.#folders = new Map([['', []]])
    for (const path of modes.keys()) this.#place(path)
  }

  static async of(source: SourceTree): Promise<Tree> {
    return new Tree(source, await source.entries())
  }

  #place(path: string): void {
    let child = path
    for (;;) {
      const slash = child.lastIndexOf('/')
      const folder = slash < 0 ? '' : child.slice(0, slash)
      const known = this.#folders.get(folder)
      if (known !== undefined) {
        known.push(child)
        return
      }
      this.#folders.set(folder, [child])
      child = folder
    }
  }

  entry(path: string): Entry {
    const mode = this.#modes.get(path)?.mode
    if (mode === undefined) return this.#folders.has(path) ? 'folder' : null
    return mode === symlink ? 'link' : mode === gitlink ? 'submodule' : 'file'
  }

  /** The topmost link or submodule that a path leads through or ends in. */
  obstacle(path: string): { readonly path: string; readonly what: 'link' | 'submodule' } | null {
    const segments = path.split('/')
    for (let length = 1; length <= segments.length; length++) {
      const part = segments.slice(0, length).join('/')
      const what = this.entry(part)
      if (what === 'link' || what === 'submodule') return { path: part, what }
    }
    return null
  }

  /** Every file and link below a folder, in code-unit order. */
  below(folder: string): string[] {
    const found: string[] = []
    const open = [folder]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const child of this.#folders.get(next) ?? []) {
        if (this.#modes.has(child)) found.push(child)
        else open.push(child)
      }
    }
    return found.sort()
  }

  /** Names directly in a folder. */
  children(folder: string): readonly string[] {
    return [...(this.#folders.get(folder) ?? [])].sort()
  }

  /** @throws RenderRefusal where a file has no content that could be rendered */
  async read(paths: readonly string[]): Promise<Map<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>()
    for (const [path, content] of await this.#source.read(paths)) {
      if (!('refused' in content)) found.set(path, content)
      else {
        throw new RenderRefusal(
          'render/unreadable',
          `${path} is needed for rendering and cannot be read: ${content.refused}.`,
          lineAt(path),
          { file: path, why: content.refused }
        )
      }
    }
    return found
  }

  async text(path: string): Promise<string> {
    return new TextDecoder().decode((await this.read([path])).get(path))
  }

  /** Where a link leads, as a path of the repository; null: out of it. */
  async target(link: string): Promise<string | null> {
    const written = await this.text(link)
    return written.startsWith('/') ? null : inside(posix.dirname(link), written)
  }
}

/** A path as written in a file of a folder; null where it leaves the repository or is absolute. */
export function inside(folder: string, written: string): string | null {
  if (written.startsWith('/') || /^[A-Za-z]:/.test(written) || written.includes('\\')) return null
  const path = posix.normalize(posix.join(folder === '' ? '.' : folder, written))
  if (path === '..' || path.startsWith('../')) return null
  return path === '.' ? '' : path.replace(/\/$/, '')
}

export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`)
}

export function nameOf(path: string): string {
  return path === '' ? 'the root of the repository' : path
}
