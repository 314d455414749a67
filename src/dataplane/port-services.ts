import { isWildcard, overlaps } from '../mesh/host.ts'
import type { Service, ServicePort } from '../mesh/service.ts'
import type { EgressListener } from './egress-listener.ts'

/** A service seen through the port of the listener, or through all its ports. */
export interface PortService {
  readonly service: Service
  readonly ports: readonly ServicePort[]
}

/**
 * The services of an egress listener that have a port, by lower-case host: looked up one by one, or all
 * together, as the question needs.
 */
export class PortServices {
  readonly #listener: EgressListener
  readonly #port: number
  readonly #selected: ReadonlySet<string> | null
  readonly #found = new Map<string, PortService | undefined>()
  #all: Map<string, PortService> | undefined

  /** Port 0 takes all services with all their ports. `selected`: the hosts that are asked for; null: all. */
  constructor(listener: EgressListener, port: number, selected: ReadonlySet<string> | null) {
    this.#listener = listener
    this.#port = port
    this.#selected = selected
  }

  get(host: string): PortService | undefined {
    if (this.#all !== undefined) return this.#all.get(host)
    if (this.#found.has(host)) return this.#found.get(host)
    const services = this.#listener.servicesOf(host)
    let found: PortService | undefined
    // Several of one host are several addresses: the last one counts.
    for (const service of services) found = this.#view(service) ?? found
    this.#found.set(host, found)
    return found
  }

  /** The services that are asked for, by host. */
  selected(): [string, PortService][] {
    if (this.#selected === null) return [...this.#every()]
    const result: [string, PortService][] = []
    for (const host of this.#selected) {
      const found = this.get(host)
      if (found !== undefined) result.push([host, found])
    }
    return result
  }

  /** All services under a wildcard, asked for or not. */
  *under(wildcard: string): Iterable<[string, PortService]> {
    for (const entry of this.#every()) if (overlaps(entry[0], wildcard)) yield entry
  }

  /** Is, or overlaps, one of these hosts a service? Source: pilot core/httproute.go selectVirtualServices. */
  named(hosts: readonly string[]): boolean {
    return hosts.some(written => {
      const host = written.toLowerCase()
      if (this.get(host) !== undefined) return true
      const candidates = isWildcard(host) ? this.#every().keys() : this.#wildcards()
      for (const name of candidates) if (overlaps(host, name)) return true
      return false
    })
  }

  #wildcards(): Iterable<string> {
    return this.#listener.wildcardHosts.filter(host => this.get(host) !== undefined)
  }

  #every(): Map<string, PortService> {
    if (this.#all === undefined) {
      this.#all = new Map()
      for (const service of this.#listener.services) {
        const view = this.#view(service)
        if (view !== undefined) this.#all.set(service.host.toLowerCase(), view)
      }
    }
    return this.#all
  }

  #view(service: Service): PortService | undefined {
    const { ports } = service
    const first = this.#port === 0 ? ports[0] : ports.find(port => port.number === this.#port)
    if (first === undefined) return undefined
    return { service, ports: this.#port === 0 ? ports : [first] }
  }
}
