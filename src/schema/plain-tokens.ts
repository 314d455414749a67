/** A part of an expression. */
export interface Token {
  readonly kind: 'name' | 'text' | 'int' | 'sign' | 'end'
  readonly value: string
}

const PATTERN =
  /\s+|(?<name>[A-Za-z_]\w*)|(?<int>\d+)(?![\w.])|(?<text>"(?:[^"\\\n]|\\["'\\])*"|'(?:[^'\\\n]|\\["'\\])*')|(?<sign>\|\||&&|[=!<>]=|[-+!<>?:.,()[\]{}])/y

/** The parts of an expression; `null` where it holds what is not read here. */
export function tokensOf(expression: string): readonly Token[] | null {
  const found: Token[] = []
  PATTERN.lastIndex = 0
  while (PATTERN.lastIndex < expression.length) {
    const groups = PATTERN.exec(expression)?.groups
    if (groups === undefined) return null
    for (const kind of ['name', 'int', 'text', 'sign'] as const) {
      const value = groups[kind]
      if (value === undefined) continue
      found.push({ kind, value: kind === 'text' ? unquoted(value) : value })
    }
  }
  found.push({ kind: 'end', value: '' })
  return found
}

function unquoted(written: string): string {
  return written.slice(1, -1).replace(/\\(.)/g, '$1')
}
