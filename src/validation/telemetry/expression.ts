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
/** How often cel-go enters one rule of its grammar within itself; operators of a chain count. */
const DEEPEST = 250

class SyntaxFault extends Error {}

/** Names that stand for no variable (cel-go parser.go reservedIds). */
const RESERVED = new Set(
  'as break const continue else false for function if import in let loop package namespace null return true var void while'.split(
    ' '
  )
)

const RELATIONS = ['<', '<=', '>=', '>', '==', '!=', 'in']
/** `lowest`: what only the lowest integer has behind its sign. */
const LITERALS = ['int', 'lowest', 'uint', 'float', 'string', 'bytes', 'true', 'false', 'null']

/** Macros on a receiver by the number of their arguments; the first names a variable. */
const MACROS: Readonly<Record<string, readonly number[]>> = {
  all: [2],
  exists: [2],
  exists_one: [2],
  map: [2, 3],
  filter: [2]
}

/** What an expression is, as far as macros ask: a bare name, a selection, or anything else. */
type Shape = { readonly name: string } | 'selection' | 'other'

class Parser {
  private readonly tokens: readonly Token[]
  private position = 0
  private readonly depths = { expression: 0, relation: 0, calc: 0, member: 0 }

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  whole(): void {
    this.expression()
    this.expect('end')
  }

  private expression(): Shape {
    this.enter('expression')
    let shape = this.or()
    if (this.take('?')) {
      this.or()
      this.expect(':')
      this.expression()
      shape = 'other'
    }
    this.depths.expression -= 1
    return shape
  }

  private or(): Shape {
    return this.chain(['||'], null, () =>
      this.chain(['&&'], null, () =>
        this.chain(RELATIONS, 'relation', () =>
          this.chain(['+', '-'], 'calc', () =>
            this.chain(['*', '/', '%'], 'calc', () => this.unary())
          )
        )
      )
    )
  }

  private chain(
    operators: readonly string[],
    rule: keyof Parser['depths'] | null,
    part: () => Shape
  ): Shape {
    let shape = part()
    let count = 0
    while (operators.some(operator => this.take(operator))) {
      if (rule !== null) this.enter(rule)
      count += 1
      part()
      shape = 'other'
    }
    if (rule !== null) this.depths[rule] -= count
    return shape
  }

  private enter(rule: keyof Parser['depths']): void {
    this.depths[rule] += 1
    if (this.depths[rule] > DEEPEST) throw new SyntaxFault('it is nested too deeply')
  }

  /** One kind of sign, repeated; a minus before a number may also be the number's own. */
  private unary(): Shape {
    for (const sign of ['!', '-']) {
      if (!this.take(sign)) continue
      let count = 1
      while (this.take(sign)) count += 1
      if (sign === '-' && count === 1 && this.take('lowest')) this.position -= 1
      else if (this.peek() === 'lowest') throw this.tooLarge()
      this.member()
      return 'other'
    }
    if (this.peek() === 'lowest') throw this.tooLarge()
    return this.member()
  }

  private member(): Shape {
    let shape = this.primary()
    let count = 0
    while (this.peek() === '.' || this.peek() === '[') {
      this.enter('member')
      count += 1
      if (this.take('[')) {
        this.noOptional()
        this.expression()
        this.expect(']')
        shape = 'other'
      } else {
        this.take('.')
        shape = this.selected()
      }
    }
    this.depths.member -= count
    return shape
  }

  private selected(): Shape {
    if (this.peek() === '?') throw new SyntaxFault('".?" is not supported')
    if (this.take('escaped')) return 'selection'
    const name = this.expect('name')
    if (!this.take('(')) return 'selection'
    this.checkMacro(name, this.list(')'))
    return 'other'
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
      if (!['int', 'lowest', 'float'].some(kind => this.take(kind))) throw this.unexpected()
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
      this.pairs(() => this.take('escaped') || this.expect('name'))
      return 'other'
    }
    this.position = start
    if (RESERVED.has(name)) throw new SyntaxFault(`${JSON.stringify(name)} is a reserved word`)
    if (!this.take('(')) return { name: hasDot ? `.${name}` : name }
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

  private tooLarge(): SyntaxFault {
    return new SyntaxFault('2^63 is too large a number')
  }

  private unexpected(): SyntaxFault {
    const token = this.tokens[this.position]
    const found =
      token === undefined || token.kind === 'end' ? 'its end' : JSON.stringify(token.text)
    return new SyntaxFault(`${found} is not expected there`)
  }
}
