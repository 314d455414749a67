import type { FindingDraft, Place } from '../finding.ts'
import type { Json, Manifest } from '../manifest/manifest.ts'
import { describeMinors, type History, historyOf } from './history.ts'
import { nearest } from './nearest.ts'
import { describePath, fieldOf } from './path.ts'
import type { Bound, Problem } from './problem.ts'
import { type KindSchemas, nodeAt, type Schemas } from './schemas.ts'
import type { VersionTable } from './table.ts'
import { describeValue, quote, shorten } from './type.ts'

/** What a manifest is judged by. */
export interface Context {
  readonly manifest: Manifest
  readonly schemas: Schemas
  readonly kind: KindSchemas
  readonly version: VersionTable
}

type Words = Pick<FindingDraft, 'message' | 'params'> & Partial<FindingDraft>
type ProblemOf<Id extends Problem['id']> = Extract<Problem, { id: Id }>

/** What the problem is, why it matters, what to do: a finding of the manifest. */
export function findingOf(problem: Problem, context: Context): FindingDraft {
  const words = wordsOf(problem, context)
  return {
    id: `schema/${problem.id}`,
    sources: [],
    severity: 'error',
    certainty: certaintyOf(context),
    subject: context.manifest.ref,
    at: locationOf(problem, context),
    related: [],
    ...words,
    message: words.message.replace(/^the /, 'The ')
  }
}

/** What is wrong with a map or list as a whole is said at its name. */
function locationOf(problem: Problem, context: Context): Place {
  const whole =
    problem.id === 'missing-field' ||
    problem.id === 'no-alternative' ||
    (problem.id === 'out-of-bounds' && /^(?:items|entries)$/.test(problem.bound.unit))
  return whole ? placeOf(context, problem.path, []) : place(context, problem.path, problem.part)
}

/** Which Gateway API a cluster has is not in git unless the configuration says so. */
export function certaintyOf({ kind, schemas }: Context): FindingDraft['certainty'] {
  return kind.table.project === 'gateway-api' && schemas.gatewayApiAssumed ? 'assumed' : 'certain'
}

function wordsOf(problem: Problem, context: Context): Words {
  switch (problem.id) {
    case 'unknown-field':
      return unknownField(problem, context)
    case 'wrong-type':
      return wrongType(problem)
    case 'missing-field':
      return missingField(problem, context)
    case 'invalid-value':
      return invalidValue(problem, context)
    case 'invalid-format':
      return invalidFormat(problem)
    case 'out-of-bounds':
      return outOfBounds(problem)
    case 'conflicting-fields':
      return conflictingFields(problem, context)
    case 'no-alternative':
      return noAlternative(problem)
    case 'duplicate-item':
      return duplicateItem(problem, context)
    case 'more-problems':
      return moreProblems(problem)
  }
}

function unknownField(problem: ProblemOf<'unknown-field'>, context: Context): Words {
  const { manifest, schemas, kind } = context
  const history = historyOf(schemas, manifest.ref.group)
  const experimental = history.isExperimental(manifest.ref.kind, problem.path)
  const parent = describePath(problem.path.slice(0, -1))
  const hint = experimental
    ? `Only the experimental channel of Gateway API ${kind.table.minor} has it.`
    : fieldHint(problem, context, history)
  return {
    message:
      `${parent} has no field ${quote(problem.field)} in ${productOf(context)}. ${hint} ` +
      'The API server refuses it under strict validation (the default of kubectl) and drops it otherwise, so that it does nothing.',
    params: { field: fieldOf(problem.path) },
    ...(experimental && { severity: 'warning', certainty: 'assumed' })
  }
}

function fieldHint(
  problem: ProblemOf<'unknown-field'>,
  context: Context,
  history: History
): string {
  const { manifest, kind, version } = context
  const minors = history.minorsWithField(manifest.ref.kind, problem.path)
  if (minors.length > 0) {
    return `It exists ${describeMinors(minors, allMinors(context))} of ${history.product}.`
  }
  const similar = nearest(problem.field, problem.known)
  if (similar !== undefined) return `Did you mean ${quote(similar)}?`
  for (let length = problem.path.length - 2; length >= 0; length--) {
    const path = problem.path.slice(0, length)
    const node = nodeAt(kind.table.nodes, version.schema, path)
    if (node?.properties && Object.hasOwn(node.properties, problem.field)) {
      return `It is a field of ${describePath(path)}: check the indentation.`
    }
  }
  return problem.known.length > 0 && problem.known.length <= 12
    ? `Known fields: ${[...problem.known].sort().join(', ')}.`
    : 'Remove it, or check where it belongs.'
}

function wrongType({ path, expected, value }: ProblemOf<'wrong-type'>): Words {
  return {
    message: `${describePath(path)} must be ${expected}, but is ${describeValue(value)}.${typeHint(expected, value)}`,
    params: { field: fieldOf(path), expected }
  }
}

