import type { Dimension, Matcher, Row, Table } from '../../decision/table.ts'
import type { Place } from '../../finding.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import type { Route, RouteAction, RouteConfig, VirtualHost } from '../config.ts'
import { matchOf } from '../refused-expression.ts'
import { domainMatcher, isRawWildcard } from './domain.ts'
import { lowerMatch } from './match.ts'
import { pathDomain } from './path-domain.ts'

/** What a row of a lowered route configuration comes from. */
export interface RouteOrigin {
  readonly virtualHost: VirtualHost
  /** `null` for the row that stands for "no route of this virtual host". */
  readonly route: Route | null
  readonly index: number
  readonly origins: readonly Place[]
}

export interface LowerOptions {
  /** Names of the virtual hosts to lower; requests to others do not exist in the table. Default all. */
  readonly virtualHosts?: ReadonlySet<string>
  /** Routes match the Host header as sent, on one of the sides that are compared. */
  readonly byAuthority?: boolean
  /** Schemes that can arrive; default both. */
  readonly schemes?: readonly ('http' | 'https')[]
}

/**
 * A route configuration as one ordered table. The choice of the virtual host lowers to rows: domains by
 * specificity (equal names, then the longest `*` suffix, then `*`), each host closed by a row that says
 * "no route", since Envoy never falls back to a wider host. `host` is folded and without port; where a
 * route matches `:authority`, `authority` takes its place: the client's bytes.
 */
export function lowerRoutes(
  config: RouteConfig,
  mesh: Pick<Mesh, 'config' | 'features'>,
  options: LowerOptions = {}
): Table<RouteAction> {
  const selected = options.virtualHosts ?? new Set(config.virtualHosts.map(({ name }) => name))
  const byAuthority = options.byAuthority ?? matchesAuthority(config, selected)
  const dimension = byAuthority ? 'authority' : 'host'
  const rows: Row<RouteAction>[] = []
  const impossible: Record<string, Matcher>[] = []
  const names = new Set<string>()
  for (const { host, domains } of bySpecificity(config.virtualHosts)) {
    const choice = domainMatcher(domains, byAuthority)
    if (!selected.has(host.name)) {
      impossible.push({ [dimension]: choice ?? { is: 'present' } })
      continue
    }
    for (const row of hostRows(host, dimension, choice)) {
      rows.push(row)
      for (const name of Object.keys(row.when)) names.add(name)
    }
  }
  names.add(dimension)
  names.add('path')
  return {
    dimensions: [...names].sort(inOrder).map(name => dimensionOf(name, mesh, options)),
    rows,
    otherwise: { kind: 'no-virtual-host' },
    ...(impossible.length === 0 ? {} : { impossible: outside(impossible, rows, dimension) })
  }
}

/** Does some route of these virtual hosts test the Host header byte for byte? */
export function matchesAuthority(
  { virtualHosts }: RouteConfig,
  hosts: ReadonlySet<string>
): boolean {
  return virtualHosts.some(
    host =>
      hosts.has(host.name) &&
      host.routes.some(route =>
        route.match.headers.some(({ name }) => name === ':authority' || name === 'host')
      )
  )
}

function hostRows(
  host: VirtualHost,
  dimension: string,
  choice: Matcher | null
): Row<RouteAction>[] {
  const within: Record<string, Matcher> = choice === null ? {} : { [dimension]: choice }
  const rows: Row<RouteAction>[] = []
  const row = (
    when: Record<string, Matcher>,
    action: RouteAction,
    route: Route | null,
    index = -1
  ): void => {
    const origins = route === null ? host.origins : route.origins
    const origin: RouteOrigin = { virtualHost: host, route, index, origins }
    rows.push({ when, action, origin })
  }
  if (host.requireTls) {
    const redirect: RouteAction = { kind: 'redirect', status: 301, scheme: 'https', settings: {} }
    row({ ...within, scheme: { is: 'exact', value: 'http' } }, redirect, null)
  }
  for (const [index, route] of host.routes.entries()) {
    row(joined(within, lowerMatch(matchOf(route))), route.action, route, index)
  }
  row(within, { kind: 'no-route' }, null)
  return rows
}

function joined(
  first: Readonly<Record<string, Matcher>>,
  second: Readonly<Record<string, Matcher>>
): Record<string, Matcher> {
  const result: Record<string, Matcher> = { ...first }
  for (const [dimension, matcher] of Object.entries(second)) {
    const known = result[dimension]
    result[dimension] = known === undefined ? matcher : { is: 'all', of: [known, matcher] }
  }
  return result
}

