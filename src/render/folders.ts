import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { RenderedDocument } from '../manifest/rendered.ts'
import type { Limits } from './limits.ts'
import { lineAt, RenderRefusal } from './refusal.ts'

/**
 * Manifests that another job rendered, from a folder on disk. Links are not followed.
 * @param directory what the folder is relative to
 * @throws RenderRefusal where the folder is not there, holds no manifest, or too much
 */
export function renderedFolder(
  directory: string,
  folder: string,
  limits: Limits
): RenderedDocument[] {
  const root = isAbsolute(folder) ? folder : join(directory, folder)
  const found: RenderedDocument[] = []
  let bytes = 0
  for (const path of manifestsBelow(root, folder)) {
    const text = regularFile(join(root, path))
    if (text === null) continue
    bytes += text.length
    if (found.length >= limits.files || bytes > limits.inputBytes) {
      const message = `${folder} holds more than ${limits.files} files or ${limits.inputBytes} bytes of manifests. Name the folder that holds the mesh alone.`
      throw new RenderRefusal('render/too-large', message, lineAt(folder), { folder })
    }
    found.push({ text, origin: { tool: 'file', file: path } })
  }
  if (found.length > 0) return found
  const message = `${folder} holds no manifest (.yaml, .yml or .json). Name the folder that the rendering job wrote, and let that job run first.`
  throw new RenderRefusal('render/missing-folder', message, lineAt(folder), { folder })
}

function manifestsBelow(root: string, folder: string): string[] {
  const found: string[] = []
  const open = ['']
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of list(join(root, next), folder)) {
      const path = next === '' ? entry.name : `${next}/${entry.name}`
      if (entry.isDirectory()) open.push(path)
      else if (entry.isFile() && /\.(?:ya?ml|json)$/i.test(entry.name)) found.push(path)
    }
  }
  return found.sort()
}

function list(full: string, folder: string) {
  try {
    return readdirSync(full, { withFileTypes: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const message = `The folder ${folder} of rendered manifests cannot be read (${code}). Let the job that renders run first, and download what it wrote to this path.`
    throw new RenderRefusal('render/missing-folder', message, lineAt(folder), { folder })
  }
}

/** Null: it is no regular file any more. */
function regularFile(path: string): string | null {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const { size } = fstatSync(descriptor)
    if (!fstatSync(descriptor).isFile()) return null
    const bytes = Buffer.alloc(size)
    const length = readSync(descriptor, bytes, 0, size, 0)
    return bytes.toString('utf8', 0, length)
  } finally {
    closeSync(descriptor)
  }
}
