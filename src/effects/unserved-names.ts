import type { FilterChain, ProxyConfig } from '../dataplane/config.ts'
import { type Comparison, compare, type Difference } from '../decision/compare.ts'
import type { Matcher } from '../decision/table.ts'
import { behaviourOf } from './action.ts'
import type { Behaviour } from './behaviour.ts'
import { type ConnectionSides, connectionTables, type Refine } from './connection-tables.ts'

/**
 * Names that a gateway ends TLS for on one side alone, though no virtual host of it has a route for them: the
 * comparison of routes says nothing of them, and a client sees a handshake and a 404 instead of a closed connection.
 */
export function unservedNames(
  port: number,
  differences: readonly Difference<Behaviour>[],
  sides: ConnectionSides
): Comparison<Behaviour> | null {
  if (sides.proxy.type !== 'gateway' || !differences.some(opensHttp)) return null
  const tables = connectionTables(port, sides, byName)
  if (tables === null) return null
  const found = compare(tables.base, tables.head, { keyOf: behaviour => behaviour.id })
  return found.kind === 'compared'
    ? { ...found, differences: found.differences.filter(isUnserved) }
    : found
}

function opensHttp({ before, after }: Difference<Behaviour>): boolean {
  return [`${before.fate} ${after.fate}`, `${after.fate} ${before.fate}`].includes(
    'http no-listener'
  )
}

function isUnserved({ before, after }: Difference<Behaviour>): boolean {
  return (
    (before.fate === 'no-route' && after.fate === 'no-listener') ||
    (before.fate === 'no-listener' && after.fate === 'no-route')
  )
}

/** Parts HTTP by the server names that a virtual host has routes for; clients ask for the name that they dialled. */
const byName: Refine = (row, action, given) => {
  if (row.action.kind !== 'chain' || action.fate !== 'http') return [{ ...row, action }]
  if (row.action.chain.tls === undefined) return [{ ...row, action }]
  const served = servedNames(row.action.chain, given.config)
  const { sni } = row.when
  if (served.includes('*')) return [{ ...row, action }]
  const { certainty, assumptions } = action
  const context = { ...given, matched: null, certainty, assumptions }
  const unserved = behaviourOf({ kind: 'no-virtual-host' }, context)
  const rest = { ...row, action: unserved }
  if (served.length === 0) return [rest]
  const names: Matcher = { is: 'any', of: served.map(ofName) }
  // A client that shows no name comes to a chain for any, and may ask its routes for any host.
  const asked: Matcher =
    sni === undefined
      ? { is: 'any', of: [{ is: 'absent' }, names] }
      : { is: 'all', of: [sni, names] }
  return [{ ...row, when: { ...row.when, sni: asked }, action }, rest]
}

function servedNames(
  { routeConfig }: FilterChain,
  { routeConfigs }: Pick<ProxyConfig, 'routeConfigs'>
): readonly string[] {
  const config = routeConfig === undefined ? undefined : routeConfigs.get(routeConfig)
  const hosts = (config?.virtualHosts ?? []).filter(({ routes }) => routes.length > 0)
  const names = hosts.flatMap(({ domains }) => domains)
  return [...new Set(names.map(name => name.replace(/:\d+$/, '').toLowerCase()))]
}

function ofName(name: string): Matcher {
  return name.startsWith('*')
    ? { is: 'suffix', value: name.slice(1) }
    : { is: 'exact', value: name }
}
