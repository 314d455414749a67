import { type Token, tokensOf } from './expression-tokens.ts'

/**
 * Whether a text parses as CEL does by cel-go in its standard environment, and if not, why. Istio only parses filters of
 * access logs; whether names and types are right, Envoy sees. The project's CEL library is not used, since it takes a
 * tenth of a second to load.
 */
export function expressionFault(text: string): string | null {
  // A code point is at least a unit of a JavaScript string.
  if (text.length > LONGEST && [...text].length > LONGEST) return 'it is too long'
  const tokens = tokensOf(text)
  if (typeof tokens === 'string') return tokens
  const parser = new Parser(tokens)
  try {
    parser.whole()
    return null
  } catch (error) {
    if (error instanceof SyntaxFault) return error.message
    throw error
  }
}

const LONGEST = 100_000
/** Nested expressions; cel-go allows 250 of its own steps. */
const DEEPEST = 250

class SyntaxFault extends Error {}

/** Names that stand for no variable (cel-go parser.go reservedIds). */
const RESERVED = new Set(
  'as break const continue else false for function if import in let loop package namespace null return true var void while'.split(
    ' '
  )
)

const RELATIONS = ['<', '<=', '>=', '>', '==', '!=', 'in']
const LITERALS = ['int', 'uint', 'float', 'string', 'bytes', 'true', 'false', 'null']

/** Macros on a receiver by the number of their arguments; the first names a variable. */
const MACROS: Readonly<Record<string, readonly number[]>> = {
  all: [2],
  exists: [2],
  exists_one: [2],
  existsOne: [2],
  map: [2, 3],
  filter: [2]
}

/** What an expression is, as far as macros ask: a bare name, a selection, or anything else. */
type Shape = { readonly name: string } | 'selection' | 'other'

class Parser {
  private readonly tokens: readonly Token[]
  private position = 0
  private depth = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  whole(): void {
    this.expression()
    this.expect('end')
  }

  private expression(): Shape {
    this.depth += 1
    if (this.depth > DEEPEST) throw new SyntaxFault('it is nested too deeply')
    let shape = this.chain(['||'], () => this.chain(['&&'], () => this.relation()))
    if (this.take('?')) {
      this.chain(['||'], () => this.chain(['&&'], () => this.relation()))
      this.expect(':')
      this.expression()
      shape = 'other'
    }
    this.depth -= 1
    return shape
  }

  private relation(): Shape {
    return this.chain(RELATIONS, () =>
      this.chain(['+', '-'], () => this.chain(['*', '/', '%'], () => this.unary()))
    )
  }

  private chain(operators: readonly string[], part: () => Shape): Shape {
    let shape = part()
    while (operators.some(operator => this.take(operator))) {
      part()
      shape = 'other'
    }
    return shape
  }

  /** One kind of sign, repeated; a minus before a number may also be the number's own. */
  private unary(): Shape {
    for (const sign of ['!', '-']) {
      if (!this.take(sign)) continue
      while (this.take(sign));
      this.member()
      return 'other'
    }
    return this.member()
  }

  private member(): Shape {
    let shape = this.primary()
    for (;;) {
      if (this.take('.')) {
        if (this.peek() === '?') throw new SyntaxFault('".?" is not supported')
        const name = this.expect('name')
        if (this.take('(')) {
          this.checkMacro(name, this.list(')'))
          shape = 'other'
        } else shape = 'selection'
      } else if (this.take('[')) {
        this.noOptional()
        this.expression()
        this.expect(']')
        shape = 'other'
      } else return shape
    }
  }

  private primary(): Shape {
    if (this.take('(')) {
      const shape = this.expression()
      this.expect(')')
      return shape
    }
    if (this.take('[')) {
      this.entries(']', () => {
        this.noOptional()
        this.expression()
      })
      return 'other'
    }
    if (this.take('{')) {
      this.pairs(() => this.expression())
      return 'other'
    }
    if (this.take('-')) {
      if (!this.take('int') && !this.take('float')) throw this.unexpected()
      return 'other'
    }
    if (LITERALS.some(literal => this.take(literal))) return 'other'
    return this.named()
  }

  /** A variable, a call, or the name of a message with its fields. */
  private named(): Shape {
    const hasDot = this.take('.')
    const name = this.expect('name')
    const start = this.position
    while (this.take('.') && this.take('name'));
    if (this.take('{')) {
      this.pairs(() => this.expect('name'))
      return 'other'
    }
    this.position = start
    if (RESERVED.has(name)) throw new SyntaxFault(`${JSON.stringify(name)} is a reserved word`)
    if (!this.take('(')) return hasDot ? 'other' : { name }
    const shapes = this.list(')')
    if (name === 'has' && !hasDot && shapes.length === 1 && shapes[0] !== 'selection') {
      throw new SyntaxFault('has() needs a field, as in has(request.auth)')
    }
    return 'other'
  }

  private checkMacro(name: string, shapes: readonly Shape[]): void {
    const counts = Object.hasOwn(MACROS, name) ? MACROS[name] : undefined
    const [first] = shapes
    if (counts === undefined || first === undefined || !counts.includes(shapes.length)) return
    if (typeof first === 'string') throw new SyntaxFault(`${name}() needs the name of a variable`)
    if (['__result__', '@result'].includes(first.name)) {
      throw new SyntaxFault(`${name}() cannot use the name ${first.name}`)
    }
  }

  private list(end: string): Shape[] {
    const shapes: Shape[] = []
    if (this.take(end)) return shapes
    do shapes.push(this.expression())
    while (this.take(','))
    this.expect(end)
    return shapes
  }

  /** Entries after which a comma may stand. */
  private entries(end: string, entry: () => void): void {
    if (this.peek() === ',') this.take(',')
    else {
      while (this.peek() !== end) {
        entry()
        if (!this.take(',')) break
      }
    }
    this.expect(end)
  }

  private pairs(key: () => unknown): void {
    this.entries('}', () => {
      this.noOptional()
      key()
      this.expect(':')
      this.expression()
    })
  }

  private noOptional(): void {
    if (this.peek() === '?') throw new SyntaxFault('"?" is not supported')
  }

  private peek(): string {
    return this.tokens[this.position]?.kind ?? 'end'
  }

  private take(kind: string): boolean {
    if (this.peek() !== kind) return false
    this.position += 1
    return true
  }

  private expect(kind: string): string {
    const token = this.tokens[this.position]
    if (!this.take(kind)) throw this.unexpected()
    return token?.text ?? ''
  }

  private unexpected(): SyntaxFault {
    const token = this.tokens[this.position]
    const found =
      token === undefined || token.kind === 'end' ? 'its end' : JSON.stringify(token.text)
    return new SyntaxFault(`${found} is not expected there`)
  }
}
