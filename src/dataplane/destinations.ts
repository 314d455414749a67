import type { Json } from '../manifest/manifest.ts'
import { filled, list, map, mapOrEmpty, number, text } from '../mesh/json.ts'
import type { HttpRule, L4Rule } from './rules.ts'
import type { VirtualService } from './virtual-service.ts'

/** Hosts, and on each the ports (0: none given). */
export type Destinations = ReadonlyMap<string, ReadonlySet<number>>

const everywhere = new WeakMap<VirtualService, Destinations>()

/**
 * What rules name for clients of a namespace (`null`: of any); an HTTP rule counts unless all its source
 * namespaces are others. Source: push_context.go virtualServiceDestinationsFilteredBySourceNamespace.
 */
export function destinations(service: VirtualService, namespace: string | null): Destinations {
  const counting =
    namespace === null ? service.http : service.http.filter(rule => !namesOther(rule, namespace))
  if (counting.length < service.http.length) {
    return named([...counting, ...service.tcp, ...service.tls])
  }
  let found = everywhere.get(service)
  if (found === undefined) {
    found = named([...service.http, ...service.tcp, ...service.tls])
    everywhere.set(service, found)
  }
  return found
}

function named(rules: readonly (HttpRule | L4Rule)[]): Destinations {
  const result = new Map<string, Set<number>>()
  const add = (value: Json | undefined): void => {
    const target = map(value)
    const host = text(target?.host)
    if (target === undefined || host === undefined || host === '') return
    const ports = result.get(host) ?? new Set<number>()
    ports.add(number(mapOrEmpty(target.port).number) ?? 0)
    result.set(host, ports)
  }
  for (const { fields } of rules) {
    for (const route of list(fields.route)) add(mapOrEmpty(route).destination)
    add(fields.mirror)
    for (const mirror of list(fields.mirrors)) add(mapOrEmpty(mirror).destination)
  }
  return result
}

function namesOther(rule: HttpRule, namespace: string): boolean {
  const names = (rule.matches ?? []).flatMap(match => filled(match.fields.sourceNamespace) ?? [])
  return names.length > 0 && !names.includes(namespace)
}
