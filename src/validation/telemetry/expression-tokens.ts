export interface Token {
  /** `name`, `escaped` (a name in backticks), `int`, `lowest` (2^63), `uint`, `float`, `string`, `bytes`, `end`, or the sign or word itself. */
  readonly kind: string
  readonly text: string
}

const ESCAPE =
  '\\\\(?:[abfnrtv"\'\\\\?`]|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})'

const STRING = [
  `"""(?:${ESCAPE}|[^\\\\])*?"""`,
  `'''(?:${ESCAPE}|[^\\\\])*?'''`,
  `"(?:${ESCAPE}|[^\\\\"\\n\\r])*"`,
  `'(?:${ESCAPE}|[^\\\\'\\n\\r])*'`,
  '[rR]"""[\\s\\S]*?"""',
  "[rR]'''[\\s\\S]*?'''",
  '[rR]"[^"\\n\\r]*"',
  "[rR]'[^'\\n\\r]*'"
].join('|')

/** In the order in which they are tried (cel-go parser/gen/CEL.g4). The longest match wins there, as it does here. */
const FORMS: readonly (readonly [kind: string, form: string])[] = [
  ['space', '[\\t \\r\\n\\f]+|//[^\\n]*'],
  ['bytes', `[bB](?:${STRING})`],
  ['string', STRING],
  ['float', '\\d+\\.\\d+(?:[eE][-+]?\\d+)?|\\d+[eE][-+]?\\d+|\\.\\d+(?:[eE][-+]?\\d+)?'],
  ['uint', '(?:0x[0-9a-fA-F]+|\\d+)[uU]'],
  ['int', '0x[0-9a-fA-F]+|\\d+'],
  ['name', '[A-Za-z_]\\w*'],
  ['escaped', '`[\\w.\\-/ ]+`'],
  ['sign', '==|!=|<=|>=|&&|\\|\\||[-<>[\\]{}().,!?:+*/%]']
]

const WORDS = ['in', 'true', 'false', 'null']

let tokenForm: RegExp | null = null

/** The tokens of a text, or what it holds that is none. */
export function tokensOf(text: string): readonly Token[] | string {
  tokenForm ??= new RegExp(FORMS.map(([kind, form]) => `(?<${kind}>${form})`).join('|'), 'uy')
  const form = tokenForm
  const tokens: Token[] = []
  let position = 0
  while (position < text.length) {
    form.lastIndex = position
    const found = form.exec(text)
    if (found === null) {
      const [character = ''] = text.slice(position)
      return `${JSON.stringify(character)} is not expected there`
    }
    const [written] = found
    position += written.length
    const kind = Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined)?.[0]
    if (kind === undefined || kind === 'space') continue
    const fault = numberFault(kind, written) ?? escapeFault(kind, written)
    if (fault !== null) return fault
    const isWord = kind === 'sign' || (kind === 'name' && WORDS.includes(written))
    const isLowest = kind === 'int' && BigInt(written) === LOWEST
    tokens.push({ kind: isWord ? written : isLowest ? 'lowest' : kind, text: written })
  }
  return tokens
}

/** Without its sign. */
const LOWEST = 1n << 63n

function numberFault(kind: string, text: string): string | null {
  const fault = `${text} is too large a number`
  if (kind === 'int' && BigInt(text) > LOWEST) return fault
  if (kind === 'uint' && BigInt(text.slice(0, -1)) >= 1n << 64n) return fault
  return kind === 'float' && !Number.isFinite(Number(text)) ? fault : null
}

/** Escapes that stand for no character. */
function escapeFault(kind: string, text: string): string | null {
  if (kind !== 'string' && kind !== 'bytes') return null
  if (/^[bB]?[rR]/.test(text)) return null
  for (const [whole, hex] of text.matchAll(/\\\\|\\[uU]([0-9a-fA-F]{8}|[0-9a-fA-F]{4})/g)) {
    if (hex === undefined) continue
    const code = Number.parseInt(hex, 16)
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000) || kind === 'bytes') {
      return `${whole} stands for no character`
    }
  }
  return null
}
