import { overlaps, qualify } from '../mesh/host.ts'
import { declared } from '../mesh/ingress.ts'
import { isHttpOrSniffed } from '../mesh/protocol.ts'
import { UNSPECIFIED } from '../mesh/service.ts'
import { answer } from './answer.ts'
import { chainOf } from './answer-l4.ts'
import type { Dataplane } from './dataplane.ts'
import { gatewayClasses } from './proxies-gateway.ts'
import type { Caller, Request } from './request.ts'
import { chooseVirtualHost } from './virtual-host-choice.ts'
import { type VirtualService, virtualServices } from './virtual-service.ts'

/** Where a request for a host enters the mesh. */
export interface Entry {
  readonly from: Caller
  /** Service port at sidecars, listener port at gateways. */
  readonly port: number
  readonly transport: Request['transport']
  readonly sni?: string
}

/** What is known of a request before it is known where it starts. */
export interface Wanted {
  readonly authority: string
  readonly port?: number
  readonly scheme?: 'http' | 'https'
  readonly from?: Caller
}

/**
 * Where a request enters that says no more than its host: the sidecar of a pod of the namespace whose VirtualService
 * binds the host to the mesh, else the gateway that it names, else a pod of the Service's own namespace.
 */
export function entryOf(dataplane: Dataplane, wanted: Wanted): Entry {
  const { from, authority } = wanted
  const host = hostOf(authority)
  if (from !== undefined && from !== 'outside') {
    return 'gateway' in from
      ? atGateway(dataplane, from, wanted)
      : atSidecar(dataplane, from, wanted)
  }
  const bound = virtualServices(dataplane.mesh).filter(one => takes(one, host, dataplane))
  for (const one of bound) {
    const gateway = one.gateways.find(name => name !== 'mesh')
    if (from === undefined && one.gateways.includes('mesh')) {
      const inMesh = atSidecar(dataplane, { namespace: one.namespace }, wanted)
      if (gateway === undefined || isRouted(dataplane, inMesh, authority)) return inMesh
    }
    if (gateway !== undefined) return atGateway(dataplane, { gateway }, wanted)
  }
  if (from === 'outside') return { from, ...plain(portOf(authority) ?? wanted.port ?? 80) }
  const [service] = dataplane.mesh.registry.byHost(host)
  const namespace = service?.namespace ?? namespaceIn(host) ?? 'default'
  return atSidecar(dataplane, { namespace }, wanted)
}

/** Does some virtual host of the sidecar take the host? A name that no registry knows needs a service on port 80. */
function isRouted(dataplane: Dataplane, entry: Entry, authority: string): boolean {
  return answer(dataplane, { ...probe, ...entry, authority }).trace?.virtualHost !== undefined
}

/** Names are compared as clients write them too: `reviews` and `reviews.prod`. */
function takes({ hosts }: VirtualService, host: string, { mesh }: Dataplane): boolean {
  const domain = mesh.config.clusterDomain
  return hosts.some(written => {
    const full = written.toLowerCase()
    return overlaps(full, host) || (full.startsWith(`${host}.`) && full.endsWith(`.svc.${domain}`))
  })
}

function atSidecar(
  dataplane: Dataplane,
  from: Exclude<Caller, 'outside' | { gateway: string }>,
  { authority, port }: Wanted
): Entry {
  const given = port ?? portOf(authority)
  if (given !== undefined) return { from, ...plain(given) }
  const { mesh } = dataplane
  const host = hostOf(authority)
  const domain = mesh.config.clusterDomain
  const namespace = 'namespace' in from ? from.namespace : ''
  const names = [qualify(host, namespace, domain), `${host}.svc.${domain}`, `${host}.${domain}`]
  for (const name of names) {
    const ports = mesh.registry
      .byHost(name)
      .flatMap(service => service.ports)
      .filter(({ protocol }) => isHttpOrSniffed(protocol))
      .map(({ number }) => number)
    if (ports.length === 0) continue
    return { from, ...plain(ports.includes(80) ? 80 : Math.min(...ports)) }
  }
  return { from, ...plain(80) }
}

/** The listener whose virtual hosts take the host: in plaintext where that is no mere redirect, else over TLS. */
function atGateway(
  dataplane: Dataplane,
  from: { readonly gateway: string },
  wanted: Wanted
): Entry {
  const { authority } = wanted
  const sni = hostOf(authority)
  const view = viewOf(dataplane, from.gateway)
  const candidates: Entry[] = []
  const redirecting: Entry[] = []
  for (const listener of view?.listeners ?? []) {
    if (wanted.port !== undefined && listener.port !== wanted.port) continue
    for (const transport of ['plaintext', 'tls'] as const) {
      if ((wanted.scheme === 'https') !== (transport === 'tls') && wanted.scheme !== undefined)
        continue
      const asked = { ...probe, authority, transport, sni }
      const routes = chainOf(listener, asked, UNSPECIFIED)?.routeConfig
      const config = routes === undefined ? undefined : view?.routeConfigs.get(routes)
      const host = config && chooseVirtualHost(config, authority)
      if (host === undefined) continue
      const entry = {
        from,
        port: listener.port,
        transport,
        ...(transport === 'tls' && { sni })
      }
      if (host.requireTls && transport === 'plaintext') redirecting.push(entry)
      else candidates.push(entry)
    }
  }
  const [found] = [...candidates, ...redirecting]
  if (found !== undefined) return found
  const isTls = wanted.scheme === 'https'
  const port = wanted.port ?? (isTls ? 443 : 80)
  return isTls ? { from, port, transport: 'tls', sni } : { from, ...plain(port) }
}

const probe: Request = {
  from: 'outside',
  protocol: 'http',
  port: 0,
  authority: '',
  method: 'GET',
  path: '/',
  headers: {},
  transport: 'plaintext'
}

function viewOf(dataplane: Dataplane, key: string) {
  const slash = key.indexOf('/')
  const [namespace, name] = [key.slice(0, slash), key.slice(slash + 1)]
  const { mesh } = dataplane
  const workload = mesh.workloadsIn(namespace).find(one => one.name === name)
  const classes = gatewayClasses([mesh])
  const resource = declared(mesh, 'Gateway').find(
    ({ ref }) => ref.namespace === namespace && ref.name === name
  )
  const proxy =
    workload !== undefined
      ? classes.find(({ id }) => id === `gateway ${key}`)
      : resource && classes.find(({ labels }) => selectsAll(resource.spec.selector, labels))
  return proxy === undefined ? undefined : dataplane.config(proxy)
}

function selectsAll(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  if (typeof selector !== 'object' || selector === null) return true
  return Object.entries(selector).every(([key, value]) => labels[key] === value)
}

function plain(port: number): Pick<Entry, 'port' | 'transport'> {
  return { port, transport: 'plaintext' }
}

function hostOf(authority: string): string {
  return authority.replace(/:\d+$/, '').toLowerCase()
}

function portOf(authority: string): number | undefined {
  const port = /:(\d{1,5})$/.exec(authority)?.[1]
  return port === undefined ? undefined : Number(port)
}

function namespaceIn(host: string): string | undefined {
  return /^[^.]+\.([^.]+)\.svc\./.exec(host)?.[1]
}
