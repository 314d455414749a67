import { isWildcard, kubernetesService, overlaps, qualify } from '../mesh/host.ts'
import { declared } from '../mesh/ingress.ts'
import { texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Service } from '../mesh/service.ts'

/** Which hosts of a mesh answer to the same names. */
export interface HostNames {
  /** Hosts, lower case, that can claim a domain which this one claims. */
  rivals(host: string): Iterable<string>
}

const indexes = new WeakMap<Mesh, HostNames>()

/** One index a mesh. */
export function hostNames(mesh: Mesh): HostNames {
  let index = indexes.get(mesh)
  if (index === undefined) {
    index = build(mesh)
    indexes.set(mesh, index)
  }
  return index
}

function build(mesh: Mesh): HostNames {
  const domain = mesh.config.clusterDomain
  const byShortName = new Map<string, string[]>()
  const byAddress = new Map<string, string[]>()
  const literal = new Set<string>()
  for (const service of mesh.registry.all) {
    const host = service.host.toLowerCase()
    if (!literal.has(host))
      for (const form of shortForms(host, domain)) put(byShortName, form, host)
    literal.add(host)
    for (const address of addressesOf(service)) add(byAddress, address, host)
  }
  for (const { ref, spec } of declared(mesh, 'VirtualService')) {
    for (const host of texts(spec.hosts)) {
      literal.add(qualify(host, ref.namespace, domain).toLowerCase())
    }
  }
  const names: HostNames = {
    *rivals(host) {
      if (isWildcard(host)) {
        for (const one of literal) {
          if (!isWildcard(one) && overlaps(host, one)) yield* names.rivals(one)
        }
        return
      }
      const services = mesh.registry.byHost(host)
      for (const form of [...shortForms(host, domain), `${host}.`]) {
        if (literal.has(form)) yield form
      }
      yield* byShortName.get(host) ?? []
      yield* byAddress.get(host) ?? []
      for (const service of services) {
        yield* rivalsByAddress(service, byAddress, literal)
        if (service.externalName !== null) yield service.externalName.toLowerCase()
      }
      for (const alias of mesh.registry.aliasesOf(host)) yield alias.host.toLowerCase()
      if (host.endsWith('.') && literal.has(host.slice(0, -1))) yield host.slice(0, -1)
    }
  }
  return names
}

function* rivalsByAddress(
  service: Service,
  byAddress: ReadonlyMap<string, readonly string[]>,
  literal: ReadonlySet<string>
): Iterable<string> {
  for (const address of addressesOf(service)) {
    yield* byAddress.get(address) ?? []
    if (literal.has(address)) yield address
  }
}

function addressesOf({ addresses, allocated }: Service): readonly string[] {
  return allocated === undefined ? addresses : [allocated]
}

/** `name`, `name.namespace`, `name.namespace.svc` of a Kubernetes service. */
function shortForms(host: string, domain: string): string[] {
  const parts = kubernetesService(host, domain)
  if (parts === null) return []
  const { name, namespace } = parts
  return [name, `${name}.${namespace}`, `${name}.${namespace}.svc`]
}

/** An address that many services share is listed once for each host. */
function add(index: Map<string, string[]>, key: string, host: string): void {
  if (index.get(key)?.includes(host) !== true) put(index, key, host)
}

function put(index: Map<string, string[]>, key: string, host: string): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [host])
  else known.push(host)
}
