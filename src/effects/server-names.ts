import { chooseListener } from '../dataplane/answer-l4.ts'
import { chooseChain } from '../dataplane/chain-choice.ts'
import type { FilterChain, RouteConfig, VirtualHost } from '../dataplane/config.ts'
import type { Request } from '../dataplane/request.ts'
import type { ProxyView } from '../dataplane/view.ts'
import { isSubset } from '../mesh/host.ts'
import { UNSPECIFIED } from '../mesh/service.ts'

type Views = { readonly base: ProxyView; readonly head: ProxyView }

/** Filter chains by the server names that they ask for, lower case; `*`: any name. */
type Chains = ReadonlyMap<string, FilterChain>

/** Where the requests of a pattern go on each side; null: the connection is reset. */
interface Leading {
  readonly base: FilterChain | null
  readonly head: FilterChain | null
}

/** Server names of one port of a gateway that lead to other routes on the two sides. */
export interface MovedNames {
  readonly port: number
  /** All that filter chains of the port ask for, on either side. */
  readonly patterns: ReadonlySet<string>
  readonly moved: ReadonlyMap<string, Leading>
}

/**
 * Which server names other filter chains of a gateway take than before, as when a Gateway with a narrower host comes
 * or goes: their requests meet other routes although no route changed. Names whose bytes are forwarded on a side are
 * compared as connections. `isOne`: whether two names are of one route configuration.
 */
export function movedNames(
  views: Views,
  isOne: (base: string, head: string) => boolean
): readonly MovedNames[] {
  const found: MovedNames[] = []
  const all = [...views.base.listeners, ...views.head.listeners]
  for (const port of new Set(all.map(one => one.port))) {
    const [before, after] = [chainsOf(views.base, port), chainsOf(views.head, port)]
    if (before === null || after === null) continue
    const patterns = new Set([...before.keys(), ...after.keys()])
    const moved = new Map<string, Leading>()
    for (const pattern of patterns) {
      const [base, head] = [takes(before, pattern), takes(after, pattern)]
      if (base?.tcp !== undefined || head?.tcp !== undefined) continue
      const [one, other] = [base?.routeConfig, head?.routeConfig]
      if (one === other || (one !== undefined && other !== undefined && isOne(one, other))) continue
      moved.set(pattern, { base, head })
    }
    if (moved.size > 0) found.push({ port, patterns, moved })
  }
  return found
}

/** Null where Envoy refuses the listener: connections are compared, and say so. */
function chainsOf(view: ProxyView, port: number): Chains | null {
  const chains = new Map<string, FilterChain>()
  const listener = chooseListener(view, port, UNSPECIFIED)
  if (listener?.refused !== undefined) return null
  for (const chain of listener?.filterChains ?? []) {
    if (chain.match.transport === 'raw_buffer' || chain.match.alpn !== undefined) continue
    // A chain that ends no TLS and asks for no name reads plaintext.
    if (chain.tls === undefined && chain.match.sni === undefined) continue
    for (const written of chain.match.sni ?? ['*']) {
      const name = written.toLowerCase()
      if (!chains.has(name)) chains.set(name, chain)
    }
  }
  return chains
}

/** Envoy's choice for the names of a pattern: itself, then suffixes from the longest, then any name. */
function takes(chains: Chains, pattern: string): FilterChain | null {
  const owner = ownerOf(pattern, chains)
  return owner === null ? null : (chains.get(owner) ?? null)
}

/** The pattern that takes all names of a domain; null: none. */
function ownerOf(domain: string, patterns: { has(name: string): boolean }): string | null {
  const name = domain.toLowerCase()
  if (patterns.has(name)) return name
  const first = name.startsWith('*.') ? name.indexOf('.', 2) : name.indexOf('.')
  for (let dot = first; dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const wild = `*${name.slice(dot)}`
    if (patterns.has(wild)) return wild
  }
  return patterns.has('*') ? '*' : null
}

