import type { SideFiles, SourceFile } from '../manifest/manifest.ts'

/**
 * The files of `head`, those that are byte for byte what `base` has at the same path with base's bytes: what did not
 * change is then read and judged once for both sides, as it is where git names blobs by their content.
 */
export function withSharedBytes(base: SideFiles, head: SideFiles): SideFiles {
  const before = new Map(base.files.map(({ path, bytes }) => [path, bytes]))
  const shared = (file: SourceFile): SourceFile => {
    const bytes = before.get(file.path)
    return bytes !== undefined && Buffer.compare(bytes, file.bytes) === 0
      ? { ...file, bytes }
      : file
  }
  return { ...head, files: head.files.map(shared) }
}
