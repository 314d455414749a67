import { type CelInput, celEnv, isCelError, parse, plan } from '@bufbuild/cel'
import { strings } from '@bufbuild/cel/ext'
import { RE2JS } from 're2js'
import { kubernetesFunctions } from './cel-functions.ts'

/** A compiled expression. */
export interface Program {
  readonly usesOldSelf: boolean
  /** How deep comprehensions nest: what they cost grows with this power of what they range over. */
  readonly nesting: number
  /** What it reads of `self`. */
  readonly footprint: Footprint
  run(self: CelInput, oldSelf: CelInput | undefined): Outcome
}

/** The parts of `self` that an expression can depend on. */
export interface Footprint {
  /** `self` as a whole, or in a way that is not looked into. */
  readonly whole: boolean
  /** Fields that `has()` asks about. */
  readonly tested: readonly string[]
  readonly read: readonly string[]
}

export type Outcome =
  | { readonly kind: 'value'; readonly value: unknown }
  /** An error that CEL itself defines, such as a duration that is none: the API server refuses the object. */
  | { readonly kind: 'error'; readonly message: string }
  /** This engine cannot say. */
  | { readonly kind: 'unknown'; readonly message: string }

/** Macros and operators that the planner handles without a function. */
const BUILT_IN: ReadonlySet<string> = new Set([
  '_[_]',
  '_[?_]',
  '_?._',
  '_?_:_',
  '_&&_',
  '_||_',
  '@not_strictly_false',
  '__not_strictly_false__'
])

const WHOLE: Footprint = { whole: true, tested: [], read: [] }
const patterns = new Map<string, RE2JS>()
const environment = celEnv({
  funcs: [...strings, ...kubernetesFunctions],
  re2: { compile: pattern => ({ test: text => compilePattern(pattern).matcher(text).find() }) }
})
const programs = new Map<string, Program>()

/** Compiles each distinct expression once. */
export function compileExpression(text: string): Program {
  let program = programs.get(text)
  if (program === undefined) {
    program = build(text)
    programs.set(text, program)
  }
  return program
}

function build(text: string): Program {
  try {
    const parsed = parse(text)
    const facts = new ExpressionFacts()
    facts.visit(parsed.expr, 0)
    const missing = [...facts.functions].filter(name => !isKnown(name)).sort()
    if (missing.length > 0) return broken(`the function ${missing.join(', ')} is not known`)
    const evaluate = plan(environment, parsed)
    return {
      usesOldSelf: facts.names.has('oldSelf'),
      nesting: facts.nesting,
      footprint: facts.footprint(),
      run: (self, oldSelf) =>
        outcomeOf(evaluate(oldSelf === undefined ? { self } : { self, oldSelf }))
    }
  } catch (error) {
    return broken(messageOf(error))
  }
}

function broken(message: string): Program {
  return {
    usesOldSelf: false,
    nesting: 0,
    footprint: WHOLE,
    run: () => ({ kind: 'unknown', message })
  }
}

function isKnown(name: string): boolean {
  return BUILT_IN.has(name) || environment.funcs.find(name) !== undefined
}

/** Overload errors cannot pass the API server's type check, so they are this engine's. */
function outcomeOf(result: unknown): Outcome {
  if (!isCelError(result)) return { kind: 'value', value: result }
  const message = messageOf(result)
  return /unbound function|no matching overload|RangeError|Maximum call stack/.test(message)
    ? { kind: 'unknown', message }
    : { kind: 'error', message }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function compilePattern(pattern: string): RE2JS {
  let compiled = patterns.get(pattern)
  if (compiled === undefined) {
    compiled = RE2JS.compile(pattern)
    patterns.set(pattern, compiled)
  }
  return compiled
}

/** What an expression uses, read off its syntax tree. */
class ExpressionFacts {
  readonly functions = new Set<string>()
  readonly names = new Set<string>()
  nesting = 0
  private whole = false
  private readonly tested = new Set<string>()
  private readonly read = new Set<string>()

  /** An escaped name is not looked up here. */
  footprint(): Footprint {
    const fields = [...this.tested, ...this.read]
    if (this.whole || fields.some(field => field.startsWith('__'))) return WHOLE
    return { whole: false, tested: [...this.tested].sort(), read: [...this.read].sort() }
  }

  /** `node` is any part of a parsed expression: messages of cel.expr.syntax, walked by their shape. */
  visit(node: unknown, depth: number): void {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) {
      for (const each of node) this.visit(each, depth)
      return
    }
    let below = depth
    if ('case' in node && 'value' in node) {
      if (node.case === 'comprehensionExpr') below += 1
      if (node.case === 'selectExpr' && this.addField(node.value)) return
      if (node.case === 'identExpr') this.addName(node.value)
      if (node.case === 'callExpr') this.addFunction(node.value)
    }
    this.nesting = Math.max(this.nesting, below)
    for (const [key, child] of Object.entries(node)) {
      // The range of a comprehension runs once, outside of its loop.
      this.visit(child, key === 'iterRange' ? below - 1 : below)
    }
  }

  private addName(value: unknown): void {
    if (!isNamed(value)) return
    this.names.add(value.name)
    if (value.name === 'self') this.whole = true
  }

  /** `self.x` and `has(self.x)`; anything else is walked further. */
  private addField(value: unknown): boolean {
    if (!isSelect(value) || identOf(value.operand) !== 'self') return false
    this.names.add('self')
    if (value.testOnly) this.tested.add(value.field)
    else this.read.add(value.field)
    return true
  }

  private addFunction(value: unknown): void {
    if (!isCall(value)) return
    const target = identOf(value.target)
    const qualified = target === undefined ? value.function : `${target}.${value.function}`
    this.functions.add(environment.funcs.find(qualified) ? qualified : value.function)
  }
}

function identOf(target: unknown): string | undefined {
  if (typeof target !== 'object' || target === null || !('exprKind' in target)) return undefined
  const kind = target.exprKind
  if (typeof kind !== 'object' || kind === null || !('value' in kind) || !('case' in kind)) return
  return kind.case === 'identExpr' && isNamed(kind.value) ? kind.value.name : undefined
}

function isNamed(value: unknown): value is { name: string } {
  return (
    typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
  )
}

function isSelect(value: unknown): value is { operand: unknown; field: string; testOnly: boolean } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'operand' in value &&
    'testOnly' in value &&
    'field' in value &&
    typeof value.field === 'string'
  )
}

function isCall(value: unknown): value is { function: string; target?: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'function' in value &&
    typeof value.function === 'string'
  )
}
