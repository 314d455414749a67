import type { CheckTable } from './check-table.ts'
import { createChecks } from './checks.ts'
import type { Channel, KindTable, SchemaNode, SchemaTable, VersionTable } from './table.ts'

/** Where tables come from: the store, or a test. Both lists ascend. */
export interface SchemaSource {
  /** Istio minors: `1.18` … `1.31`. */
  minors(): readonly string[]
  gatewayApiMinors(): readonly string[]
  load(minor: string): SchemaTable
  gatewayApi(minor: string): SchemaTable
}

export interface SchemaChoice {
  /** An Istio minor of the source. */
  readonly istio: string
  /** A Gateway API minor of the source; default: the one that the Istio minor was made for. */
  readonly gatewayApi?: string
  /** Default `standard`. What only `experimental` has is taken from there in any case. */
  readonly channel?: Channel
}

/** The schemas that one mesh is judged by. */
export interface Schemas {
  readonly istio: string
  readonly gatewayApi: string
  /** The Gateway API minor was concluded from Istio's, not told. */
  readonly gatewayApiAssumed: boolean
  readonly channel: Channel
  readonly source: SchemaSource
  /**
   * Of the chosen channel; of the other one where only that has the kind, or serves the version.
   * A version that neither serves gives the chosen one's kind.
   */
  kind(group: string, kind: string, version?: string): KindSchemas | undefined
  /** The kinds of a group, in the order of the alphabet. */
  kindNames(group: string): string[]
  /** Whether the API group is one that the tables describe. */
  hasGroup(group: string): boolean
}

export interface KindSchemas {
  readonly table: SchemaTable
  readonly facts: KindTable
  readonly checks: CheckTable
  version(name: string): VersionTable | undefined
  serves(version: string): boolean
  /** The version that etcd holds: the one to fall back on. */
  readonly storage: VersionTable
}

/** Picks the tables of a mesh; those of Gateway API are read when the first of its kinds is asked for. */
export function createSchemas(source: SchemaSource, choice: SchemaChoice): Schemas {
  const channel = choice.channel ?? 'standard'
  const gatewayApi = choice.gatewayApi ?? gatewayApiOf(choice.istio, source.gatewayApiMinors())
  const istio = createKinds(source.load(choice.istio))
  let lazyGateway: Kinds | undefined
  const groups = new Set(source.load(choice.istio).kinds.map(kind => kind.group))
  const kindsOf = (group: string) => {
    if (!isGatewayApi(group)) return istio
    lazyGateway ??= createKinds(source.gatewayApi(gatewayApi))
    return lazyGateway
  }

  return {
    istio: choice.istio,
    gatewayApi,
    gatewayApiAssumed: choice.gatewayApi === undefined,
    channel,
    source,
    kind(group, kind, version) {
      const found = kindsOf(group).get(`${group}/${kind}`) ?? []
      const chosen = found.find(entry => (entry.facts.channel ?? channel) === channel)
      if (chosen !== undefined && (version === undefined || chosen.serves(version))) return chosen
      return (
        found.find(entry => version === undefined || entry.serves(version)) ?? chosen ?? found[0]
      )
    },
    kindNames(group) {
      const names = new Set<string>()
      for (const [entry] of kindsOf(group).values()) {
        if (entry?.facts.group === group) names.add(entry.facts.kind)
      }
      return [...names].sort()
    },
    hasGroup: group => isGatewayApi(group) || groups.has(group) || REMOVED_GROUPS.has(group)
  }
}

/** Groups that Istio gave up before 1.18; their objects do nothing. */
const REMOVED_GROUPS: ReadonlySet<string> = new Set([
  'authentication.istio.io',
  'config.istio.io',
  'rbac.istio.io'
])

export function isGatewayApi(group: string): boolean {
  return group === 'gateway.networking.k8s.io' || group === 'gateway.networking.x-k8s.io'
}

/** By `group/kind`; Gateway API has up to two entries, one a channel. */
type Kinds = ReadonlyMap<string, readonly KindSchemas[]>

function createKinds(table: SchemaTable): Kinds {
  const checks = createChecks(table.nodes)
  const kinds = new Map<string, KindSchemas[]>()
  for (const facts of table.kinds) {
    const key = `${facts.group}/${facts.kind}`
    const entries = kinds.get(key) ?? []
    entries.push(createKind(table, facts, checks))
    kinds.set(key, entries)
  }
  return kinds
}

function createKind(table: SchemaTable, facts: KindTable, checks: CheckTable): KindSchemas {
  const [first] = facts.versions
  if (first === undefined) {
    throw new Error(`${table.project} ${table.minor}: ${facts.kind} has no version`)
  }
  const version = (name: string) => facts.versions.find(entry => entry.name === name)
  return {
    table,
    facts,
    checks,
    version,
    serves: name => (version(name)?.served ?? version(name) !== undefined) === true,
    storage: facts.versions.find(entry => entry.storage) ?? first
  }
}

/** Follows a path through the schema; `undefined` where the path leaves what the schema names. */
export function nodeAt(
  nodes: readonly SchemaNode[],
  root: number,
  path: readonly (string | number)[]
): SchemaNode | undefined {
  let node = nodes[root]
  for (const step of path) {
    const next = childOf(node, step)
    if (next === undefined) return undefined
    node = nodes[next]
  }
  return node
}

function childOf(node: SchemaNode | undefined, step: string | number): number | undefined {
  if (node === undefined) return undefined
  if (typeof step === 'number') return node.items
  if (node.properties && Object.hasOwn(node.properties, step)) return node.properties[step]
  return typeof node.additionalProperties === 'number' ? node.additionalProperties : undefined
}

/**
 * The bundle that an Istio minor was made for: 1.30 and 1.31 by their go.mod, 1.23 by its installation
 * page, the others by what was newest at their release. A cluster may run another one, so that what
 * follows from it is assumed, and a caller that knows better says so.
 */
const GATEWAY_API_OF: Readonly<Record<string, string>> = {
  '1.18': '0.6',
  '1.19': '0.8',
  '1.20': '1.0',
  '1.21': '1.0',
  '1.22': '1.1',
  '1.23': '1.1',
  '1.24': '1.2',
  '1.25': '1.2',
  '1.26': '1.3',
  '1.27': '1.3',
  '1.28': '1.4',
  '1.29': '1.4',
  '1.30': '1.5',
  '1.31': '1.6'
}

function gatewayApiOf(istio: string, served: readonly string[]): string {
  const minor = GATEWAY_API_OF[istio] ?? served.at(-1)
  if (minor === undefined) throw new Error('the schema source holds no Gateway API bundle')
  return minor
}
