import type { CelInput } from '@bufbuild/cel'
import type { FieldPath, FindingDraft, UnknownDraft } from '../finding.ts'
import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { isMap } from '../manifest/map.ts'
import { below } from './below.ts'
import { remembered } from './cel-outcomes.ts'
import type { Outcome, Program } from './cel-program.ts'
import { CelValues } from './cel-value.ts'
import { failedExpression, unknownExpression } from './cel-words.ts'
import { nodeOf } from './check-table.ts'
import { correlate } from './correlate.ts'
import type { Problem } from './problem.ts'
import type { Schemas } from './schemas.ts'
import type { ValidationTable } from './table.ts'
import { coerceObject, findProblems } from './validate.ts'
import { fallbackVersion } from './version.ts'
import type { Context } from './words.ts'

/** What the validation rules of a CRD (`x-kubernetes-validations`) say about one manifest. */
export interface ExpressionFindings {
  readonly findings: readonly FindingDraft[]
  /** Rules that could not be run, and why: not passed. */
  readonly unknown: readonly UnknownDraft[]
}

const hasExpressions = below(node => node.validations !== undefined)

/** Steps of comprehensions: per rule and per object. The API server's own limits are of this order. */
const STEPS_PER_RULE = 1_000_000
const STEPS_PER_OBJECT = 3_000_000

/**
 * Runs the rules as the API server does on create, or on update where `base` is the same object on the
 * other side: then rules about `oldSelf` run as well. Rules on a part that is structurally broken are left
 * out; its own findings stand.
 */
export function runExpressions(
  manifest: Manifest,
  schemas: Schemas,
  base: Manifest | undefined,
  compile: (expression: string) => Program
): ExpressionFindings {
  const { group, kind } = manifest.ref
  const known = schemas.kind(group, kind, manifest.version)
  const version = known?.version(manifest.version) ?? (known && fallbackVersion(known))
  if (known === undefined || version === undefined) return { findings: [], unknown: [] }
  const run = new Run({ manifest, schemas, kind: known, version }, compile)
  run.start(manifest.object, base?.object)
  return { findings: run.findings, unknown: run.unknown }
}

class Run {
  readonly findings: FindingDraft[] = []
  readonly unknown: UnknownDraft[] = []
  private readonly context: Context
  private readonly compile: (expression: string) => Program
  private readonly values: CelValues
  private readonly path: (string | number)[] = []
  private blocked: ReadonlySet<string> = new Set()
  private steps = 0

  constructor(context: Context, compile: (expression: string) => Program) {
    this.context = context
    this.compile = compile
    this.values = new CelValues(context.kind.checks)
  }

  start(object: JsonMap, old: JsonMap | undefined): void {
    const { kind, version } = this.context
    if (!hasExpressions(kind.checks, version.schema)) return
    const problems = findProblems(object, kind, version)
    if (problems.some(({ id }) => id === 'more-problems')) return
    this.blocked = blockedPlaces(problems)
    const body = coerceObject(object, kind, version)
    this.visit(version.schema, body, old && coerceObject(old, kind, version))
  }

  private visit(index: number, value: Json, old: Json | undefined): void {
    if (value === null || !hasExpressions(this.context.kind.checks, index)) return
    const { nodes } = this.context.kind.checks
    const node = nodeOf(nodes, index)
    if (node.validations && !this.isBlocked()) {
      for (const rule of node.validations) this.check(rule, index, value, old)
    }
    if (isMap(value)) {
      for (const key of Object.keys(value)) {
        const named = node.properties && Object.hasOwn(node.properties, key)
        const child = named ? node.properties?.[key] : node.additionalProperties
        if (typeof child !== 'number') continue
        this.into(key, child, value[key] as Json, isMap(old) ? ownValue(old, key) : undefined)
      }
    } else if (Array.isArray(value) && node.items !== undefined) {
      const counterpart = correlate(node, old)
      for (const [position, item] of value.entries()) {
        this.into(position, node.items, item, counterpart(item))
      }
    }
  }

  private isBlocked(): boolean {
    return this.blocked.size > 0 && this.blocked.has(JSON.stringify(this.path))
  }

  private into(step: string | number, index: number, value: Json, old: Json | undefined): void {
    this.path.push(step)
    this.visit(index, value, old)
    this.path.pop()
  }

