import type { FieldPath } from '../../finding.ts'
import type { Json, JsonMap, Manifest } from '../../manifest/manifest.ts'
import { isMap, list, map, mapOrEmpty, text, texts } from '../../mesh/json.ts'
import type { Condition, Conjunction } from './condition.ts'
import {
  type Field,
  OPERATION_FIELDS,
  type PolicyContext,
  SOURCE_FIELDS,
  whenField
} from './field.ts'
import type { Pattern } from './pattern.ts'

export const authorizationRuleReads = [
  [
    'AuthorizationPolicy',
    'spec.rules[].from[].source.{principals[],notPrincipals[],requestPrincipals[],notRequestPrincipals[],namespaces[],notNamespaces[],serviceAccounts[],notServiceAccounts[],trustDomains[],notTrustDomains[],ipBlocks[],notIpBlocks[],remoteIpBlocks[],notRemoteIpBlocks[]}'
  ],
  [
    'AuthorizationPolicy',
    'spec.rules[].to[].operation.{hosts[],notHosts[],ports[],notPorts[],methods[],notMethods[],paths[],notPaths[]}'
  ],
  ['AuthorizationPolicy', 'spec.rules[].when[].{key,values[],notValues[]}']
] as const

/** One rule of an AuthorizationPolicy as Envoy's RBAC filter is sent it. */
export interface Rule {
  readonly manifest: Manifest
  readonly index: number
  /** Envoy's name of it, which orders the rules of a filter. */
  readonly name: string
  /** Some conjunction of `from` and some of `to` must hold; an empty list never does. */
  readonly from: readonly Conjunction[]
  readonly to: readonly Conjunction[]
}

/** Why istiod leaves a rule, or a value of it, out. */
export interface Dropped {
  readonly what: 'rule' | 'value'
  readonly reason: 'unknown-key' | 'http-only' | 'invalid-value'
  readonly path: FieldPath
}

export interface RuleOptions {
  /** For a connection whose bytes are not read as HTTP. */
  readonly tcp: boolean
  /** ALLOW drops a rule for what it cannot match; the others drop the value, and so match more. */
  readonly allow: boolean
  /** What the name begins with: that of a CUSTOM provider. */
  readonly prefix?: string
}

/**
 * A rule of a policy; `null` where istiod drops it whole.
 * Source: pilot security/authz/builder/builder.go build, model/model.go New and Generate.
 */
export function compileRule(
  manifest: Manifest,
  index: number,
  context: PolicyContext,
  options: RuleOptions,
  dropped: Dropped[] = []
): Rule | null {
  const value = list(manifest.spec.rules)[index]
  // A list with null in it has an element of proto's zero value in it only where YAML says so.
  if (!isMap(value)) return null
  const path: FieldPath = ['spec', 'rules', index]
  const reader = new RuleReader(context, options, dropped)
  const whens = reader.whens(value, path)
  if (whens === null) return null
  const from = reader.all(value.from, [...path, 'from'], 'source', SOURCE_FIELDS, whens.from)
  const to = reader.all(value.to, [...path, 'to'], 'operation', OPERATION_FIELDS, whens.to)
  if (from === null || to === null) return null
  return { manifest, index, name: ruleName(manifest, index, options.prefix), from, to }
}

/** Source: pilot security/authz/builder/builder.go policyName. */
export function ruleName({ ref }: Manifest, index: number, prefix = ''): string {
  return `${prefix}ns[${ref.namespace}]-policy[${ref.name}]-rule[${index}]`
}

/** Attributes of the permissions half; the others are of the principals half. */
const PERMISSIONS: ReadonlySet<string> = new Set(['destination-ip', 'port', 'sni', 'metadata'])

interface Read {
  readonly field: Field
  readonly values: readonly string[]
  readonly notValues: readonly string[]
  readonly path: FieldPath
  readonly notPath: FieldPath
}

class RuleReader {
  readonly #context: PolicyContext
  readonly #options: RuleOptions
  readonly #dropped: Dropped[]