/** The requests of one moved pattern on both sides, without those of narrower patterns. */
export function routesFor(
  views: Views,
  { patterns }: MovedNames,
  pattern: string,
  leading: Leading
): { readonly base: RouteConfig | undefined; readonly head: RouteConfig | undefined } {
  const narrower = pattern.startsWith('*')
    ? [...patterns].filter(one => one !== pattern && isSubset(one, pattern))
    : []
  const own = (side: 'base' | 'head'): RouteConfig | undefined => {
    const chain = leading[side]
    const config =
      chain?.routeConfig === undefined ? undefined : views[side].routeConfigs.get(chain.routeConfig)
    if (config === undefined || chain === null) return undefined
    const virtualHosts = [...reached(config, pattern, patterns)]
    const unserved = { routes: [], requireTls: false, origins: chain.origins }
    const taken = new Set(virtualHosts.flatMap(({ domains }) => domains))
    const name = (what: string) => `${what}:${config.port}`
    if (!taken.has(pattern)) {
      virtualHosts.push({ ...unserved, name: name('blackhole'), domains: [pattern] })
    }
    if (narrower.length > 0) {
      virtualHosts.push({ ...unserved, name: name(otherNames), domains: narrower })
    }
    return { ...config, virtualHosts }
  }
  return { base: own('base'), head: own('head') }
}

/** Requests that are not asked about here. */
const otherNames = 'other names'

/** The virtual hosts of a route configuration, with the domains that names of the pattern meet. */
function reached(
  config: RouteConfig,
  pattern: string,
  patterns: ReadonlySet<string>
): readonly VirtualHost[] {
  const taken = new Set<string>()
  return config.virtualHosts.flatMap(host => {
    const domains = host.domains.flatMap(domain => {
      const both = narrowerOf(domain.toLowerCase(), pattern)
      if (both === null || taken.has(both) || ownerOf(both, patterns) !== pattern) return []
      taken.add(both)
      return [both]
    })
    const [first] = domains
    if (first === undefined) return []
    const [own = '', port = ''] = apart(host.name)
    return [{ ...host, domains, name: domains.includes(own) ? host.name : `${first}:${port}` }]
  })
}

/** `host:port`, the name of a virtual host. */
function apart(name: string): readonly string[] {
  const colon = name.lastIndexOf(':')
  return [name.slice(0, colon), name.slice(colon + 1)]
}

function narrowerOf(domain: string, pattern: string): string | null {
  if (isSubset(domain, pattern)) return domain
  return isSubset(pattern, domain) ? pattern : null
}

/** Without the domains whose requests are those of a moved pattern. */
export function withoutMoved(
  config: RouteConfig | undefined,
  moved: readonly MovedNames[]
): RouteConfig | undefined {
  const here = moved.filter(({ port }) => port === config?.port)
  if (config === undefined || here.length === 0 || !config.name.startsWith('https')) return config
  const isMoved = (domain: string) =>
    here.some(one => one.moved.has(ownerOf(domain, one.patterns) ?? ''))
  const virtualHosts = config.virtualHosts.flatMap(host => {
    const domains = host.domains.filter(domain => !isMoved(domain))
    return domains.length === 0 ? [] : [{ ...host, domains }]
  })
  return { ...config, virtualHosts }
}

/**
 * The name that a client has to ask for in TLS so that its requests meet the routes of these names: the host itself,
 * else one whose filter chain leads there; null: none is known to.
 */
export function serverNameTo(
  views: Views,
  names: { readonly base: string; readonly head: string },
  port: number,
  host: string
): string | null {
  const leads = (sni: string): boolean =>
    (['base', 'head'] as const).every(side => {
      const isThere = views[side].routeConfigs.has(names[side])
      return !isThere || chosen(views[side], port, sni)?.routeConfig === names[side]
    })
  if (leads(host)) return host
  for (const { listeners } of [views.head, views.base]) {
    for (const { filterChains } of listeners.filter(one => one.port === port)) {
      for (const { match, routeConfig } of filterChains) {
        if (routeConfig !== names.head && routeConfig !== names.base) continue
        const found = (match.sni ?? ['*']).map(someName).find(leads)
        if (found !== undefined) return found
      }
    }
  }
  return null
}

/** The filter chain that takes a server name. */
export function chosen(view: ProxyView, port: number, sni: string): FilterChain | undefined {
  const listener = chooseListener(view, port, UNSPECIFIED)
  if (listener === undefined) return undefined
  return chooseChain(listener, { address: UNSPECIFIED, sni, transport: 'tls', alpn: [] })
}

/** The routes that a request's server name leads to: which of two Gateways has them depends on the side. */
export function routesNamed(view: ProxyView, { sni, port }: Request): string | undefined {
  if (view.proxy.type !== 'gateway' || sni === undefined) return undefined
  return chosen(view, port, sni)?.routeConfig
}

/** A name that a pattern stands for, and that hardly anybody has written. */
function someName(pattern: string): string {
  return pattern === '*' ? 'another.example' : pattern.replace(/^\*/, 'another')
}
