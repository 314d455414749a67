/**
 * Characters that a reader cannot see or that change what he sees: controls, format characters (bidi,
 * zero-width, tags), line and paragraph separators, lone surrogates, private and unassigned code points,
 * whatever is ignorable by default (fillers, variation selectors), spaces other than the ordinary one.
 */
export const UNSEEN = /[\p{DI}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|[^\P{Zs} ]/gu

/** Nearly all text: letters, digits and signs of ASCII, which need no second look. */
const PRINTABLE = /^[ -~]*$/

/** Text is cut here before anything else looks at it, so that no pattern runs over a megabyte. */
const HARD_LIMIT = 8192

/** Shows what cannot be seen as an escape (`\n`, `\x1b`, `\u{202e}`) and cuts at `limit` code units. */
export function visible(text: string, limit: number = HARD_LIMIT): string {
  const cut = shorten(text, limit)
  return PRINTABLE.test(cut) ? cut : cut.replace(UNSEEN, escaped)
}

/** Cuts between characters and says how much is missing. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const last = text.charCodeAt(limit - 1)
  const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit
  return `${text.slice(0, end)}… (${text.length - end} more)`
}

function escaped(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\r') return '\\r'
  if (character === '\t') return '\\t'
  const code = character.codePointAt(0) ?? 0
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
}