  constructor(context: PolicyContext, options: RuleOptions, dropped: Dropped[]) {
    this.#context = context
    this.#options = options
    this.#dropped = dropped
  }

  /** Conditions of `when` by half; `null`: a key is unknown and the rule is gone. */
  whens(rule: JsonMap, path: FieldPath): { from: Read[]; to: Read[] } | null {
    const result: { from: Read[]; to: Read[] } = { from: [], to: [] }
    for (const [index, entry] of list(rule.when).entries()) {
      const fields = mapOrEmpty(entry)
      const at = [...path, 'when', index]
      const field = whenField(text(fields.key) ?? '', this.#context.features)
      if (field === null) {
        this.#dropped.push({ what: 'rule', reason: 'unknown-key', path: [...at, 'key'] })
        return null
      }
      const half = PERMISSIONS.has(field.attribute.of) ? result.to : result.from
      half.push({
        field,
        values: texts(fields.values),
        notValues: texts(fields.notValues),
        path: [...at, 'values'],
        notPath: [...at, 'notValues']
      })
    }
    return result
  }

  /** One conjunction an entry, or one of `when` alone; `null`: the rule is gone. */
  all(
    value: Json | undefined,
    path: FieldPath,
    member: string,
    known: Readonly<Record<string, Field>>,
    whens: readonly Read[]
  ): Conjunction[] | null {
    const entries = list(value)
    const reads =
      entries.length === 0
        ? [whens]
        : entries.map((entry, index) => [
            ...this.#fields(mapOrEmpty(entry), [...path, index, member], member, known),
            ...whens
          ])
    const result: Conjunction[] = []
    for (const read of reads) {
      const conjunction = this.#conjunction(read)
      if (conjunction === null) return null
      result.push(conjunction)
    }
    return result
  }

  #fields(
    entry: JsonMap,
    path: FieldPath,
    member: string,
    known: Readonly<Record<string, Field>>
  ): Read[] {
    const fields = map(entry[member])
    if (fields === undefined) return []
    const result: Read[] = []
    for (const [name, field] of Object.entries(known)) {
      if (!this.#knows(name)) continue
      const not = `not${name.charAt(0).toUpperCase()}${name.slice(1)}`
      const [values, notValues] = [texts(fields[name]), texts(fields[not])]
      if (values.length === 0 && notValues.length === 0) continue
      result.push({
        field,
        values,
        notValues,
        path: [...path, name],
        notPath: [...path, not]
      })
    }
    return result
  }

  /** The API server of an older minor prunes what its CRD does not have. */
  #knows(name: string): boolean {
    const { features } = this.#context
    if (name === 'serviceAccounts') return features.has('policy-service-accounts')
    if (name === 'trustDomains') return features.has('policy-trust-domains')
    return true
  }

  #conjunction(reads: readonly Read[]): Condition[] | null {
    const result: Condition[] = []
    for (const { field, values, notValues, path, notPath } of reads) {
      const positive = this.#patterns(field, values, path)
      const negative = this.#patterns(field, notValues, notPath)
      if (positive === null || negative === null) return null
      const { attribute } = field
      if (positive.length > 0) {
        result.push({ attribute, patterns: positive, negated: false, at: path })
      }
      if (negative.length > 0) {
        result.push({ attribute, patterns: negative, negated: true, at: notPath })
      }
    }
    return result
  }

  /** `null`: an ALLOW rule is dropped for a value. */
  #patterns(field: Field, values: readonly string[], path: FieldPath): Pattern[] | null {
    if (values.length === 0) return []
    const { tcp, allow } = this.#options
    if (tcp && field.httpOnly) {
      this.#dropped.push({ what: allow ? 'rule' : 'value', reason: 'http-only', path })
      return allow ? null : []
    }
    const result: Pattern[] = []
    for (const value of field.expand?.(values, this.#context) ?? values) {
      const pattern = field.pattern(value, this.#context)
      if (pattern !== null) result.push(pattern)
      else {
        this.#dropped.push({ what: allow ? 'rule' : 'value', reason: 'invalid-value', path })
        if (allow) return null
      }
    }
    return result
  }
}
