import type { Place } from '../finding.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { declared } from '../mesh/ingress.ts'
import { filled, list, map, mapOrEmpty, number, text, textMap, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { isHttp, type Protocol, parseProtocol } from '../mesh/protocol.ts'
import { type Labels, selects } from '../mesh/selector.ts'

export const gatewayReads = [
  ['Gateway', 'spec.selector.*'],
  ['Gateway', 'spec.servers[].{hosts[],bind,port.{number,name,protocol}}'],
  ['Gateway', 'spec.servers[].tls.{httpsRedirect,mode}'],
  ['Gateway', 'metadata.creationTimestamp']
] as const

export interface Server {
  /** `namespace/name`. */
  readonly gateway: string
  readonly hosts: readonly string[]
  readonly bind: string
  readonly number: number
  readonly portName: string
  readonly protocol: Protocol
  readonly tls: JsonMap | null
  readonly at: Place
  /** Empty where the server routes no HTTP. */
  readonly routeConfig: string
  /** The port that listens. */
  readonly listenerPort: number
}

/** The servers of all Gateways that a gateway pod takes, merged. */
export interface MergedGateway {
  /** By route configuration, in order. */
  readonly byRouteConfig: ReadonlyMap<string, readonly Server[]>
  /** By listener, in order: one address and port, one kind of protocol. */
  readonly listeners: readonly GatewayListener[]
  /** Servers that lost against an older one, and why. */
  readonly skipped: readonly { readonly server: Server; readonly reason: string }[]
}

export interface GatewayListener {
  readonly port: number
  readonly bind: string
  readonly protocol: Protocol
  readonly routeConfig: string
  readonly servers: readonly Server[]
}

/** Gateways of all namespaces that select a pod, oldest first. Source: push_context.go mergeGateways. */
export function gatewaysFor(mesh: Mesh, namespace: string, labels: Labels): readonly Manifest[] {
  const own = mesh.features.has('scope-gateway-to-namespace')
  return declared(mesh, 'Gateway').filter(manifest => {
    if (own && manifest.ref.namespace !== namespace) return false
    return selects(textMap(manifest.spec.selector), labels)
  })
}

/**
 * Merges servers of one port: plain HTTP servers share a route configuration, every terminating HTTPS
 * server has its own, a TLS host that is taken on the port and address or an incompatible protocol drops
 * the younger server whole. Source: pilot model/gateway.go mergeGateways.
 */
export function mergeGateways(
  gateways: readonly Manifest[],
  targetPort: (port: number) => number
): MergedGateway {
  const byRouteConfig = new Map<string, Server[]>()
  const merged = new Map<string, GatewayListener & { servers: Server[] }>()
  const skipped: { server: Server; reason: string }[] = []
  const ports = new Set<number>()
  const plain = new Map<number, { protocol: Protocol; bind: string; key: string }>()
  const tlsHosts = new Map<number, Map<string, string>>()
  const tlsBinds = new Map<number, Set<string>>()
  const open = (server: Server, key: string): void => {
    merged.set(key, {
      port: server.listenerPort,
      bind: server.bind,
      protocol: server.protocol,
      routeConfig: isHttp(server.protocol) ? server.routeConfig : '',
      servers: [server]
    })
  }
  const route = (server: Server): void => {
    const known = byRouteConfig.get(server.routeConfig)
    if (known === undefined) byRouteConfig.set(server.routeConfig, [server])
    else known.push(server)
  }
  for (const server of gateways.flatMap(manifest => serversOf(manifest, targetPort))) {
    const { listenerPort: port, bind } = server
    const key = `${bind}|${port}|${server.protocol}`
    if (server.tls !== null && hostTaken(server, tlsHosts)) {
      skipped.push({ server, reason: 'a host of it is taken on this port' })
      continue
    }
    const current = plain.get(port)
    if (ports.has(port) && current !== undefined) {
      if (current.bind === bind && !canMerge(server.protocol, current.protocol)) {
        skipped.push({ server, reason: `the port speaks ${current.protocol}` })
        continue
      }
      if (server.routeConfig === '' && current.bind === bind) {
        skipped.push({ server, reason: 'the port is taken' })
        continue
      }
      const known = merged.get(current.bind === bind ? current.key : key)
      if (known === undefined) {
        openPlain(server, key)
      } else {
        known.servers.push(server)
        route(server)
      }
      continue
    }
    if (ports.has(port) && isTlsServer(server)) {
      if (isHttpServer(server)) {
        if (byRouteConfig.has(server.routeConfig)) {
          skipped.push({ server, reason: 'the port name of an HTTPS server is not unique' })
          continue
        }
        byRouteConfig.set(server.routeConfig, [server])
      }
      const binds = tlsBinds.get(port) ?? new Set()
      binds.add(bind)
      tlsBinds.set(port, binds)
      const known = merged.get(key)
      if (known === undefined) open(server, key)
      else known.servers.push(server)
      continue
    }
    ports.add(port)
    openPlain(server, key)
  }
  function openPlain(server: Server, key: string): void {
    if (!isTlsServer(server)) {
      plain.set(server.listenerPort, { protocol: server.protocol, bind: server.bind, key })
    }
    if (isHttpServer(server)) byRouteConfig.set(server.routeConfig, [server])
    open(server, key)
  }
  return { byRouteConfig, listeners: [...merged.values()], skipped }
}

function serversOf(manifest: Manifest, targetPort: (port: number) => number): Server[] {
  const { ref, spec } = manifest
  const servers: Server[] = []
  for (const [index, entry] of list(spec.servers).entries()) {
    const fields = mapOrEmpty(entry)
    const port = map(fields.port)
    if (port === undefined) continue
    const partial = {
      gateway: `${ref.namespace}/${ref.name}`,
      hosts: serverHosts(texts(fields.hosts), ref.namespace),
      bind: filled(fields.bind) ?? '',
      number: number(port.number) ?? 0,
      portName: text(port.name) ?? '',
      protocol: parseProtocol(text(port.protocol) ?? ''),
      tls: map(fields.tls) ?? null,
      at: { manifest, path: ['spec', 'servers', index] }
    }
    const listenerPort = targetPort(partial.number)
    const routeConfig = routeConfigName(partial, listenerPort, ref)
    servers.push({ ...partial, listenerPort, routeConfig })
  }
  return servers
}

/** `./h` is the own namespace, `*\/h` any; `*\/*` collapses the list. Source: gateway.go sanitizeServerHostNamespace. */
function serverHosts(hosts: readonly string[], namespace: string): string[] {
  const result: string[] = []
  for (const host of hosts) {
    const [owner, name] = host.split('/')
    if (name === undefined) result.push(host)
    else if (owner === '.') result.push(`${namespace}/${name}`)
    else if (owner !== '*') result.push(host)
    else if (name === '*') return ['*']
    else result.push(name)
  }
  return result
}

function routeConfigName(
  server: Omit<Server, 'routeConfig' | 'listenerPort'>,
  port: number,
  ref: { readonly name: string; readonly namespace: string }
): string {
  const bind = server.bind === '' ? '' : `.${server.bind}`
  if (isHttp(server.protocol)) return `http.${port}${bind}`
  if (server.protocol === 'HTTPS' && !isPassthrough(server)) {
    return `https.${server.number}.${server.portName}.${ref.name}.${ref.namespace}${bind}`
  }
  return ''
}

export function tlsMode(server: Pick<Server, 'tls'>): string {
  return text(server.tls?.mode) ?? 'PASSTHROUGH'
}

export function isPassthrough(server: Pick<Server, 'tls'>): boolean {
  if (server.tls === null) return false
  const mode = tlsMode(server)
  return mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH'
}

function isTlsServer(server: Server): boolean {
  return server.tls !== null && !isHttp(server.protocol)
}

/** Routes HTTP: plain, or HTTPS that it terminates. */
export function isHttpServer(server: Server): boolean {
  if (isHttp(server.protocol)) return true
  return server.protocol === 'HTTPS' && !isPassthrough(server)
}

export function redirectsToHttps(server: Server): boolean {
  return server.tls?.httpsRedirect === true
}

function canMerge(incoming: Protocol, current: Protocol): boolean {
  return isHttp(incoming) && isHttp(current)
}

/** Compares hosts with their namespace prefix. Source: gateway.go CheckDuplicates. */
function hostTaken(server: Server, taken: Map<number, Map<string, string>>): boolean {
  const known = taken.get(server.listenerPort) ?? new Map<string, string>()
  taken.set(server.listenerPort, known)
  if (server.hosts.some(host => known.get(host) === server.bind)) return true
  for (const host of server.hosts) known.set(host, server.bind)
  return false
}
