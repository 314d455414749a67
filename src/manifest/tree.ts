import { Composer, type Document, Lexer, type ParsedNode, Parser } from 'yaml'
import { Refused } from './problem.ts'

/** Deeper documents are refused: every walk after this one may recurse. Kubernetes objects stay far below. */
export const maxDepth = 100

/**
 * The `yaml` library's syntax tree of one document, scalars unresolved (`value` is the text). Throws `Refused` where
 * the text is not YAML. Duplicate keys are not looked for (the library's search is quadratic), merge keys not applied.
 */
export function composeTree(text: string): ParsedNode | null {
  refuseVersion(text)
  const composer = new FirstErrorComposer(text)
  let document: Document.Parsed | null = null
  for (const found of composer.compose(tokens(text), false, text.length)) {
    document ??= found as Document.Parsed // composed from a text, so parsed
  }
  // What the parser reports, rather than the composer, ends up in the document.
  const error = document?.errors[0] ?? composer.streamInfo().errors[0]
  if (error !== undefined) throw invalid(error.pos, error.code, error.message, text)
  return document?.contents ?? null
}

/** libyaml reads YAML 1.1 and refuses a document that says it is another (parserc.go, yaml_parser_process_directives). */
function refuseVersion(text: string): void {
  const directive = /^%YAML[ \t]+(\S+)/m.exec(text)
  if (
    directive === null ||
    directive[1] === '1.1' ||
    !text
      .slice(0, directive.index)
      .trim()
      .match(/^(?:#.*\s*|%.*\s*)*$/)
  )
    return
  throw new Refused(
    'manifest/unsupported-version',
    `Kubernetes reads YAML 1.1 and refuses documents that say they are ${directive[1]}. Remove the directive.`,
    directive.index,
    directive.index + directive[0].length
  )
}

/** Stops at the first error: a hostile text has one a line, and the library would list them all. */
class FirstErrorComposer extends Composer {
  constructor(text: string) {
    super({
      schema: 'failsafe',
      resolveKnownTags: false,
      uniqueKeys: false,
      merge: false,
      strict: true,
      logLevel: 'silent'
    })
    let first: Refused | null = null
    const onError = (at: ErrorSource, code: string, message: string, warning?: boolean): void => {
      if (warning === true || isAccepted(message)) return
      // The library catches it at every level, to say there what went wrong: the same again.
      first ??= invalid(span(at), code, message, text)
      throw first
    }
    // Private to the library's types; were it renamed, all errors would be listed and the first one taken.
    Object.assign(this, { onError })
  }
}

/** What the library calls its handler with: an offset, a range, or something with an offset and a text. */
type ErrorSource =
  | number
  | readonly [number, number, number]
  | { readonly offset: number; readonly source?: string }
  | { readonly range: readonly [number, number, number] }

function span(at: ErrorSource): readonly [number, number] {
  if (typeof at === 'number') return [at, at + 1]
  if ('range' in at) return [at.range[0], at.range[1]]
  if ('offset' in at) return [at.offset, at.offset + (at.source?.length ?? 1)]
  return [at[0], at[1]]
}

function invalid(
  [start, end]: readonly [number, number],
  code: string,
  message: string,
  text: string
): Refused {
  // Where the text ends too early, the last thing in it is to blame.
  const from = Math.max(0, Math.min(start, text.trimEnd().length - 1))
  return new Refused(
    'manifest/invalid-yaml',
    `Not YAML: ${sentence(message)} The document is left out of the analysis: correct the syntax.`,
    from,
    Math.max(from + 1, Math.min(end, text.length)),
    { params: { code } }
  )
}

/** What the library reports and libyaml, which Kubernetes reads with, does not mind. */
function isAccepted(message: string): boolean {
  return message.startsWith('Comments must be separated from other tokens')
}

/** Stops at `maxDepth` before anything recurses over the tokens. */
function* tokens(text: string) {
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme)
    if (parser.stack.length > maxDepth + 1) throw tooDeep(parser.offset)
  }
  yield* parser.end()
}

export function tooDeep(at: number): Refused {
  return new Refused(
    'manifest/too-deep',
    `Nested more than ${maxDepth} levels deep, which no Kubernetes object is. The document is left out of the analysis: flatten it.`,
    at,
    at + 1
  )
}

function sentence(message: string): string {
  const flat = message.replace(/\s+/g, ' ').trim()
  return /[.!?]$/.test(flat) ? flat : `${flat}.`
}
