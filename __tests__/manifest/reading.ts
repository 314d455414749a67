import type { SourceRange } from '../../src/finding.ts'
import type { SourceFile } from '../../src/manifest/manifest.ts'
import { type Reading, type ReadOptions, readManifests } from '../../src/manifest/read.ts'

export function file(path: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { path, bytes, side: 'head' }
}

/** Reads one file, or several by path. */
export function read(
  content: string | Uint8Array | Readonly<Record<string, string>>,
  options: Partial<ReadOptions> = {}
): Reading {
  const files =
    typeof content === 'string' || content instanceof Uint8Array
      ? [file('a.yaml', content)]
      : Object.entries(content).map(([path, text]) => file(path, text))
  return readManifests(files, { defaultNamespace: 'default', ...options })
}

/** What a range covers. */
export function quoted(text: string, { start, end }: SourceRange): string {
  const lines = text.split('\n')
  if (start.line === end.line)
    return (lines[start.line - 1] ?? '').slice(start.column - 1, end.column - 1)
  const first = (lines[start.line - 1] ?? '').slice(start.column - 1)
  const last = (lines[end.line - 1] ?? '').slice(0, end.column - 1)
  return [first, ...lines.slice(start.line, end.line - 1), last].join('\n')
}

/** `id line:column` of each finding. */
export function places(reading: Reading): string[] {
  return reading.findings.map(({ id, at }) => {
    if ('manifest' in at) throw new Error('places of the reader are ranges')
    return `${id} ${at.start.line}:${at.start.column}`
  })
}

export const virtualService = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
  namespace: shop
spec:
  hosts: [reviews]
`
