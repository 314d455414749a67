import type { Route } from '../dataplane/config.ts'
import { lowerRoutes, type RouteOrigin } from '../dataplane/lower/routes.ts'
import { EVERYTHING, routeMatch } from '../dataplane/route-match.ts'
import { type HttpRule, httpRules, type Match } from '../dataplane/rules.ts'
import type { Dimension, Matcher, Row, Table } from '../decision/table.ts'
import type { Place } from '../finding.ts'
import { canonical } from '../fingerprint.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { gatewayMatcher, portMatcher, sourceMatchers } from './caller-matchers.ts'

/** One match of one rule of a VirtualService; a rule without matches is one row. */
export interface RuleRow {
  /** Index of the rule in `spec.http`. */
  readonly rule: number
  readonly fields: HttpRule['fields']
  /** The match, or the rule itself. */
  readonly at: Place
  /** Rows of one rule are alternatives; more than one can be hidden alone. */
  readonly alone: boolean
}

export interface RuleTable {
  /** An action is everything but the matches of a rule. */
  readonly table: Table<RuleAction>
  rowOf(row: Row<RuleAction>): RuleRow | null
}

export type RuleAction = HttpRule['fields']

/**
 * The rules of one VirtualService as a table over all requests, callers, ports and gateways, without the cuts of a
 * compile. Rules that lead to a delegate are left out: what the delegate does not take falls to the next rule.
 */
export function ruleTable(manifest: Manifest, mesh: Mesh): RuleTable {
  const rows: RuleRow[] = []
  const matches: (Match | null)[] = []
  for (const [rule, one] of httpRules(manifest, mesh.config.clusterDomain).entries()) {
    if (one.fields.delegate !== undefined) continue
    const all = one.matches ?? [null]
    for (const match of all) {
      rows.push({ rule, fields: one.fields, at: match?.at ?? one.at, alone: all.length === 1 })
      matches.push(match)
    }
  }
  const routes = matches.map((match): Route => routeOf(match, mesh))
  const lowered = lowerRoutes(
    {
      name: manifest.ref.name,
      port: 0,
      virtualHosts: [{ name: '*', domains: ['*'], routes, requireTls: false, origins: [] }],
      ignorePortInHost: true
    },
    mesh
  )
  const caller = new Map<string, Dimension>()
  const byRow = new Map<Row<RuleAction>, RuleRow>()
  const own: Row<RuleAction>[] = []
  for (const row of lowered.rows) {
    // Rows of lowerRoutes carry its origin.
    const { index } = row.origin as RouteOrigin
    const source = rows[index]
    if (source === undefined) continue
    const match = matches[index] ?? null
    const when = { ...row.when, ...callerMatchers(match, manifest, caller) }
    const made = { when, action: source.fields, origin: row.origin }
    own.push(made)
    byRow.set(made, source)
  }
  const table = {
    dimensions: [...lowered.dimensions, ...caller.values()],
    rows: own,
    otherwise: {}
  }
  return { table, rowOf: row => byRow.get(row) ?? null }
}

function routeOf(match: Match | null, mesh: Mesh): Route {
  return {
    name: '',
    match: match === null ? EVERYTHING : routeMatch(match.fields, 'istio', mesh.features),
    action: { kind: 'no-route' },
    origins: [],
    certainty: 'certain',
    assumptions: []
  }
}

/**
 * What a match says of the proxy that asks. Where it names gateways, source labels and namespace are ignored.
 * Source: pilot networking/core/route/route.go sourceMatchHTTP.
 */
function callerMatchers(
  match: Match | null,
  manifest: Manifest,
  dimensions: Map<string, Dimension>
): Record<string, Matcher> {
  if (match === null) return {}
  const { fields } = match
  const named = gatewayMatcher(fields, manifest, dimensions)
  return {
    ...portMatcher(fields, dimensions),
    ...('gateway' in named ? named : sourceMatchers(fields, dimensions))
  }
}

/** Everything that a rule does with a request it takes, as one text. */
export function actionText({ match: _, name: __, ...rest }: RuleAction): string {
  return canonical(rest)
}
