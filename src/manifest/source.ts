import { Lines } from './lines.ts'

/** A decoded file, with what its documents need to know of it once. */
export class SourceText {
  readonly text: string
  readonly lines: Lines
  /** Lines may end in CR LF. */
  readonly returns: boolean
  /** Offset of the first character that Kubernetes reads otherwise than YAML 1.2 does, or refuses; -1: there is none. */
  readonly suspect: number
  /** It may hold a suppressing comment or annotation. */
  readonly mentionsSuppression: boolean

  constructor(text: string) {
    this.text = text
    this.lines = new Lines(text)
    this.returns = text.includes('\r')
    this.suspect = text.search(suspectCharacter)
    this.mentionsSuppression = suppressionMarks.some(mark => text.includes(mark))
  }
}

/**
 * libyaml takes a lone CR, NEL, LS and PS for line breaks, so that what is a comment to YAML 1.2 could be a field in the
 * cluster; it refuses control characters and non-characters (yamlprivateh.go is_break, readerc.go). U+FFFD stands for
 * bytes that are not UTF-8, which it refuses too.
 */
export const suspectCharacter =
  /\r(?!\n)|[^\t\n\r\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/u

/** `U+2028`. */
export function codePoint(text: string, at: number): string {
  return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

const suppressionMarks = ['meshproof:', 'analyze-suppress', 'ignore-validations']
