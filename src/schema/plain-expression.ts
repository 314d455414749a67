import type { CelInput } from '@bufbuild/cel'
import type { Footprint, Outcome, Program } from './cel-program.ts'
import { decided, type Evaluate, RELATIONS, type Scope } from './plain-operators.ts'
import { type Token, tokensOf } from './plain-tokens.ts'
import {
  bool,
  FUNCTIONS,
  fieldOf,
  hasField,
  METHODS,
  RuleError,
  range,
  sum,
  Unmatched
} from './plain-values.ts'

/** Not of the part of CEL that is read here. */
class NotPlain extends Error {}

/**
 * Compiles the part of CEL in which Istio writes its rules; `null` for an expression beyond it. It says what
 * `@bufbuild/cel` says of them (a test compares both over every rule of every minor) without that library, whose
 * loading costs as much as the validation of a thousand objects.
 */
export function plainExpression(text: string): Program | null {
  const tokens = tokensOf(text)
  if (tokens === null) return null
  const parser = new Parser(tokens)
  try {
    const evaluate = parser.whole()
    return {
      usesOldSelf: false,
      nesting: parser.nesting,
      footprint: parser.footprint(),
      run: self => outcomeOf(evaluate, self)
    }
  } catch (error) {
    if (error instanceof NotPlain) return null
    throw error
  }
}

function outcomeOf(evaluate: Evaluate, self: CelInput): Outcome {
  try {
    const value = evaluate(new Map([['self', self]]))
    return { kind: 'value', value }
  } catch (error) {
    if (error instanceof RuleError) return { kind: 'error', message: error.message }
    if (error instanceof Unmatched) return { kind: 'unknown', message: error.message }
    throw error
  }
}

/** Recursive descent; each method reads one level of precedence. */
class Parser {
  nesting = 0
  private at = 0
  private depth = 0
  private isWhole = false
  private readonly tested = new Set<string>()
  private readonly read = new Set<string>()
  private readonly names: string[] = ['self']
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  whole(): Evaluate {
    const found = this.ternary()
    if (this.next.kind !== 'end') throw new NotPlain()
    return found
  }

  footprint(): Footprint {
    const fields = [...this.tested, ...this.read]
    if (this.isWhole || fields.some(field => field.startsWith('__'))) {
      return { whole: true, tested: [], read: [] }
    }
    return { whole: false, tested: [...this.tested].sort(), read: [...this.read].sort() }
  }

  private get next(): Token {
    return this.tokens[this.at] ?? { kind: 'end', value: '' }
  }

  private takes(value: string): boolean {
    const { kind, value: found } = this.next
    const taken = found === value && (kind === 'sign' || (kind === 'name' && value === 'in'))
    if (taken) this.at += 1
    return taken
  }

  private expect(value: string): void {
    if (!this.takes(value)) throw new NotPlain()
  }

  private name(): string {
    const { kind, value } = this.next
    if (kind !== 'name') throw new NotPlain()
    this.at += 1
    return value
  }

  private ternary(): Evaluate {
    const condition = this.either()
    if (!this.takes('?')) return condition
    const then = this.either()
    this.expect(':')
    const otherwise = this.ternary()
    return scope => (bool(condition(scope)) ? then(scope) : otherwise(scope))
  }

  private either(): Evaluate {
    let left = this.both()
    while (this.takes('||')) left = decided(left, this.both(), true)
    return left
  }

  private both(): Evaluate {
    let left = this.relation()
    while (this.takes('&&')) left = decided(left, this.relation(), false)
    return left
  }

  private relation(): Evaluate {
    const left = this.addition()
    for (const [sign, compare] of RELATIONS) {
      if (!this.takes(sign)) continue
      const right = this.addition()
      // `a < b < c` is nothing that a rule says.
      return scope => compare(left(scope), right(scope))
    }
    return left
  }

  private addition(): Evaluate {
    let left = this.negation()
    while (this.takes('+')) {
      const [first, second] = [left, this.negation()]
      left = scope => sum(first(scope), second(scope))
    }
    return left
  }

