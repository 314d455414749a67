import { describeRef } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Unchanged } from '../report/report.ts'

/** Files whose text changed and whose objects did not: comments, order of keys, quotes. */
export function textOnlyFiles(
  changed: ReadonlySet<string>,
  manifests: readonly Manifest[],
  changedObjects: ReadonlySet<Manifest>
): Unchanged['textOnly'] {
  const byFile = new Map<string, Manifest[]>()
  for (const manifest of manifests) {
    if (!changed.has(manifest.file)) continue
    byFile.set(manifest.file, [...(byFile.get(manifest.file) ?? []), manifest])
  }
  const found: { file: string; what: string; ref: string }[] = []
  for (const [file, own] of byFile) {
    if (own.some(manifest => changedObjects.has(manifest))) continue
    const [first] = own
    const ref = first === undefined ? '' : describeRef(first.ref)
    found.push({
      file,
      what: 'comments or formatting',
      ref: own.length > 1 ? `${ref} and ${own.length - 1} more` : ref
    })
  }
  return found
}