/** Hosts with their domains in the order of Envoy's choice; a host stands once per rank. */
function bySpecificity(
  hosts: readonly VirtualHost[]
): { readonly host: VirtualHost; readonly domains: readonly string[] }[] {
  const exact: { host: VirtualHost; domains: string[] }[] = []
  const wild: { host: VirtualHost; domains: string[] }[] = []
  for (const host of hosts) {
    const equal = host.domains.filter(domain => !domain.startsWith('*'))
    if (equal.length > 0) exact.push({ host, domains: equal })
    for (const domain of host.domains) {
      if (domain.startsWith('*')) wild.push({ host, domains: [domain] })
    }
  }
  wild.sort((a, b) => (b.domains[0]?.length ?? 0) - (a.domains[0]?.length ?? 0))
  return [...exact, ...wild]
}

/** Excluded hosts are outside the table, but only where no selected row is more specific. */
function outside(
  excluded: readonly Readonly<Record<string, Matcher>>[],
  rows: readonly Row<RouteAction>[],
  dimension: string
): Readonly<Record<string, Matcher>>[] {
  const inside = new Set<Matcher>()
  for (const row of rows) {
    const matcher = row.when[dimension]
    if (matcher !== undefined) inside.add(matcher)
  }
  const except: Matcher[] = [...inside].map(of => ({ is: 'not', of }))
  return excluded.map(entry => {
    const matcher = entry[dimension]
    if (matcher === undefined) return entry
    // A wide excluded domain must not swallow the narrow ones that are compared.
    return matcher.is === 'present' || matcher.is === 'all' || isRawWildcard(matcher)
      ? { [dimension]: { is: 'all', of: [matcher, ...except] } }
      : entry
  })
}

const ORDER = ['host', 'authority', 'path', 'method', 'scheme']

function inOrder(a: string, b: string): number {
  const [left, right] = [ORDER.indexOf(a), ORDER.indexOf(b)]
  if (left >= 0 || right >= 0) return (left < 0 ? 99 : left) - (right < 0 ? 99 : right)
  return a < b ? -1 : a > b ? 1 : 0
}

const known = new WeakMap<Mesh['config'], Map<string, Dimension>>()

/** One dimension for all tables of a mesh, so that what is found out about it is found once. */
function dimensionOf(
  name: string,
  mesh: Pick<Mesh, 'config' | 'features'>,
  options: LowerOptions
): Dimension {
  const dimensions = known.get(mesh.config) ?? new Map<string, Dimension>()
  known.set(mesh.config, dimensions)
  const key = `${name} ${name === 'scheme' ? options.schemes : mesh.features.has('header-lines-apart')}`
  const found = dimensions.get(key) ?? makeDimension(name, mesh, options)
  dimensions.set(key, found)
  return found
}

function makeDimension(
  name: string,
  mesh: Pick<Mesh, 'config' | 'features'>,
  options: LowerOptions
): Dimension {
  const text = { name, theory: 'string', optional: false, multiple: false } as const
  switch (name) {
    case 'host':
      return { ...text, domain: { is: 'regex', value: '[a-z0-9_.\\-]+' } }
    case 'authority':
      return { ...text, domain: { is: 'regex', value: '[A-Za-z0-9_.\\-]+(:[0-9]+)?' } }
    case 'path':
      return { ...text, domain: pathDomain(mesh.config.pathNormalization), natural: ['/'] }
    case 'method':
      return {
        ...text,
        domain: { is: 'regex', value: '[A-Z]+(-[A-Z]+)*' },
        natural: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']
      }
    case 'scheme':
      return {
        ...text,
        theory: 'enumeration',
        values: options.schemes ?? ['http', 'https']
      }
  }
  if (name.startsWith('header:')) {
    const lines = mesh.features.has('header-lines-apart')
    return { ...text, optional: true, multiple: lines, domain: HEADER_VALUE }
  }
  if (name.startsWith('claim:')) return { ...text, optional: true, multiple: true }
  return { ...text, optional: true, domain: QUERY_VALUE }
}

/** Visible characters; the codec refuses control characters. */
const HEADER_VALUE: Matcher = { is: 'regex', value: '([!-~]([ -~]*[!-~])?)?' }

const QUERY_VALUE: Matcher = { is: 'regex', value: '[!"$-%\'-~]*' }
