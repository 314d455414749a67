import { isHttp } from '../mesh/protocol.ts'
import type { Registry } from '../mesh/registry.ts'
import type { Client } from './client.ts'

const known = new WeakMap<Registry, Map<number, boolean>>()

/** Is every service of the port HTTP, by what its port says? Asked for by each class of proxies, and found once. */
export function isPlainHttpPort(registry: Registry, port: number): boolean {
  const ports = known.get(registry) ?? new Map<number, boolean>()
  known.set(registry, ports)
  const before = ports.get(port)
  if (before !== undefined) return before
  const found = registry
    .onPort(port)
    .every(service =>
      service.ports.every(({ number, protocol }) => number !== port || isHttp(protocol))
    )
  ports.set(port, found)
  return found
}

/**
 * Does plaintext HTTP to any address meet the routes of the port, where the client has them? Without a Sidecar all
 * services of such a port share the listener of the wildcard address, and it has no other.
 */
export function meetsRoutesAnywhere(registry: Registry, { scope }: Client, port: number): boolean {
  return scope.sidecar === null && isPlainHttpPort(registry, port)
}
