import type { Request } from '../../src/dataplane/request.ts'
import type { Effect } from '../../src/effects/effect.ts'
import {
  copyOf,
  nameOf,
  namespaceOf,
  ofKind,
  same,
  specOf,
  type Tree,
  textAt,
  textsAt,
  treeAt,
  treesAt
} from './tree.ts'

/** The witness of an effect as Istio is asked it. */
export interface Asked {
  readonly request: Request
  /** The proxy that sends it. */
  readonly proxy: { readonly type: 'sidecar' | 'gateway'; readonly pod: string } | null
  /** Pods that the world has not and both sides are given: the sender, and those that the effect assumes. */
  readonly pods: readonly Tree[]
}

/**
 * The request of a witness, sent by a pod of its class. `id` is that of the request, and names what is added. `sides`:
 * head, then base.
 */
export function askedBy(
  effect: Effect,
  sides: readonly [readonly Tree[], readonly Tree[]],
  id: string
): Asked | null {
  if (effect.witness === null) return null
  const [objects] = sides
  const { request } = effect.witness
  const sent = { ...request, id }
  const pods = assumedPods(effect, objects, id)
  const { from } = request
  if (typeof from === 'string' || 'waypoint' in from) return { request: sent, proxy: null, pods }
  if ('gateway' in from) {
    return { request: sent, proxy: { type: 'gateway', pod: from.gateway }, pods }
  }
  const [labels = {}] = copyOf([{ ...from.labels }])
  const dialledBy = resolved(sent, from.namespace, sides)
  // Not the pod that is dialled: a proxy has no listener for its own address.
  const known = ofKind(objects, 'Pod').find(
    one =>
      namespaceOf(one) === from.namespace &&
      same(treeAt(one, 'metadata').labels, labels) &&
      textAt(treeAt(one, 'status'), 'podIP') !== dialledBy.address
  )
  const name = known === undefined ? id : nameOf(known)
  return {
    request: { ...dialledBy, from: { ...from, pod: name } },
    proxy: { type: 'sidecar', pod: `${from.namespace}/${name}` },
    pods: known === undefined ? [...pods, pod(from.namespace, name, labels, id)] : pods
  }
}

/**
 * With the address that a cluster's DNS gives for the name of a Service: the mesh's may know another, of a ServiceEntry
 * of the same name.
 */
function resolved(
  request: Request,
  namespace: string,
  sides: readonly (readonly Tree[])[]
): Request {
  if (request.address !== undefined) return request
  const host = request.authority.replace(/:\d+$/, '').toLowerCase()
  const names = [`${host}.${namespace}.svc.cluster.local`, `${host}.svc.cluster.local`, host]
  for (const objects of sides) {
    for (const name of names) {
      const found = ofKind(objects, 'Service').find(
        one => name === `${nameOf(one)}.${namespaceOf(one)}.svc.cluster.local`
      )
      const [address] = found === undefined ? [] : serviceAddresses(found, objects)
      if (address !== undefined) return { ...request, address }
    }
  }
  return request
}

/**
 * An effect may rest on pods that git does not hold: it says so, and Istio is asked about a world that has them. A world
 * without them would contradict the assumption, not the effect.
 */
function assumedPods({ assumptions, proxy }: Effect, objects: readonly Tree[], id: string): Tree[] {
  if (proxy.type === 'none') return []
  const servers = new Set(ofKind(objects, 'Service').map(namespaceOf))
  return assumptions.flatMap(({ kind, params }, index) => {
    const { namespace = '', labels = '' } = params
    if (kind !== 'workload-exists' || labels === '' || !servers.has(namespace)) return []
    if (labels.includes(' or ')) return []
    const own = Object.fromEntries(labels.split(',').map(one => one.split('=')))
    const meshed = { ...own, 'security.istio.io/tlsMode': 'istio' }
    return [pod(namespace, `${id}-assumed${index}`, meshed, `${id}-${index}`)]
  })
}

function pod(namespace: string, name: string, labels: Tree, id: string): Tree {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels },
    spec: { containers: [{ name: 'app', image: 'app' }] },
    status: { podIP: addressFor(id) }
  }
}

/** An address that no generated pod has, by what is asked. */
function addressFor(id: string): string {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 64_000
  return `10.245.${Math.floor(sum / 250)}.${1 + (sum % 250)}`
}

/**
 * The same request to an address: what a client dials that still has the name where one side has no such name any
 * more, and for names outside any address.
 */
export function dialled(request: Request, sides: readonly (readonly Tree[])[]): Request {
  const [literal] = /^\d+\.\d+\.\d+\.\d+/.exec(request.authority) ?? []
  const host = request.authority.replace(/:\d+$/, '').toLowerCase()
  const found = sides.flatMap(objects => addressesOf(host, objects))
  return { ...request, address: literal ?? found[0] ?? '203.0.113.250' }
}

function addressesOf(host: string, objects: readonly Tree[]): string[] {
  const services = ofKind(objects, 'Service').filter(one => {
    const [name, namespace] = [nameOf(one), namespaceOf(one)]
    const full = `${name}.${namespace}.svc.cluster.local`
    return host === name || (full.startsWith(host) && host.startsWith(`${name}.${namespace}`))
  })
  const entries = ofKind(objects, 'ServiceEntry').filter(one =>
    textsAt(specOf(one), 'hosts').some(name => name.toLowerCase() === host)
  )
  return [
    ...services.flatMap(one => serviceAddresses(one, objects)),
    ...entries.flatMap(one => [
      ...textsAt(specOf(one), 'addresses').filter(address => !address.includes('/')),
      ...treesAt(specOf(one), 'endpoints').map(endpoint => textAt(endpoint, 'address'))
    ])
  ].filter(isAddress)
}

function serviceAddresses(service: Tree, objects: readonly Tree[]): string[] {
  const address = textAt(specOf(service), 'clusterIP')
  return (address === 'None' ? podAddresses(service, objects) : [address]).filter(isAddress)
}

function isAddress(text: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(text)
}

/** Of a headless Service the pods themselves are dialled. */
function podAddresses(service: Tree, objects: readonly Tree[]): string[] {
  const wanted = Object.entries(treeAt(specOf(service), 'selector'))
  return ofKind(objects, 'Pod')
    .filter(one => namespaceOf(one) === namespaceOf(service))
    .filter(one => {
      const labels = treeAt(one, 'metadata', 'labels')
      return wanted.every(([key, value]) => labels[key] === value)
    })
    .map(one => textAt(treeAt(one, 'status'), 'podIP'))
}
