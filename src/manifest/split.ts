/** One document of a YAML stream: `[start, end)` in the text, its own `---` line included. */
export interface Slice {
  readonly start: number
  readonly end: number
}

/**
 * Cuts a stream at its document markers. A `---` or `...` at the start of a line, followed by white space, ends a
 * document whatever it stands in: neither quotes nor block scalars may hold one (YAML 1.2.2, 9.1.2 c-forbidden; libyaml
 * says the same), so a document that is broken cannot swallow its neighbours. Stops once there are more than `most`.
 */
export function splitDocuments(text: string, most: number): Slice[] {
  const slices: Slice[] = []
  let start = 0
  for (const marker of markers(text)) {
    if (slices.length > most) return slices
    if (text.charCodeAt(marker) === 46) {
      const after = lineEnd(text, marker)
      slices.push({ start, end: after })
      start = after
    } else if (marker > start && !onlyPreamble(text, start, marker)) {
      slices.push({ start, end: marker })
      start = marker
    }
  }
  slices.push({ start, end: text.length })
  return slices
}

/** The offsets of all marker lines, in order. */
function* markers(text: string): Generator<number> {
  let dashes = seek(text, '---', 0)
  let dots = seek(text, '...', 0)
  while (dashes >= 0 || dots >= 0) {
    if (dots < 0 || (dashes >= 0 && dashes < dots)) {
      yield dashes
      dashes = seek(text, '---', dashes + 3)
    } else {
      yield dots
      dots = seek(text, '...', dots + 3)
    }
  }
}

function seek(text: string, marker: string, from: number): number {
  if (from === 0 && isMarker(text, 0) && text.startsWith(marker)) return 0
  const needle = `\n${marker}`
  for (let at = text.indexOf(needle, Math.max(0, from - 1)); at >= 0; ) {
    if (isMarker(text, at + 1)) return at + 1
    at = text.indexOf(needle, at + 1)
  }
  return -1
}

function isMarker(text: string, at: number): boolean {
  if (!text.startsWith('---', at) && !text.startsWith('...', at)) return false
  const next = text.charCodeAt(at + 3)
  return at + 3 >= text.length || next === 32 || next === 9 || next === 10 || next === 13
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

/** Comments, directives and blank lines before a `---` belong to the document that it opens. */
function onlyPreamble(text: string, start: number, end: number): boolean {
  let at = start
  while (at < end) {
    const stop = lineEnd(text, at)
    const line = text.slice(at, stop).trim()
    if (line !== '' && !line.startsWith('#') && !text.startsWith('%', at)) return false
    at = stop
  }
  return true
}

/** Where the content of a document begins, behind comments, directives, blank lines and `---`; -1: it holds none. */
export function contentStart(text: string, { start, end }: Slice): number {
  let at = start
  while (at < end) {
    const stop = Math.min(lineEnd(text, at), end)
    const marker = isMarker(text, at) ? 3 : 0
    for (let i = at + marker; i < stop; i++) {
      const code = text.charCodeAt(i)
      if (code === 35 || (code === 37 && i === at)) break
      if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return i
    }
    at = stop
  }
  return -1
}