  private check(rule: ValidationTable, index: number, value: Json, old: Json | undefined): void {
    const program = this.compile(rule.rule)
    if (rule.optionalOldSelf && program.usesOldSelf) {
      this.addUnknown(rule, value, 'internal', 'it takes oldSelf as an optional')
      return
    }
    // A rule about a change says nothing about a new object.
    if (program.usesOldSelf && (old === undefined || old === null)) return
    const steps = program.nesting === 0 ? 1 : largest(value) ** program.nesting
    this.steps += steps
    if (steps > STEPS_PER_RULE || this.steps > STEPS_PER_OBJECT) {
      this.addUnknown(rule, value, 'budget', `it would take about ${steps} steps`)
      return
    }
    const work = () => this.run(program, index, value, old)
    const { checks } = this.context.kind
    const outcome = program.usesOldSelf
      ? work()
      : remembered(checks, `${index} ${rule.rule}`, program.footprint, value, work)
    this.judge(rule, index, value, outcome)
  }

  private run(program: Program, index: number, value: Json, old: Json | undefined): Outcome {
    const self = this.selfOf(index, value)
    return program.run(self, program.usesOldSelf ? this.values.of(index, old ?? null) : undefined)
  }

  /** The root also has the type and the name of the object. */
  private selfOf(index: number, value: Json): CelInput {
    const self = this.values.of(index, value)
    if (this.path.length > 0 || !(self instanceof Map)) return self
    const { apiVersion, object, ref } = this.context.manifest
    const metadata = new Map<string, CelInput>()
    for (const field of ['name', 'generateName']) {
      const text = isMap(object.metadata) ? ownValue(object.metadata, field) : undefined
      if (typeof text === 'string') metadata.set(field, text)
    }
    return new Map([
      ...self,
      ['apiVersion', apiVersion],
      ['kind', ref.kind],
      ['metadata', metadata]
    ])
  }

  private judge(rule: ValidationTable, index: number, value: Json, outcome: Outcome): void {
    if (outcome.kind === 'unknown') {
      this.addUnknown(rule, value, 'internal', outcome.message)
    } else if (outcome.kind === 'error' || outcome.value !== true) {
      const path = [...this.path, ...fieldPathOf(rule)]
      const message = this.messageOf(rule, index, value)
      this.findings.push(failedExpression(this.context, path, value, message))
    }
  }

  private messageOf(rule: ValidationTable, index: number, value: Json): string {
    if (rule.messageExpression !== undefined) {
      const outcome = this.run(this.compile(rule.messageExpression), index, value, undefined)
      if (
        outcome.kind === 'value' &&
        typeof outcome.value === 'string' &&
        outcome.value.trim() !== ''
      ) {
        return outcome.value.trim()
      }
    }
    return rule.message?.trim() ?? `${rule.rule} does not hold`
  }

  private addUnknown(
    rule: ValidationTable,
    value: Json,
    reason: UnknownDraft['reason'],
    message: string
  ): void {
    const words = rule.message ?? rule.rule
    const cause = { reason, message }
    this.unknown.push(unknownExpression(this.context, [...this.path], value, words, cause))
  }
}

/** The places whose rules are not run: those that hold what keeps the API server from running any. */
function blockedPlaces(problems: readonly Problem[]): ReadonlySet<string> {
  const places = new Set<string>()
  for (const problem of problems) {
    if (!isBlocking(problem)) continue
    for (let length = 0; length <= problem.path.length; length++) {
      places.add(JSON.stringify(problem.path.slice(0, length)))
    }
  }
  return places
}

/** apiextensions-apiserver pkg/registry/customresource/strategy.go: hasBlockingErr. */
function isBlocking(problem: Problem): boolean {
  switch (problem.id) {
    case 'wrong-type':
    case 'missing-field':
    case 'invalid-value':
      return true
    case 'out-of-bounds':
      return problem.bound.side === 'at most' && problem.bound.unit !== ''
    default:
      return false
  }
}

/** The longest list or map in a value: what a comprehension over part of it may range over. */
function largest(value: Json): number {
  if (value === null || typeof value !== 'object') return 1
  const parts: readonly Json[] = isMap(value) ? Object.values(value) : value
  let most = Math.max(1, parts.length)
  for (const part of parts) most = Math.max(most, largest(part))
  return most
}

function ownValue(map: JsonMap, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

/** `.spec.name` of a rule; a path with brackets is left at the rule's own place. */
function fieldPathOf({ fieldPath }: ValidationTable): FieldPath {
  if (fieldPath === undefined || !/^(?:\.[\w-]+)+$/.test(fieldPath)) return []
  return fieldPath.slice(1).split('.')
}
