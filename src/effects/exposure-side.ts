import type { Cluster, FilterChain, Proxy as ProxyClass, RouteConfig } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import type { AccessAction } from '../dataplane/lower/access.ts'
import { lowerAccess } from '../dataplane/lower/access.ts'
import { accessDimension } from '../dataplane/lower/access-dimensions.ts'
import type { AccessQuestion } from '../dataplane/lower/access-question.ts'
import { isOpaque } from '../dataplane/lower/opaque-dimension.ts'
import { type Backend, backendsOf } from '../dataplane/security/backends.ts'
import { type Gatekeeper, securityOf } from '../dataplane/security/inbound.ts'
import type { InboundPort } from '../dataplane/security/inbound-ports.ts'
import type { TokenLocation } from '../dataplane/security/request-authentication.ts'
import { locationText, readFrom } from '../dataplane/security/token-location.ts'
import type { ProxyView } from '../dataplane/view.ts'
import type { Dimension } from '../decision/table.ts'
import { canonical, fingerprint } from '../fingerprint.ts'
import { trustedProxies } from '../mesh/mesh-config.ts'
import { UNSPECIFIED } from '../mesh/service.ts'
import { policiesKey, tokensKey } from './access-apart.ts'
import { actionWords } from './access-words.ts'
import { behindGateway, joined, type PassageRow, specialised } from './exposure-layers.ts'

/** One side of one gateway, for requests that come from outside. */
export class ExposureSide {
  readonly plane: Dataplane
  readonly proxy: ProxyClass
  readonly view: ProxyView
  /** The identity of the gateway towards the pods behind it. */
  readonly principal: string
  /** Something outside of the cluster leads to it. */
  readonly open: boolean
  readonly keeper: Gatekeeper
  /** Dimensions of the tables that were asked, by name. */
  readonly #dimensions = new Map<string, Dimension>()
  readonly #servers = new Map<string, readonly ServerRows[]>()
  readonly #chains = new Map<string, FilterChain>()
  readonly #addresses = new Map<string, string>()

  constructor(plane: Dataplane, proxy: ProxyClass, principal: string, open: boolean) {
    this.plane = plane
    this.proxy = proxy
    this.principal = principal
    this.open = open
    this.view = plane.config(proxy)
    this.keeper = securityOf(plane.compilation).gatekeeper(proxy)
    for (const { filterChains, refused, address } of this.view.listeners) {
      if (refused !== undefined) continue
      for (const chain of filterChains) {
        if (chain.routeConfig === undefined) continue
        this.#chains.set(chain.routeConfig, chain)
        this.#addresses.set(chain.routeConfig, address)
      }
    }
  }

  chain(routeConfig: string): FilterChain | undefined {
    return this.#chains.get(routeConfig)
  }

  /** Where its listener is bound; `undefined`: at any address. */
  address(routeConfig: string): string | undefined {
    const address = this.#addresses.get(routeConfig)
    return address === UNSPECIFIED ? undefined : address
  }

  /**
   * The dimension of the address that the gateway writes down for the pods behind it. Where it trusts no proxy,
   * the client is who connects.
   */
  get clientAddress(): 'source ip' | 'remote ip' {
    return trustedProxies(this.plane.mesh.config) === 0 ? 'remote ip' : 'source ip'
  }

