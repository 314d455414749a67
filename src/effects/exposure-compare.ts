import type { RouteConfig, VirtualHost } from '../dataplane/config.ts'
import { isOpaque, opaqueWords } from '../dataplane/lower/opaque-dimension.ts'
import { matchesAuthority, type RouteOrigin } from '../dataplane/lower/routes.ts'
import type { TokenLocation } from '../dataplane/security/request-authentication.ts'
import { compare, type Difference } from '../decision/compare.ts'
import { askedDimensions, isEmpty, type Region, union } from '../decision/region.ts'
import { settled } from '../decision/settled.ts'
import type { Dimension, Row, Table } from '../decision/table.ts'
import { canonical } from '../fingerprint.ts'
import type { ExposureSide } from './exposure-side.ts'
import { type Exposure, exposureTable, TooManyRows } from './exposure-table.ts'
import { compareText } from './risk.ts'
import { type RoutePair, routePairs } from './route-pairs.ts'
import type { BothPods } from './route-tables.ts'
import { differingHosts } from './virtual-hosts.ts'

/** Requests of one virtual host that can be made from outside on one side alone. */
export interface ExposureChange {
  readonly routeConfig: string
  /** As each side has it. */
  readonly names: { readonly base: string; readonly head: string }
  readonly port: number
  readonly tls: boolean
  readonly location: TokenLocation | null
  readonly opens: boolean
  readonly region: Region
  readonly before: readonly Exposure[]
  readonly after: readonly Exposure[]
  readonly origins: { readonly base: readonly RouteOrigin[]; readonly head: readonly RouteOrigin[] }
}

/** Requests of which one side could not be understood. */
export interface ExposureGap {
  readonly routeConfig: string
  readonly reason: 'composition' | 'budget'
  readonly message: string
}

export interface ExposureComparison {
  readonly changes: readonly ExposureChange[]
  readonly gaps: readonly ExposureGap[]
  readonly tables: number
}

export interface ExposureSides {
  readonly base: ExposureSide
  readonly head: ExposureSide
  readonly pods: BothPods
}

/** Everything that one gateway serves to the outside on one side alone. */
export function compareExposure(sides: ExposureSides): ExposureComparison {
  const { base, head } = sides
  const changes: ExposureChange[] = []
  const gaps: ExposureGap[] = []
  let tables = 0
  for (const pair of routePairs({ base: base.view, head: head.view })) {
    const { name, base: before, head: after } = pair
    const locations = locationsOf(sides)
    for (const location of locations) {
      const hosts = hostsInQuestion(before, after, sides, location)
      if (hosts.size === 0) continue
      tables += 1
      const found = compareOne(pair, sides, hosts, location)
      // A token adds nothing to what can be had without one.
      if (location !== null && changes.some(one => one.routeConfig === name)) continue
      changes.push(...found.changes)
      gaps.push(...found.gaps)
    }
  }
  return { changes, gaps, tables }
}

/** No token, and one where the gateway's providers look. */
function locationsOf({ base, head }: ExposureSides): readonly (TokenLocation | null)[] {
  const found = new Map<string, TokenLocation>()
  for (const { keeper } of [base, head]) {
    for (const { locations } of keeper.jwt) {
      for (const location of locations) found.set(JSON.stringify(location), location)
    }
  }
  return [null, ...found.values()]
}

function hostsInQuestion(
  before: RouteConfig | undefined,
  after: RouteConfig | undefined,
  { base, head, pods }: ExposureSides,
  location: TokenLocation | null
): ReadonlySet<string> {
  const both = [...(before?.virtualHosts ?? []), ...(after?.virtualHosts ?? [])]
  const whole =
    before === undefined ||
    after === undefined ||
    base.open !== head.open ||
    frameKey(base, before, location) !== frameKey(head, after, location)
  if (whole) return new Set(both.map(({ name }) => name))
  const configs = { base: base.view, head: head.view }
  const hosts = new Set(differingHosts(before, after, { configs, pods }))
  const later = new Map(after.virtualHosts.map(host => [host.name, host]))
  for (const host of before.virtualHosts) {
    const other = later.get(host.name)
    if (other === undefined || hosts.has(host.name)) continue
    const same =
      base.serversKey(clustersOf(host), location) === head.serversKey(clustersOf(other), location)
    if (!same) hosts.add(host.name)
  }
  return hosts
}

/** The gateway's own part: what it lets in, and how its listener ends TLS. */
function frameKey(side: ExposureSide, routes: RouteConfig, location: TokenLocation | null): string {
  return canonical([side.gate(routes, location), side.chain(routes.name)?.tls?.mode ?? null])
}

function clustersOf({ routes }: VirtualHost): readonly string[] {
  return routes.flatMap(({ action }) =>
    action.kind === 'forward' ? action.destinations.map(({ cluster }) => cluster) : []
  )
}

