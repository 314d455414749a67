import type { Slice } from './split.ts'

/** What a document says it is, found without reading it. */
export type DocumentType =
  | { readonly apiVersion: string; readonly kind: string }
  /** Certain: it has neither field. */
  | 'none'
  /** Only reading it can tell. */
  | 'unsure'

const field =
  /(apiVersion|kind): +(?:"([\w./-]+)"|'([\w./-]+)'|([A-Za-z][\w./-]*)) *(?:#.*)?\r?(?:\n|$)/y
const otherField = /[A-Za-z_$][\w./-]*:(?:\s|$)/y

/**
 * Looks at the lines that start in the first column alone. Where those are plain keys of a block map and nothing else,
 * they are the document's own fields, and `apiVersion` and `kind` can be read off them; every other shape is `unsure`.
 * `at` is where the content starts.
 */
export function documentType(text: string, { start, end }: Slice, at: number): DocumentType {
  if (at !== start && text.charCodeAt(at - 1) !== 10) return 'unsure'
  let apiVersion: string | undefined
  let kind: string | undefined
  for (let line = at; line < end; ) {
    const code = text.charCodeAt(line)
    // Deeper lines, list items of the field above, comments, blank lines, markers.
    const passed = code === 32 || code === 35 || code === 10 || code === 13
    if (!passed && !isItemOrMarker(text, line)) {
      field.lastIndex = line
      const found = field.exec(text)
      if (found !== null) {
        const value = found[2] ?? found[3] ?? found[4] ?? ''
        if ((found[1] === 'kind' ? kind : apiVersion) !== undefined) return 'unsure'
        if (found[1] === 'kind') kind = value
        else apiVersion = value
      } else if (isOther(text, line)) return 'unsure'
    }
    const feed = text.indexOf('\n', line)
    if (feed < 0) break
    line = feed + 1
  }
  if (apiVersion !== undefined && kind !== undefined) return { apiVersion, kind }
  return apiVersion === undefined && kind === undefined ? 'none' : 'unsure'
}

function isItemOrMarker(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  if (text.charCodeAt(at) === 45)
    return next === 32 || next === 10 || next === 13 || text.startsWith('---', at)
  return text.startsWith('...', at)
}

/** Not a plain key, or one of the two with a value that is not plain to see. */
function isOther(text: string, at: number): boolean {
  if (text.startsWith('kind:', at) || text.startsWith('apiVersion:', at)) return true
  otherField.lastIndex = at
  return !otherField.test(text)
}
