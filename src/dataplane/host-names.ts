import { assumedAddress } from '../mesh/assumed-address.ts'
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
  const { registry, config } = mesh
  const domain = config.clusterDomain
  const claimed = once(() => claimedHosts(mesh))
  const byShortName = once(() => shortNames(mesh))
  const byAddress = once(() => addresses(registry.all))
  const isLiteral = (host: string) => registry.byHost(host).length > 0 || claimed().has(host)
  const names: HostNames = {
    *rivals(host) {
      if (isWildcard(host)) {
        const literal = new Set(registry.all.map(one => one.host.toLowerCase()))
        for (const one of claimed()) literal.add(one)
        for (const one of literal) {
          if (!isWildcard(one) && overlaps(host, one)) yield* names.rivals(one)
        }
        return
      }
      for (const form of [...shortForms(host, domain), `${host}.`]) {
        if (isLiteral(form)) yield form
      }
      if (canBeShort(host)) yield* byShortName().get(host) ?? []
      if (isAddress(host)) yield* byAddress().get(host) ?? []
      for (const service of registry.byHost(host)) {
        for (const address of addressesOf(service)) {
          yield* byAddress().get(address) ?? []
          if (isLiteral(address)) yield address
        }
        if (service.externalName !== null) yield service.externalName.toLowerCase()
      }
      for (const alias of registry.aliasesOf(host)) yield alias.host.toLowerCase()
      if (host.endsWith('.') && isLiteral(host.slice(0, -1))) yield host.slice(0, -1)
    }
  }
  return names
}

/** Hosts, lower case, of VirtualServices. */
function claimedHosts(mesh: Mesh): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { ref, spec } of declared(mesh, 'VirtualService')) {
    for (const host of texts(spec.hosts)) {
      found.add(qualify(host, ref.namespace, mesh.config.clusterDomain).toLowerCase())
    }
  }
  return found
}

function shortNames({ registry, config }: Mesh): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const host of new Set(registry.all.map(one => one.host.toLowerCase()))) {
    for (const form of shortForms(host, config.clusterDomain)) put(index, form, host)
  }
  return index
}

function addresses(services: readonly Service[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const service of services) {
    for (const address of addressesOf(service)) {
      add(index, address, service.host.toLowerCase())
    }
  }
  return index
}

/** `name`, `name.namespace`, `name.namespace.svc`. */
function canBeShort(host: string): boolean {
  const labels = host.split('.')
  return labels.length < 3 || (labels.length === 3 && labels[2] === 'svc')
}

/** Every spelling of an address, or of a block of them, begins with a digit or holds a colon. */
function isAddress(host: string): boolean {
  return /^\d|:/.test(host)
}

/** Without the one that is made up from the host alone: no other host has it. */
function addressesOf({ host, addresses, allocated }: Service): readonly string[] {
  const all = allocated === undefined ? addresses : [allocated]
  const [only] = all
  return all.length === 1 && only === assumedAddress(host) ? [] : all
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

function once<Value>(compute: () => Value): () => Value {
  let box: { readonly value: Value } | undefined
  return () => {
    box ??= { value: compute() }
    return box.value
  }
}
