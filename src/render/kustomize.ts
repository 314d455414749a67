import { posix } from 'node:path'
import { parseDocument } from 'yaml'
import type { KustomizeStep, RenderedDocument } from '../manifest/rendered.ts'

/** The arguments that build a kustomization: built-in behaviour alone, files below their kustomization alone. */
export function kustomizeArguments({ path }: KustomizeStep): string[] {
  return ['build', '--load-restrictor', 'LoadRestrictionsRootOnly', path === '' ? '.' : path]
}

/** The kustomization that is built, with the annotations asked for that say where each object comes from. */
export function withOrigins(kustomization: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(kustomization)
  const document = parseDocument(text)
  if (document.errors.length > 0) return kustomization
  const known: unknown = document.toJS({ maxAliasCount: 100 })?.buildMetadata
  const asked = new Set(Array.isArray(known) ? known.map(String) : [])
  if (asked.has('originAnnotations')) return kustomization
  document.set('buildMetadata', [...asked, 'originAnnotations'])
  return new TextEncoder().encode(document.toString())
}

/**
 * What kustomize wrote, one document each, without the annotations that were asked for.
 * @param root the folder that was built
 * @param keep the kustomization asked for the annotations itself, so they are part of what is applied
 */
export function kustomizeDocuments(
  output: string,
  root: string,
  kustomization: string,
  keep: boolean
): RenderedDocument[] {
  const found: RenderedDocument[] = []
  for (const written of output.split(/^---\n/m)) {
    if (written.trim() === '') continue
    const { text, origin } = takeOrigin(written)
    const path = /^ {6}path: (.+)$/m.exec(origin)?.[1]
    const configured = /^ {6}configuredIn: (.+)$/m.exec(origin)?.[1]
    const resource = path === undefined ? null : fromRoot(root, path)
    const by = configured === undefined ? null : fromRoot(root, configured)
    found.push({
      text: keep ? written : text,
      origin: { tool: 'kustomize', resource, kustomization: by ?? kustomization }
    })
  }
  return found
}

function fromRoot(root: string, path: string): string | null {
  const whole = posix.normalize(posix.join(root === '' ? '.' : root, path))
  return whole.startsWith('../') ? null : whole
}

const annotation = /^ {4}config\.kubernetes\.io\/origin: \|\n(?: {6}.*\n?|\n)*/m

/** kustomize writes keys in order and by two spaces, so the annotation is where it is looked for or nowhere. */
function takeOrigin(text: string): { readonly text: string; readonly origin: string } {
  const start = text.search(/^metadata:$/m)
  if (start < 0) return { text, origin: '' }
  const rest = text.slice(start)
  const length = rest.search(/\n\S/)
  const metadata = length < 0 ? rest : rest.slice(0, length + 1)
  const found = annotation.exec(metadata)
  if (found === null) return { text, origin: '' }
  const without = metadata.replace(annotation, '').replace(/^ {2}annotations:\n(?! {4})/m, '')
  return { text: text.slice(0, start) + without + rest.slice(metadata.length), origin: found[0] }
}
