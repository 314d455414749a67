import { readPlain, readTree, SourceDocument } from './document.ts'
import { isReadKind, splitApiVersion } from './kinds.ts'
import type { Objects } from './kubernetes-object.ts'
import type { Aside } from './layout.ts'
import type { Json } from './manifest.ts'
import { foreign, jsonPatchAside, objectsOf } from './object.ts'
import { SourceText } from './source.ts'
import { contentStart, type Slice, splitDocuments } from './split.ts'
import { isTemplate } from './template.ts'
import { type Decoded, decode } from './text.ts'
import { documentType } from './type.ts'

/** What the bytes of a file hold, whatever its path and side. */
export type ParsedFile = Extract<Decoded, { refused: string }> | ParsedText

export interface ParsedText {
  readonly source: SourceText
  /** In order, empty documents left out. */
  readonly documents: readonly ParsedDocument[]
  /** Where reading stopped, as an offset: the file has more documents than are read. */
  readonly beyond: number | null
  /** A document of it is a template: what the others are depends on how it is rendered. */
  readonly template: boolean
}

/** A document that was read, or one whose type says that nothing reads it. */
export type ParsedDocument =
  | { readonly document: SourceDocument; readonly objects: Objects | null }
  | { readonly counted: { readonly group: string; readonly kind: string } }
  /** No Kubernetes object, and what it is instead. */
  | { readonly foreign: Slice; readonly aside: Aside }

interface Kept {
  readonly most: number
  readonly parsed: ParsedFile
}

/** Git hands out equal blobs as one object, on both sides. */
const kept = new WeakMap<Uint8Array, Kept>()

export function parseFile(bytes: Uint8Array, most: number): ParsedFile {
  const known = kept.get(bytes)
  if (known !== undefined && known.most === most) return known.parsed
  const decoded = decode(bytes)
  const parsed = 'refused' in decoded ? decoded : parseText(decoded.text, most)
  kept.set(bytes, { most, parsed })
  return parsed
}

function parseText(text: string, most: number): ParsedText {
  const source = new SourceText(text)
  const documents: ParsedDocument[] = []
  let template = false
  let beyond: number | null = null
  let count = 0
  for (const slice of splitDocuments(text, most)) {
    const at = contentStart(text, slice)
    if (at < 0) continue
    if (++count > most) {
      beyond = at
      break
    }
    const parsed = parseDocument(source, slice, at)
    documents.push(parsed)
    template ||= 'foreign' in parsed && parsed.aside === templateAside
  }
  return { source, documents, beyond, template }
}

function parseDocument(source: SourceText, slice: Slice, at: number): ParsedDocument {
  const type = documentType(source.text, slice, at)
  if (type === 'none') return { foreign: slice, aside: asideAt(source.text, at) }
  if (type !== 'unsure' && !type.kind.endsWith('List')) {
    const { group } = splitApiVersion(type.apiVersion)
    if (!isReadKind(group, type.kind)) return { counted: { group, kind: type.kind } }
  }
  const document = new SourceDocument(source, slice)
  if (document.value === undefined) {
    if (isTemplate(document.content())) return { foreign: slice, aside: templateAside }
    return mentionsType(source.text, slice)
      ? { document, objects: null }
      : { foreign: slice, aside: foreign }
  }
  const objects = objectsOf(document.value)
  const [only] = objects.asides
  return only !== undefined && isForeign(objects)
    ? { foreign: slice, aside: only }
    : { document, objects }
}

/** The line of a document's first content. */
export function lineOf({ source }: ParsedText, slice: Slice): number {
  return source.lines.position(Math.max(slice.start, contentStart(source.text, slice))).line
}

/** The value of the first document, whatever it is; `undefined` where it is none or cannot be read. */
export function firstValue({ source }: ParsedText): Json | undefined {
  for (const slice of splitDocuments(source.text, 1)) {
    if (contentStart(source.text, slice) < 0) continue
    return readPlain(source, slice) ?? readTree(source, slice).value
  }
  return undefined
}

/** A broken document is worth a finding where it could have been an object. */
function mentionsType(text: string, { start, end }: Slice): boolean {
  return /^[^#\n]*\b(?:kind|apiVersion)\b["']?\s*:/m.test(text.slice(start, end))
}

const templateAside: Aside = { reason: 'helm-template', detail: 'template, not rendered' }

/** A list of RFC 6902 operations, as kustomize applies them. */
const jsonPatch = /- +(?:\{ *)?["']?(?:op|path|from|value)["']?:/y

function asideAt(text: string, at: number): Aside {
  jsonPatch.lastIndex = at
  return jsonPatch.test(text) ? jsonPatchAside : foreign
}

function isForeign({ objects, faults, kinds, asides }: Objects): boolean {
  return objects.length + faults.length + kinds.length === 0 && asides.length === 1
}