function compareOne(
  { name: routeConfig, names, base: before, head: after }: RoutePair,
  { base, head }: ExposureSides,
  hosts: ReadonlySet<string>,
  location: TokenLocation | null
): { readonly changes: readonly ExposureChange[]; readonly gaps: readonly ExposureGap[] } {
  const byRoutes = [before, after].some(one => one !== undefined && matchesAuthority(one, hosts))
  const lower = (byAuthority: boolean) => ({
    base: exposureTable(base, before, { hosts, byAuthority, location }),
    head: exposureTable(head, after, { hosts, byAuthority, location })
  })
  const gap = (reason: ExposureGap['reason'], message: string) => ({
    changes: [],
    gaps: [{ routeConfig, reason, message }]
  })
  let tables: { readonly base: Table<Exposure>; readonly head: Table<Exposure> }
  try {
    tables = lower(byRoutes)
    // Policies ask for the Host header as sent, so routes must be asked for it too.
    if (!byRoutes && asksAuthority(tables)) tables = lower(true)
  } catch (error) {
    if (!(error instanceof TooManyRows)) throw error
    return gap('budget', 'routes and policies together have too many combinations')
  }
  const found = compare(...aligned(tables, [base, head]), { keyOf: openness })
  if (found.kind !== 'compared') {
    const why =
      found.kind === 'exhausted' ? `more than ${found.allowed} ${found.limit}` : 'a pattern'
    return gap('budget', `routes and policies together are too intertwined: ${why}`)
  }
  const frame = {
    routeConfig,
    names,
    location,
    port: (after ?? before)?.port ?? 0,
    tls: routeConfig.startsWith('https')
  }
  return grouped(found.differences, frame)
}

function openness({ kind, words }: Exposure): string {
  return kind === 'unknown' ? `unknown ${words}` : kind === 'closed' ? 'closed' : 'open'
}

function asksAuthority({
  base,
  head
}: Readonly<Record<'base' | 'head', Table<Exposure>>>): boolean {
  return [base, head].some(({ rows }) => rows.some(({ when }) => when.authority !== undefined))
}

const leading = ['host', 'authority', 'path', 'method', 'scheme']

/** The same dimensions in the same order on both sides, and what cannot be on one side on neither. */
function aligned(
  { base, head }: { readonly base: Table<Exposure>; readonly head: Table<Exposure> },
  sides: readonly ExposureSide[]
): [Table<Exposure>, Table<Exposure>] {
  const all = new Map<string, Dimension>()
  for (const { dimensions } of [base, head]) for (const one of dimensions) all.set(one.name, one)
  for (const { rows } of [base, head]) {
    for (const name of rows.flatMap(({ when }) => Object.keys(when))) {
      const dimension = all.get(name) ?? sides.flatMap(one => one.dimension(name) ?? [])[0]
      if (dimension !== undefined) all.set(name, dimension)
    }
  }
  const rank = (name: string) => (leading.includes(name) ? leading.indexOf(name) : leading.length)
  const dimensions = [...all.values()].sort(
    (a, b) => rank(a.name) - rank(b.name) || compareText(a.name, b.name)
  )
  const impossible = base.impossible ?? head.impossible
  const common = { dimensions, ...(impossible === undefined ? {} : { impossible }) }
  const of = (table: Table<Exposure>): Table<Exposure> => ({
    ...table,
    ...common,
    ...(table.rows.length > 0 && table.impossible !== undefined && { impossible: table.impossible })
  })
  return [of(base), of(head)]
}

type Frame = Pick<ExposureChange, 'routeConfig' | 'names' | 'port' | 'tls' | 'location'>

/** One change for each virtual host and way, and one gap for each reason. */
function grouped(differences: readonly Difference<Exposure>[], frame: Frame) {
  const groups = new Map<string, Difference<Exposure>[]>()
  const gaps = new Map<string, ExposureGap>()
  for (const one of differences) {
    const { before, after } = one
    const { routeConfig } = frame
    const unknown = [before, after].find(({ kind }) => kind === 'unknown')
    if (unknown !== undefined && !isEmpty(one.region)) {
      gaps.set(unknown.words, { routeConfig, reason: 'composition', message: unknown.words })
      continue
    }
    const { certain, open } = settled(one.region, isOpaque)
    for (const name of askedDimensions(open).filter(isOpaque)) {
      const message = `a policy looks at ${opaqueWords(name)}`
      gaps.set(message, { routeConfig, reason: 'composition', message })
    }
    if (isEmpty(certain)) continue
    const opens = after.kind !== 'closed'
    const host = originOf(opens ? one.head : one.base)?.virtualHost.name ?? ''
    const key = `${opens} ${host}`
    groups.set(key, [...(groups.get(key) ?? []), { ...one, region: certain }])
  }
  const changes: ExposureChange[] = []
  for (const [first, ...rest] of groups.values()) {
    if (first === undefined) continue
    const all = [first, ...rest]
    changes.push({
      ...frame,
      opens: first.after.kind !== 'closed',
      region: union([first.region, ...rest.map(({ region }) => region)]),
      before: all.map(({ before }) => before),
      after: all.map(({ after }) => after),
      origins: {
        base: all.flatMap(({ base }) => originOf(base) ?? []),
        head: all.flatMap(({ head }) => originOf(head) ?? [])
      }
    })
  }
  return { changes, gaps: [...gaps.values()] }
}

function originOf(row: Row<Exposure> | null): RouteOrigin | null {
  // The rows of these tables come from routes alone.
  return row === null ? null : (row.origin as RouteOrigin)
}
