import { type L4Rule, l4Rules, type Match } from '../dataplane/rules.ts'
import type { Dimension, Matcher, Row, Table } from '../decision/table.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { list, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { gatewayMatcher, portMatcher, sourceMatchers } from './caller-matchers.ts'
import type { RuleAction, RuleRow, RuleTable } from './route-rows.ts'

/**
 * The TCP or TLS rules of one VirtualService as a table over callers, ports, gateways and filter chains. Envoy chooses a
 * chain by the narrowest name or block, not by order, so that a narrower rule is never hidden by a wider one: for TLS
 * only an equal list of names and blocks is in the way, for TCP only a match without blocks, behind which istiod makes
 * no more chains. Source: pilot networking/core/tls.go.
 */
export function connectionTable(manifest: Manifest, section: 'tcp' | 'tls', mesh: Mesh): RuleTable {
  const dimensions = new Map<string, Dimension>()
  const byRow = new Map<Row<RuleAction>, RuleRow>()
  const rows: Row<RuleAction>[] = []
  const chains = new Set<string>()
  for (const [rule, one] of l4Rules(manifest, section, mesh.config.clusterDomain).entries()) {
    // istiod skips a rule without destinations; a TLS rule without a match has no names.
    if (list(one.fields.route).length === 0) continue
    const matches = one.matches ?? (section === 'tcp' ? [null] : [])
    for (const match of matches) {
      const when = {
        ...chainMatcher(match, section, chains),
        ...callerMatchers(match, manifest, dimensions)
      }
      const row: Row<RuleAction> = { when, action: one.fields, origin: null }
      rows.push(row)
      byRow.set(row, rowOf(rule, one, match, matches.length === 1))
    }
  }
  const chain: Dimension = {
    name: 'chain',
    theory: 'enumeration',
    // Connections to other addresses are of no chain that is named.
    values: section === 'tcp' ? ['', ...chains] : [...chains],
    optional: false,
    multiple: false
  }
  const table: Table<RuleAction> = {
    dimensions: chains.size === 0 ? [...dimensions.values()] : [chain, ...dimensions.values()],
    rows,
    otherwise: {}
  }
  return { table, rowOf: row => byRow.get(row) ?? null }
}

function rowOf(rule: number, one: L4Rule, match: Match | null, alone: boolean): RuleRow {
  return { rule, fields: one.fields, at: match?.at ?? one.at, alone }
}

function chainMatcher(
  match: Match | null,
  section: 'tcp' | 'tls',
  chains: Set<string>
): Record<string, Matcher> {
  const blocks = texts(match?.fields.destinationSubnets)
  if (section === 'tcp' && blocks.length === 0) return {}
  const names = texts(match?.fields.sniHosts)
  const keys = section === 'tcp' ? blocks : [`${names.join(',')}|${blocks.join(',')}`]
  for (const key of keys) chains.add(key)
  return { chain: { is: 'any', of: keys.map(value => ({ is: 'exact', value })) } }
}

/** Unlike in HTTP, gateways, labels and namespace all count. Source: tls.go matchTCP, matchTLS. */
function callerMatchers(
  match: Match | null,
  manifest: Manifest,
  dimensions: Map<string, Dimension>
): Record<string, Matcher> {
  if (match === null) return {}
  const { fields } = match
  return {
    ...portMatcher(fields, dimensions),
    ...gatewayMatcher(fields, manifest, dimensions),
    ...sourceMatchers(fields, dimensions)
  }
}
