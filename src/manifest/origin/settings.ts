import type { FieldPath, Part, SourceRange } from '../../finding.ts'
import { SourceDocument } from '../document.ts'
import type { Json } from '../manifest.ts'
import { isMap } from '../map.ts'
import { SourceText } from '../source.ts'
import { contentStart, splitDocuments } from '../split.ts'
import { decode } from '../text.ts'

/** A source of a renderer (values, a kustomization, a patch) as documents whose values have places. */
export class Settings {
  readonly file: string
  readonly documents: readonly SourceDocument[]

  constructor(file: string, text: string) {
    this.file = file
    const source = new SourceText(text)
    this.documents = [...splitDocuments(text, 1000)]
      .filter(slice => contentStart(text, slice) >= 0)
      .map(slice => new SourceDocument(source, slice))
  }

  /** The first document. */
  value(path: FieldPath): Json | undefined {
    return valueAt(this.documents[0]?.value, path)
  }

  locate(path: FieldPath, part: Part): SourceRange | null {
    return this.documents[0]?.locate(this.file, path, part) ?? null
  }
}

/** Sources by path, each read once and only when it is asked for. */
export class SettingsFiles {
  readonly #bytes: ReadonlyMap<string, Uint8Array>
  readonly #read = new Map<string, Settings | null>()

  constructor(bytes: ReadonlyMap<string, Uint8Array>) {
    this.#bytes = bytes
  }

  get(file: string): Settings | null {
    const known = this.#read.get(file)
    if (known !== undefined) return known
    const text = this.text(file)
    const read = text === null ? null : new Settings(file, text)
    this.#read.set(file, read)
    return read
  }

  /** Null where there is no such file, or it is no text. */
  text(file: string): string | null {
    const bytes = this.#bytes.get(file)
    if (bytes === undefined) return null
    const decoded = decode(bytes)
    return 'text' in decoded ? decoded.text : null
  }

  paths(): Iterable<string> {
    return this.#bytes.keys()
  }
}

export function valueAt(value: Json | undefined, path: FieldPath): Json | undefined {
  let at = value
  for (const key of path) {
    if (Array.isArray(at) && typeof key === 'number') at = at[key]
    else if (isMap(at) && typeof key === 'string' && Object.hasOwn(at, key)) at = at[key]
    else return undefined
  }
  return at
}

const leafLimit = 200

/** Paths of the scalars and empty collections of a value, the first ones of a large one. */
export function leavesOf(value: Json | undefined, path: FieldPath): FieldPath[] {
  const found: FieldPath[] = []
  const open: { value: Json | undefined; path: FieldPath }[] = [{ value, path }]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (found.length >= leafLimit) break
    const { value: one, path: at } = next
    if (Array.isArray(one) && one.length > 0) {
      open.push(...one.map((item, index) => ({ value: item, path: [...at, index] })))
    } else if (isMap(one) && Object.keys(one).length > 0) {
      for (const key of Object.keys(one)) open.push({ value: one[key], path: [...at, key] })
    } else if (one !== undefined) found.push(at)
  }
  return found
}

/** Equal as JSON, whatever the order of keys. */
export function sameValue(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
  }
  if (!isMap(a) || !isMap(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => sameValue(a[key], b[key]))
}
