import { accessDimension } from '../dataplane/lower/access-dimensions.ts'
import { type AttributeValue, joinedWhen, lowerConjunction } from '../dataplane/lower/conditions.ts'
import { isOpaque, opaque } from '../dataplane/lower/opaque-dimension.ts'
import type { Attribute } from '../dataplane/security/condition.ts'
import { compileRule, type Rule } from '../dataplane/security/rule.ts'
import { trustDomains } from '../dataplane/security/trust-domain.ts'
import type { Dimension, Row, Table } from '../decision/table.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { list } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { actionOf } from './rules-of.ts'

/** One rule of a policy; rules of several policies make one table. */
export interface RuleOf {
  readonly manifest: Manifest
  readonly index: number
}

export interface PolicyTable {
  readonly table: Table<string>
  ruleOf(row: Row<string>): RuleOf
  /** Rules that ask for what no table can say, such as what another filter wrote down: they take nothing here. */
  readonly unknown: readonly RuleOf[]
  /** Rules that istiod drops, or of which no part can hold on its own. */
  readonly empty: readonly RuleOf[]
}

/**
 * Rules of AuthorizationPolicies as a table over HTTP requests with and without a certificate and a token, on every
 * port. In the order given; an action is the name of the rule.
 */
export function policyTable(rules: readonly RuleOf[], mesh: Mesh): PolicyTable {
  const rows: Row<string>[] = []
  const byRow = new Map<Row<string>, RuleOf>()
  const unknown: RuleOf[] = []
  const empty: RuleOf[] = []
  const domains = trustDomains(mesh.config)
  for (const one of rules) {
    const { manifest, index } = one
    const context = {
      namespace: manifest.ref.namespace,
      features: mesh.features,
      trustDomains: domains
    }
    const allow = actionOf(manifest) === 'ALLOW'
    const rule = compileRule(manifest, index, context, { tcp: false, allow })
    const made = rule === null ? [] : rowsOf(rule)
    if (made === null) unknown.push(one)
    else if (made.length === 0) empty.push(one)
    for (const row of made ?? []) {
      rows.push(row)
      byRow.set(row, one)
    }
  }
  const names = new Set(rows.flatMap(row => Object.keys(row.when)))
  const question = { mesh, trusted: null }
  const dimensions = [...names].sort().map(name => dimensionOf(name, question))
  const table = { dimensions, rows, otherwise: '' }
  // Every row was made here.
  return { table, unknown, empty, ruleOf: row => byRow.get(row) as RuleOf }
}

/** Every rule of a policy. */
export function rulesOf(manifest: Manifest): RuleOf[] {
  return list(manifest.spec.rules).map((_, index) => ({ manifest, index }))
}

/** `null`: a part of it is not known. */
function rowsOf(rule: Rule): Row<string>[] | null {
  const lower = (conjunctions: Rule['from']) =>
    conjunctions.flatMap((one): Row<string>['when'][] => {
      const when = lowerConjunction(one, attributeOf)
      return when === null ? [] : [when]
    })
  const [sources, operations] = [lower(rule.from), lower(rule.to)]
  if ([...sources, ...operations].some(when => Object.keys(when).some(isOpaque))) return null
  const action = rule.name
  return operations.flatMap(to =>
    sources.map(from => ({ when: joinedWhen(from, to), action, origin: null }))
  )
}

function attributeOf({ attribute }: { readonly attribute: Attribute }): AttributeValue {
  const dimension = (name: string, mayBeEmpty = false): AttributeValue => ({
    is: 'dimension',
    name,
    mayBeEmpty
  })
  switch (attribute.of) {
    case 'principal':
    case 'port':
    case 'sni':
    case 'authority':
    case 'method':
    case 'path':
      return dimension(attribute.of)
    case 'source-ip':
      return dimension('source ip')
    case 'remote-ip':
      return dimension('remote ip')
    case 'destination-ip':
      return dimension('destination ip')
    case 'header':
      if (attribute.name.startsWith(':')) return dimension(opaque(attribute.name, ''))
      return dimension(`header:${attribute.name}`, true)
    case 'request-principal':
      return dimension('request principal', true)
    case 'claim': {
      const [first = ''] = attribute.path
      const whole = attribute.path.length === 1 && (first === 'iss' || first === 'sub')
      if (whole) return dimension('request principal', true)
      return dimension(`claim:${attribute.path.map(name => `[${name}]`).join('')}`, true)
    }
    case 'metadata':
      return dimension(opaque('what another filter wrote down', ''))
  }
}

/** What is misspelt in a method or a principal is told by analyzers of their own: here any text may be sent. */
function dimensionOf(name: string, question: Parameters<typeof accessDimension>[1]): Dimension {
  const text = { name, theory: 'string', multiple: false } as const
  if (name === 'principal' || name === 'request principal') return { ...text, optional: true }
  if (name === 'method') return { ...text, optional: false }
  if (name !== 'port') return accessDimension(name, question)
  return { ...text, optional: false, domain: { is: 'regex', value: '[0-9]{1,5}' } }
}
