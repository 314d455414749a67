/**
 * Reads Markdown as GitHub's parser finds code spans and cells, line by line (our reports never let a span cross a
 * line), and returns what stands outside of code: there nothing of an attacker may be.
 */
export interface Scan {
  /** Text outside of code, with our own tags and links taken out. */
  readonly prose: readonly string[]
  /** What is not well-formed: an open span, a table row with a wrong number of cells, unbalanced details. */
  readonly faults: readonly string[]
  readonly headings: readonly string[]
}

/** Stands for a code span in `prose`. */
export const CODE = '◌'

const OUR_TAGS = /<\/?(?:details|summary|sub)>|<br>/g
const OUR_LINK = /\]\(https:\/\/github\.example\.com\/[A-Za-z0-9%/._-]*#L\d+\)/g

export function scanMarkdown(markdown: string): Scan {
  const prose: string[] = []
  const faults: string[] = []
  const headings: string[] = []
  let depth = 0
  let fence: string | null = null
  for (const line of markdown.split('\n')) {
    const run = /^ {0,5}(`{3,})$/.exec(line)?.[1] ?? null
    if (fence !== null) {
      if (run !== null && run.length >= fence.length) fence = null
      continue
    }
    if (run !== null) {
      fence = run
      continue
    }
    if (/^#/.test(line)) headings.push(line)
    if (/^\s*(?:~~~|```+[^`]*$)/.test(line)) faults.push(`a fence: ${line}`)
    const cells = line.startsWith('|') ? cellsOf(line) : [line]
    if (line.startsWith('|') && cells.length !== 5) faults.push(`${cells.length} cells: ${line}`)
    for (const cell of cells) {
      const outside = outsideSpans(cell)
      if (outside === null) {
        faults.push(`an open code span: ${cell}`)
        continue
      }
      for (const tag of outside.match(/<\/?details>/g) ?? []) {
        depth += tag === '<details>' ? 1 : -1
        if (depth < 0 || depth > 1) faults.push(`details nested or closed twice: ${line}`)
      }
      prose.push(outside.replace(OUR_LINK, ']').replace(OUR_TAGS, ''))
    }
  }
  if (depth !== 0) faults.push('details left open')
  if (fence !== null) faults.push('a fence left open')
  return { prose, faults, headings }
}

/** GFM §4.10: a backslash escapes any punctuation while cells are split, before code spans are looked for. */
function cellsOf(line: string): string[] {
  const cells: string[] = ['']
  for (let i = 1; i < line.length; i++) {
    const character = line[i] ?? ''
    if (character === '\\' && i + 1 < line.length) {
      cells[cells.length - 1] += line[i + 1] === '|' ? '|' : character + (line[i + 1] ?? '')
      i++
    } else if (character === '|') {
      cells.push('')
    } else {
      cells[cells.length - 1] += character
    }
  }
  // The closing pipe opens an empty cell that is none.
  if (cells.at(-1) === '') cells.pop()
  return cells
}

/** CommonMark §6.1: a span ends at the next run of as many backticks. `null`: a run without a partner. */
function outsideSpans(text: string): string | null {
  let outside = ''
  let i = 0
  while (i < text.length) {
    if (text[i] !== '`') {
      outside += text[i++]
      continue
    }
    const fence = /^`+/.exec(text.slice(i))?.[0] ?? ''
    let close = i + fence.length
    for (;;) {
      close = text.indexOf('`', close)
      if (close === -1) return null
      const run = /^`+/.exec(text.slice(close))?.[0] ?? ''
      if (run.length === fence.length) break
      close += run.length
    }
    outside += CODE
    i = close + fence.length
  }
  return outside
}
