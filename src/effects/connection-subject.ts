import type { ProxyView } from '../dataplane/view.ts'
import type { Point } from '../decision/table.ts'
import { list, map, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Service } from '../mesh/service.ts'
import type { ConnectionGroup } from './connection-groups.ts'
import { otherPorts } from './connection-tables.ts'
import type { EffectSubject } from './effect.ts'
import { passedOnTo } from './passed-on.ts'
import { serviceOf } from './words.ts'

/** What a person would name for the place to which connections go, and the service that has its address. */
export interface ConnectionPlace {
  readonly subject: EffectSubject
  /** The host that clients dial; empty where only an address is known. */
  readonly host: string
}

type Views = { readonly base: ProxyView; readonly head: ProxyView }

export function connectionPlace(
  group: ConnectionGroup,
  point: Point,
  views: Views,
  meshes: readonly Mesh[]
): ConnectionPlace {
  const { port } = group
  if (views.head.proxy.type === 'gateway') return gatewayPlace(group, meshes)
  const service = serviceAt(typeof point.to === 'string' ? point.to : '', port, views)
  const host = service ?? namesOf(group)[0] ?? targetOf(group)
  if (host === undefined) {
    const any = { kind: 'host', name: 'hosts outside the mesh' } as const
    return { subject: port === otherPorts ? any : { ...any, port }, host: '' }
  }
  const known = serviceOf(host)
  const subject: EffectSubject =
    known === null ? { kind: 'host', name: host, port } : { kind: 'service', ...known, port }
  return { subject, host }
}

/** The host of the service that has an address, on either side. */
function serviceAt(address: string, port: number, views: Views): string | undefined {
  const owns = ({ addresses, podAddress, allocated, ports }: Service) =>
    (addresses.includes(address) || podAddress === address || allocated === address) &&
    ports.some(one => one.number === port)
  for (const { client } of [views.head, views.base]) {
    for (const listener of client.scope.listeners) {
      const found = listener.services.find(owns)
      if (found !== undefined) return found.host
    }
  }
  return undefined
}

function namesOf({ origins }: ConnectionGroup): readonly string[] {
  for (const { chain } of [...origins.head, ...origins.base]) {
    const names = chain?.match.sni
    if (names !== undefined) return names
  }
  return []
}

/** The first cluster that either side forwards to. */
function targetOf({ origins }: ConnectionGroup): string | undefined {
  for (const { chain } of [...origins.head, ...origins.base]) {
    const host = chain?.tcp?.[0]?.host
    if (host !== undefined && host !== '') return host
  }
  return undefined
}

/** At a gateway: the server names that the chains ask for, else the hosts of their servers. */
function gatewayPlace(group: ConnectionGroup, meshes: readonly Mesh[]): ConnectionPlace {
  const gateways = new Set<string>()
  const hosts = new Set<string>()
  for (const { chain } of [...group.origins.head, ...group.origins.base]) {
    for (const { manifest, path } of chain?.origins ?? []) {
      if (manifest.ref.kind !== 'Gateway') continue
      gateways.add(`${manifest.ref.namespace}/${manifest.ref.name}`)
      for (const mesh of meshes) {
        const server = map(list(mesh.get(manifest.ref)?.spec.servers)[Number(path[2])])
        for (const host of texts(server?.hosts)) hosts.add(host.slice(host.indexOf('/') + 1))
      }
    }
  }
  const names = namesOf(group)
  const passed = [...new Set(names.flatMap(name => passedOnTo(name) ?? []))]
  const all = passed.length > 0 ? passed : names.length > 0 ? [...names] : [...hosts].sort()
  const shown = all.slice(0, 3)
  const more = all.length > shown.length ? ` and ${all.length - shown.length} more` : ''
  const name = all.length === 0 ? 'connections' : `${shown.join(', ')}${more}`
  return {
    subject: {
      kind: 'host',
      name,
      port: group.port,
      ...(gateways.size > 0 && { gateway: [...gateways].sort().join(', ') })
    },
    host: names[0] ?? all[0] ?? ''
  }
}
