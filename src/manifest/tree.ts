import { Composer, type Document, Lexer, type ParsedNode, Parser } from 'yaml'
import { Refused } from './problem.ts'

/** Deeper documents are refused: every walk after this one may recurse. Kubernetes objects stay far below. */
export const maxDepth = 100

/**
 * The `yaml` library's syntax tree of one document, scalars unresolved (`value` is the text). Throws `Refused` where
 * the text is not YAML. Duplicate keys are not looked for (the library's search is quadratic), merge keys not applied.
 */
export function composeTree(text: string): ParsedNode | null {
  const composer = new Composer({
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    merge: false,
    strict: true,
    logLevel: 'silent'
  })
  let document: Document.Parsed | null = null
  for (const found of composer.compose(tokens(text), false, text.length)) {
    document ??= found as Document.Parsed // composed from a text, so parsed
  }
  const errors = document?.errors ?? composer.streamInfo().errors
  const error = errors.find(({ message }) => !isAccepted(message))
  if (error !== undefined) {
    const start = Math.min(error.pos[0], text.length)
    throw new Refused(
      'manifest/invalid-yaml',
      `Not YAML: ${sentence(error.message)} The document is left out of the analysis: correct the syntax.`,
      start,
      Math.max(start, Math.min(error.pos[1], text.length)),
      { params: { code: error.code } }
    )
  }
  return document?.contents ?? null
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
