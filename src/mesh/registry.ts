import type { Features } from './features.ts'
import { isWildcard } from './host.ts'
import { byAge } from './order.ts'
import type { Service } from './service.ts'

/** All services of a mesh, by age, with the look-ups that a compile needs. */
export interface Registry {
  readonly all: readonly Service[]
  /** Services of exactly this host (lower case), of all namespaces, by age. */
  byHost(host: string): readonly Service[]
  /** Services with a port of this number, by age. */
  onPort(port: number): readonly Service[]
  /** Services of one namespace, by age. */
  inNamespace(namespace: string): readonly Service[]
  /** All port numbers, ascending. */
  readonly ports: readonly number[]
  /** Services whose host is a wildcard. */
  readonly wildcards: readonly Service[]
  /** Services of type ExternalName that stand for `host`, through chains, by namespace and host. */
  aliasesOf(host: string): readonly Service[]
}

export function registry(services: readonly Service[], features: Features): Registry {
  const all = [...services].sort(byAge(features))
  const hosts = new Map<string, Service[]>()
  const ports = new Map<number, Service[]>()
  const namespaces = new Map<string, Service[]>()
  const wildcards: Service[] = []
  for (const service of all) {
    add(hosts, service.host.toLowerCase(), service)
    add(namespaces, service.namespace, service)
    for (const number of new Set(service.ports.map(port => port.number)))
      add(ports, number, service)
    if (isWildcard(service.host)) wildcards.push(service)
  }
  const aliases = resolveAliases(all)
  return {
    all,
    byHost: host => hosts.get(host) ?? NONE,
    inNamespace: namespace => namespaces.get(namespace) ?? NONE,
    onPort: port => ports.get(port) ?? NONE,
    ports: [...ports.keys()].sort((a, b) => a - b),
    wildcards,
    aliasesOf: host => aliases.get(host) ?? NONE
  }
}

const NONE: readonly Service[] = []

function add<Key>(index: Map<Key, Service[]>, key: Key, service: Service): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [service])
  else known.push(service)
}

/** Chains of ExternalNames lead to the concrete host; a cycle leads nowhere. Source: push_context.go resolveServiceAliases. */
function resolveAliases(all: readonly Service[]): Map<string, Service[]> {
  const names = new Map<string, string>()
  for (const service of all) {
    if (service.externalName !== null) names.set(service.host, service.externalName)
  }
  const result = new Map<string, Service[]>()
  for (const service of all) {
    if (service.externalName === null) continue
    const seen = new Set([service.host])
    let target: string | undefined = service.externalName
    while (target !== undefined && names.has(target)) {
      if (seen.has(target)) target = undefined
      else {
        seen.add(target)
        target = names.get(target)
      }
    }
    if (target !== undefined) add(result, target, service)
  }
  for (const group of result.values()) {
    group.sort((a, b) =>
      a.namespace !== b.namespace
        ? a.namespace < b.namespace
          ? -1
          : 1
        : a.host < b.host
          ? -1
          : a.host > b.host
            ? 1
            : 0
    )
  }
  return result
}