  private negation(): Evaluate {
    if (!this.takes('!')) return this.member()
    const inner = this.negation()
    return scope => !bool(inner(scope))
  }

  private member(): Evaluate {
    let isSelf = this.next.kind === 'name' && this.next.value === 'self'
    let found = this.primary()
    if (isSelf && !(this.next.value === '.' && this.isField())) this.isWhole = true
    while (this.takes('.')) {
      const target = found
      const name = this.name()
      if (this.takes('(')) found = this.method(target, name)
      else {
        if (isSelf) this.read.add(name)
        found = scope => fieldOf(target(scope), name)
      }
      isSelf = false
    }
    return found
  }

  /** Whether a field follows, and no method. */
  private isField(): boolean {
    return this.tokens[this.at + 1]?.kind === 'name' && this.tokens[this.at + 2]?.value !== '('
  }

  private method(target: Evaluate, name: string): Evaluate {
    if (name === 'all' || name === 'exists' || name === 'exists_one') {
      return this.comprehension(target, name)
    }
    const call = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined
    if (call === undefined) throw new NotPlain()
    const args = this.list(')')
    return scope =>
      call(
        target(scope),
        args.map(arg => arg(scope))
      )
  }

  private comprehension(target: Evaluate, name: 'all' | 'exists' | 'exists_one'): Evaluate {
    const variable = this.name()
    this.expect(',')
    this.depth += 1
    this.nesting = Math.max(this.nesting, this.depth)
    this.names.push(variable)
    const body = this.ternary()
    this.names.pop()
    this.depth -= 1
    this.expect(')')
    const each = (scope: Scope) =>
      range(target(scope)).map(value => () => body(new Map([...scope, [variable, value]])))
    if (name === 'exists_one') {
      return scope => each(scope).filter(holds => bool(holds())).length === 1
    }
    const decisive = name === 'exists'
    return scope => {
      let failed: unknown
      for (const holds of each(scope)) {
        try {
          if (bool(holds()) === decisive) return decisive
        } catch (error) {
          failed ??= error
        }
      }
      if (failed !== undefined) throw failed
      return !decisive
    }
  }

  private primary(): Evaluate {
    const { kind, value } = this.next
    this.at += 1
    if (kind === 'text') return () => value
    if (kind === 'int') {
      const number = BigInt(value)
      return () => number
    }
    if (kind === 'name') return this.named(value)
    if (value === '(') {
      const inner = this.ternary()
      this.expect(')')
      return inner
    }
    if (value === '[') {
      const entries = this.list(']')
      return scope => entries.map(entry => entry(scope))
    }
    if (value === '{') {
      this.expect('}')
      return () => new Map()
    }
    throw new NotPlain()
  }

  private named(name: string): Evaluate {
    if (name === 'true' || name === 'false') return () => name === 'true'
    if (this.takes('(')) return name === 'has' ? this.has() : this.call(name)
    if (!this.names.includes(name)) throw new NotPlain()
    return scope => scope.get(name) ?? null
  }

  private call(name: string): Evaluate {
    const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
    if (call === undefined) throw new NotPlain()
    const args = this.list(')')
    return scope => call(args.map(arg => arg(scope)))
  }

  /** `has(self.a.b)`: the last field is asked for, those before it are read. */
  private has(): Evaluate {
    const path = [this.name()]
    while (this.takes('.')) path.push(this.name())
    this.expect(')')
    const [root = '', first = '', ...rest] = path
    if (!this.names.includes(root) || path.length < 2) throw new NotPlain()
    if (root === 'self') (rest.length === 0 ? this.tested : this.read).add(first)
    return scope => {
      let value = scope.get(root) ?? null
      for (const field of path.slice(1, -1)) value = fieldOf(value, field)
      return hasField(value, path.at(-1) ?? '')
    }
  }

  private list(end: string): Evaluate[] {
    const found: Evaluate[] = []
    while (!this.takes(end)) {
      if (found.length > 0) this.expect(',')
      found.push(this.ternary())
    }
    return found
  }
}
