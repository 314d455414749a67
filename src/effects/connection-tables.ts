import type { Listener, Proxy as ProxyClass } from '../dataplane/config.ts'
import {
  type ConnectionAction,
  type ConnectionOrigin,
  isOpen,
  lowerConnections,
  type Opening
} from '../dataplane/lower/connections.ts'
import type { ProxyView } from '../dataplane/view.ts'
import type { Row, Table } from '../decision/table.ts'
import { canonical } from '../fingerprint.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Behaviour } from './behaviour.ts'
import { type ConnectionContext, connectionBehaviour } from './connection-behaviour.ts'
import type { BothPods } from './route-tables.ts'

export interface ConnectionSides {
  readonly proxy: ProxyClass
  readonly configs: { readonly base: ProxyView; readonly head: ProxyView }
  readonly pods: BothPods
  readonly meshes: { readonly base: Mesh; readonly head: Mesh }
}

/** What stands for a row in the comparison, given what it does. */
export type Refine = (
  row: Row<ConnectionAction>,
  behaviour: Behaviour,
  context: ConnectionContext
) => readonly Row<Behaviour>[]

/** One port on both sides, the listeners that differ alone; null where none does. */
export function connectionTables(
  port: number,
  { proxy, configs, pods }: ConnectionSides,
  refine: Refine = (row, action) => [{ ...row, action }]
): { readonly base: Table<Behaviour>; readonly head: Table<Behaviour> } | null {
  const sides = { base: configs.base.listenersOn(port), head: configs.head.listenersOn(port) }
  const keys = (['base', 'head'] as const).map(side => {
    const behave = behaviours(side, configs, pods)
    return new Map(sides[side].map(listener => [listener.name, listenerKey(listener, behave)]))
  })
  const [before = new Map(), after = new Map()] = keys
  const names = new Set([...before.keys(), ...after.keys()])
  const differing = new Set([...names].filter(name => before.get(name) !== after.get(name)))
  if (differing.size === 0 && (port !== otherPorts || sameRest(configs, pods))) return null
  const same = [...sides.base, ...sides.head].filter(({ name }) => !differing.has(name))
  const without = [...new Set(same.map(one => one.address))].filter(address => !isOpen(address))
  const made = (['base', 'head'] as const).map(side => {
    const lowered = lowerConnections({
      listeners: sides[side].filter(one => differing.has(one.name) || isOpen(one.address)),
      rest: restOf(configs[side]),
      without,
      openings: openingsOf(proxy)
    })
    const context = contextOf(side, configs, pods)
    return seen(lowered, context, refine)
  })
  const [base, head] = made
  return base === undefined || head === undefined ? null : { base, head }
}

type Behave = (action: ConnectionAction) => Behaviour

function behaviours(
  side: 'base' | 'head',
  configs: ConnectionSides['configs'],
  pods: BothPods
): Behave {
  const context = contextOf(side, configs, pods)
  return action => connectionBehaviour(action, context)
}

function contextOf(
  side: 'base' | 'head',
  configs: ConnectionSides['configs'],
  pods: BothPods
): ConnectionContext {
  return { config: configs[side], pods: pods[side], namespace: '' }
}

/** Stands for every port that no listener has. */
export const otherPorts = -1

/** A port that no listener has on either side. */
export function unusedPort({ base, head }: ConnectionSides['configs']): number {
  const used = (port: number) =>
    base.listenersOn(port).length > 0 || head.listenersOn(port).length > 0
  let port = 4444
  while (used(port)) port += 1
  return port
}

function sameRest(configs: ConnectionSides['configs'], pods: BothPods): boolean {
  const [before, after] = (['base', 'head'] as const).map(side => {
    const rest = restOf(configs[side])
    return rest === null ? '' : listenerKey(rest, behaviours(side, configs, pods))
  })
  return before === after
}

/** What a sidecar does with ports that no listener has; a gateway refuses them. */
function restOf(view: ProxyView): Listener | null {
  return view.proxy.type === 'sidecar' ? view.rest : null
}

function openingsOf({ type }: ProxyClass): readonly Opening[] {
  return type === 'sidecar' ? ['bytes', 'http', 'tls'] : ['bytes', 'http', 'tls', 'mtls']
}

function listenerKey(listener: Listener, behave: Behave): string {
  const { filterChains, defaultChain, refused } = listener
  if (refused !== undefined) return canonical(['refused', refused.reason])
  return canonical([
    filterChains.map(chain => [chain.match, behave({ kind: 'chain', chain }).id]),
    defaultChain === undefined ? null : behave({ kind: 'chain', chain: defaultChain }).id
  ])
}

function seen(
  table: Table<ConnectionAction>,
  context: ConnectionContext,
  refine: Refine
): Table<Behaviour> {
  const behave = (action: ConnectionAction) => connectionBehaviour(action, context)
  const rows = table.rows.flatMap(row => refine(row, behave(row.action), context))
  return { ...table, rows, otherwise: behave(table.otherwise) }
}

/** Rows of these tables come from lowerConnections alone, which sets it; null where no row matched. */
export function connectionOrigin(row: { readonly origin: unknown } | null): ConnectionOrigin {
  return row === null ? { listener: null, chain: null } : (row.origin as ConnectionOrigin)
}