  /** What the gateway's own policies make of requests, in their order. */
  gate(routes: RouteConfig, location: TokenLocation | null): PassageRow[] {
    const tls = this.chain(routes.name)?.tls !== undefined
    const port: InboundPort = { port: routes.port, reading: 'http', origins: [] }
    const table = lowerAccess(this.#question(this.keeper, port, 'gateway', location))
    this.#learn(table.dimensions)
    this.#learn([
      accessDimension(this.clientAddress, this.#question(this.keeper, port, 'gateway', null))
    ])
    const fixed = { transport: tls ? 'tls' : 'plaintext', principal: null }
    const rows = specialised(table, fixed, action => this.#say(action, this.keeper))
    if (this.clientAddress === 'source ip') return rows
    return rows.map(({ when: { 'source ip': peer, ...rest }, passage }) => {
      return { when: peer === undefined ? rest : joined(rest, { 'remote ip': peer }), passage }
    })
  }

  /** What the pods behind a cluster make of what the gateway sends. */
  servers(cluster: Cluster, location: TokenLocation | null): readonly ServerRows[] {
    const kept = location !== null && this.#passesOn(location) ? location : null
    const key = `${cluster.name}\n${kept === null ? '' : locationText(kept)}`
    let found = this.#servers.get(key)
    if (found === undefined) {
      const backends = backendsOf(this.plane, this.view, cluster)
      found = distinct(backends.map(one => ({ backend: one, rows: this.#rows(one, kept) })))
      this.#servers.set(key, found)
    }
    return found
  }

  /** Equal keys: the pods behind these clusters treat requests alike. */
  serversKey(clusters: readonly string[], location: TokenLocation | null): string {
    return canonical(
      clusters.map(name => {
        const cluster = this.view.clusters.get(name)
        if (cluster === undefined) return null
        return [cluster.endpoints === 0, this.servers(cluster, location).map(({ rows }) => rows)]
      })
    )
  }

  #rows(backend: Backend, location: TokenLocation | null): PassageRow[] {
    const { guard, transport, pod, sni } = backend
    if (guard === 'unknown') {
      return [
        { when: {}, passage: { kind: 'unknown', words: 'ambient pods are not analysed yet' } }
      ]
    }
    if (guard === 'none') {
      const words = 'connection reset: no proxy ends mutual TLS there'
      const kind = transport === 'mtls' ? 'closed' : 'open'
      return [{ when: {}, passage: { kind, words: kind === 'open' ? 'no proxy' : words } }]
    }
    const inbound = securityOf(this.plane.compilation).inbound(pod)
    const port = inbound.ports.port(backend.port)
    const question = this.#question(inbound.keeper, port, 'sidecar', location)
    const table = lowerAccess({ ...question, mode: inbound.mode(backend.port).mode })
    this.#learn([...table.dimensions, accessDimension(this.clientAddress, question)])
    this.#learn([behindGateway(accessDimension('source ip', question))])
    const principal = transport === 'mtls' ? this.principal : null
    return specialised(table, { transport, principal, ...(sni === null ? {} : { sni }) }, action =>
      this.#say(action, inbound.keeper)
    )
  }

  /** A gateway takes tokens away that it has read, unless it is told to leave them. */
  #passesOn(location: TokenLocation): boolean {
    return this.keeper.jwt.every(
      ({ locations, forward }) =>
        forward || locations.every(one => readFrom(one, location) === 'not there')
    )
  }

  #question(
    keeper: Gatekeeper,
    port: InboundPort,
    place: AccessQuestion['place'],
    location: TokenLocation | null
  ): AccessQuestion {
    const { trusted } = securityOf(this.plane.compilation)
    const { mesh } = this.plane
    const apart = {
      tokens: fingerprint(tokensKey(keeper)),
      verdicts: fingerprint(policiesKey(keeper))
    }
    const common = { mode: 'PERMISSIVE', speaks: 'http', destinationIps: [] } as const
    return { ...common, mesh, keeper, port, trusted, location, place, apart }
  }

  #say(action: AccessAction, keeper: Gatekeeper): string {
    return actionWords(action, { allow: keeper.http.allow !== null })
  }

  /** A dimension of the tables that were asked, or of what the gateway writes. */
  dimension(name: string): Dimension | undefined {
    const found = this.#dimensions.get(name)
    if (found !== undefined || !isOpaque(name)) return found
    return accessDimension(name, { mesh: this.plane.mesh, trusted: null })
  }

  #learn(dimensions: readonly Dimension[]): void {
    for (const one of dimensions)
      if (!this.#dimensions.has(one.name)) this.#dimensions.set(one.name, one)
  }
}

export interface ServerRows {
  readonly backend: Backend
  readonly rows: readonly PassageRow[]
}

/** Pods that treat everything alike are asked once. */
function distinct(all: readonly ServerRows[]): readonly ServerRows[] {
  const seen = new Map<string, ServerRows>()
  for (const one of all) {
    const key = canonical(one.rows)
    if (!seen.has(key)) seen.set(key, one)
  }
  return [...seen.values()]
}
