import type { Side } from '../../src/finding.ts'
import type { Manifest, SourceFile } from '../../src/manifest/manifest.ts'
import { readManifests } from '../../src/manifest/read.ts'

/** Files of one side from texts by path. */
export function filesFrom(texts: Readonly<Record<string, string>>, side: Side): SourceFile[] {
  const encoder = new TextEncoder()
  return Object.keys(texts)
    .sort()
    .map(path => ({ path, bytes: encoder.encode(texts[path]), side }))
}

/** The manifests of one text, all of them readable. */
export function manifestsFrom(
  yaml: string,
  side: Side = 'head',
  path = 'mesh.yaml'
): readonly Manifest[] {
  const reading = readManifests(filesFrom({ [path]: yaml }, side), { defaultNamespace: 'default' })
  const [finding] = reading.findings
  if (finding !== undefined) throw new Error(`the example cannot be read: ${finding.message}`)
  return reading.manifests
}