function typeHint(expected: string, value: unknown): string {
  const scalar = value !== null && typeof value !== 'object'
  if (expected === 'a string' && scalar) return ` Quote it: ${quote(String(value))}.`
  if (expected === 'a list' && value !== null && !Array.isArray(value)) {
    return ' Write it as a list, also where there is only one item.'
  }
  if (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)) return ' Remove the quotes.'
  return ''
}

function missingField({ path, field }: ProblemOf<'missing-field'>, context: Context): Words {
  return {
    message: `${describePath(path)} has no ${quote(field)}, which ${context.manifest.ref.kind} requires in ${productOf(context)}.`,
    params: { field: fieldOf([...path, field]) }
  }
}

function invalidValue(
  { path, value, allowed }: ProblemOf<'invalid-value'>,
  context: Context
): Words {
  const { manifest, schemas } = context
  const history = historyOf(schemas, manifest.ref.group)
  const minors = history.minorsWithValue(manifest.ref.kind, path, value)
  const names = allowed.map(String)
  const similar = typeof value === 'string' ? nearest(value, names) : undefined
  const hint =
    minors.length > 0
      ? ` It exists ${describeMinors(minors, allMinors(context))} of ${history.product}.`
      : similar === undefined
        ? ''
        : ` Did you mean ${quote(similar)}?`
  return {
    message: `${describePath(path)} is ${describeValue(value)}, which is not one of ${names.map(name => (name === '' ? '""' : name)).join(', ')}.${hint}`,
    params: { field: fieldOf(path), value: fact(value) }
  }
}

function invalidFormat({ path, value, expected }: ProblemOf<'invalid-format'>): Words {
  return {
    message: `${describePath(path)} is ${describeValue(value)}, but must be ${expected}.`,
    params: { field: fieldOf(path), value: fact(value) }
  }
}

function outOfBounds({ path, value, bound }: ProblemOf<'out-of-bounds'>): Words {
  const limit = `${bound.side} ${bound.limit}`
  const message =
    bound.unit === ''
      ? `${describePath(path)} is ${String(value)}, but must be ${limit}.`
      : `${describePath(path)} has ${sizeOf(value)} ${bound.unit}, but must have ${limit}.`
  return {
    message,
    params: { field: fieldOf(path), bound: boundText(bound), value: fact(value) }
  }
}

function sizeOf(value: unknown): string {
  return typeof value === 'string' ? String([...value].length) : String(value)
}

function boundText(bound: Bound): string {
  return [bound.side, bound.limit, bound.unit].join(' ').trim()
}

function conflictingFields(problem: ProblemOf<'conflicting-fields'>, context: Context): Words {
  const { path, fields } = problem
  const parent = path.slice(0, -1)
  const [first = ''] = fields
  return {
    message: `${describePath(parent)} sets ${fields.join(' and ')}, of which only one may be set. Remove all but one.`,
    params: { field: fieldOf(parent), fields: [...fields].sort().join(', ') },
    related: [{ at: place(context, [...parent, first], 'key'), note: `${first} is set here` }]
  }
}

function noAlternative({ path, fields }: ProblemOf<'no-alternative'>): Words {
  const names = fields.join(', ')
  return {
    message:
      fields.length > 1
        ? `${describePath(path)} must be one of the forms that set ${names}.`
        : `${describePath(path)} has none of the forms that its schema allows.`,
    params: { field: fieldOf(path), fields: [...fields].sort().join(', ') }
  }
}

function moreProblems({ count }: ProblemOf<'more-problems'>): Words {
  return {
    message: `the object breaks its schema in ${count} more places, which are not listed. Correct those that are.`,
    params: {}
  }
}

function duplicateItem(problem: ProblemOf<'duplicate-item'>, context: Context): Words {
  const { path, keys, value, first } = problem
  const list = path.slice(0, -1)
  const what = keys.length > 0 ? `the same ${keys.join(' and ')}` : 'the same value'
  return {
    message: `${describePath(path)} has ${what} as ${describePath([...list, first])}, but items of ${describePath(list)} must differ in it.`,
    params: { field: fieldOf(path), value: fact(value) },
    related: [{ at: place(context, [...list, first], 'value'), note: 'the first one is here' }]
  }
}

function place(context: Context, path: Place['path'], part: 'key' | 'value'): Place {
  return { manifest: context.manifest, path, part }
}

/** A value as a fact of a finding: enough of it to tell it from others. */
function fact(value: Json): string {
  return shorten(typeof value === 'object' ? JSON.stringify(value) : String(value), 200)
}

/** A map or list under a name is marked by its name, anything else by itself. */
export function placeOf(context: Context, path: Place['path'], value: Json): Place {
  const named = typeof path.at(-1) === 'string' && value !== null && typeof value === 'object'
  return place(context, path, named ? 'key' : 'value')
}

/** `networking.istio.io/v1 (Istio 1.31)`. */
export function productOf({ kind, manifest }: Context): string {
  const product = kind.table.project === 'istio' ? 'Istio' : 'Gateway API'
  return `${manifest.apiVersion} (${product} ${kind.table.minor})`
}

function allMinors({ kind, schemas }: Context): readonly string[] {
  const { source } = schemas
  return kind.table.project === 'istio' ? source.minors() : source.gatewayApiMinors()
}
