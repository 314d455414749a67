import type { Manifest } from '../manifest/manifest.ts'
import { qualify } from '../mesh/host.ts'
import { list, mapOrEmpty, text, textMap, texts } from '../mesh/json.ts'
import { type Labels, selects } from '../mesh/selector.ts'
import { WORKLOAD_KINDS, workload } from '../mesh/workload.ts'
import type { Compilation } from './compilation.ts'
import type { Proxy as ProxyClass } from './config.ts'
import { destinationHosts } from './destination-hosts.ts'

/** Filled by each changed object. */
export interface Touched {
  everything: boolean
  readonly hosts: Set<string>
  /** Hosts, with the side, of which the rivals' other hosts are reached: thousands of objects may claim one. */
  readonly named: Map<Compilation, Set<string>>
  /** Proxies of which everything may differ. */
  readonly whole: ((proxy: ProxyClass) => boolean)[]
}

/** What one object, as one side holds it, can touch. */
export function touchedBy(
  manifest: Manifest,
  side: Compilation,
  sides: readonly Compilation[],
  touched: Touched
): void {
  const { kind, group } = manifest.ref
  if (WORKLOAD_KINDS.includes(kind)) {
    touchedByWorkload(manifest, side, touched)
    return
  }
  switch (kind) {
    case 'VirtualService':
      touchedByVirtualService(manifest, side, touched)
      return
    case 'Service':
      if (group === '') touchedByService(manifest, side, touched)
      return
    case 'ServiceEntry':
      for (const host of texts(manifest.spec.hosts)) reachRegistry(host, side, touched)
      return
    case 'DestinationRule': {
      const { namespace } = manifest.ref
      const domain = side.mesh.config.clusterDomain
      reachService(qualify(text(manifest.spec.host) ?? '', namespace, domain), side, touched)
      return
    }
    case 'Gateway':
      if (group === 'networking.istio.io') touchedByGateway(manifest, touched)
      return
    case 'Sidecar': {
      const { namespace } = manifest.ref
      const everywhere = namespace === side.mesh.config.rootNamespace
      touched.whole.push(
        proxy => proxy.type === 'sidecar' && (everywhere || proxy.namespace === namespace)
      )
      return
    }
    case 'PeerAuthentication':
      touchedByPeerAuthentication(manifest, sides, side, touched)
      return
    case 'HTTPRoute':
    case 'GRPCRoute':
    case 'TCPRoute':
    case 'TLSRoute':
      for (const [host, routes] of side.meshRoutes) {
        if (routes.includes(manifest)) reachService(host, side, touched)
      }
      return
    case 'Ingress':
    case 'IngressClass':
      // Routes of gateways alone.
      touched.whole.push(proxy => proxy.type === 'gateway')
      return
    case 'Namespace':
      // Its labels decide whether istiod watches its objects.
      if (sides.some(one => list(one.mesh.config.raw.discoverySelectors).length > 0)) {
        touched.everything = true
      }
      return
    case 'ConfigMap':
    case 'IstioOperator':
      touched.everything = true
      return
  }
}

/** A host, and the hosts of VirtualServices that route to it. */
function reachService(written: string, side: Compilation, touched: Touched): void {
  const host = written.toLowerCase()
  if (host === '') return
  touched.hosts.add(host)
  for (const one of destinationHosts(side).routingTo(host)) touched.hosts.add(one)
}

/**
 * A service that comes, goes or changes its ports takes the other hosts of its VirtualServices along: they
 * stand on the ports where a VirtualService has a service.
 */
function reachRegistry(host: string, side: Compilation, touched: Touched): void {
  reachService(host, side, touched)
  reachName(host.toLowerCase(), side, touched)
}

/** Who owns a name by specificity also decides on which ports the other hosts of its rivals stand. */
function reachName(host: string, side: Compilation, touched: Touched): void {
  const named = touched.named.get(side) ?? new Set()
  if (named.has(host)) return
  touched.named.set(side, named.add(host))
  touched.hosts.add(host)
  for (const one of destinationHosts(side).besides(host)) touched.hosts.add(one)
}

function touchedByVirtualService(manifest: Manifest, side: Compilation, touched: Touched): void {
  const domain = side.mesh.config.clusterDomain
  const { namespace } = manifest.ref
  const hosts = texts(manifest.spec.hosts)
  // Without hosts it is a delegate: its roots route with its rules.
  const roots = hosts.length > 0 ? [] : destinationHosts(side).delegating(manifest.ref)
  const full = hosts.map(host => qualify(host, namespace, domain))
  for (const host of [...full, ...roots.flatMap(root => root.hosts)]) {
    reachName(host.toLowerCase(), side, touched)
  }
  // Destinations are imported into Sidecar scopes: their clusters may come and go.
  for (const host of destinationHosts(side).of(manifest)) {
    if (importMatters(host, side)) reachService(host, side, touched)
  }
}

/** Only where some scope is narrower than everything that is visible, or the service is not public. */
function importMatters(host: string, { mesh }: Compilation): boolean {
  if (mesh.of('Sidecar').length > 0) return true
  return mesh.registry.byHost(host.toLowerCase()).some(service => service.exportTo !== 'public')
}

function touchedByService(manifest: Manifest, side: Compilation, touched: Touched): void {
  const { name, namespace } = manifest.ref
  reachRegistry(`${name}.${namespace}.svc.${side.mesh.config.clusterDomain}`, side, touched)
  // The Service of a gateway translates the ports of its servers.
  const selector = textMap(manifest.spec.selector)
  touched.whole.push(
    proxy =>
      proxy.type === 'gateway' && proxy.namespace === namespace && selects(selector, proxy.labels)
  )
}

function touchedByGateway(manifest: Manifest, touched: Touched): void {
  const selector = textMap(manifest.spec.selector)
  touched.whole.push(proxy => proxy.type === 'gateway' && selects(selector, proxy.labels))
}

/** Pods are endpoints of the services that select them; gateway pods are what Gateways select. */
function touchedByWorkload(manifest: Manifest, side: Compilation, touched: Touched): void {
  const found = workload(manifest)
  if (found === null) return
  for (const service of side.mesh.registry.inNamespace(found.namespace)) {
    const { selector } = service
    if (selector !== null && selects(selector, found.labels)) {
      reachService(service.host, side, touched)
    }
  }
  const labels: Labels = found.labels
  const { namespace } = found
  touched.whole.push(
    proxy =>
      proxy.type === 'gateway' && proxy.namespace === namespace && selects(proxy.labels, labels)
  )
}

/** Clients notice of it whether they may use mutual TLS, and nothing else: not the modes that accept it. */
function touchedByPeerAuthentication(
  manifest: Manifest,
  sides: readonly Compilation[],
  side: Compilation,
  touched: Touched
): void {
  const { namespace } = manifest.ref
  const refuses = (where: string) => (one: Compilation) =>
    one.peerAuthentication.namespaceMode(where) === 'DISABLE'
  if (namespace === side.mesh.config.rootNamespace) {
    const namespaces = new Set(side.mesh.registry.all.map(service => service.namespace))
    for (const one of namespaces) {
      if (sides.every(refuses(one)) || !sides.some(refuses(one))) continue
      for (const service of side.mesh.registry.inNamespace(one)) {
        reachService(service.host, side, touched)
      }
    }
  }
  if (!sides.some(refuses(namespace)) && !says(manifest, 'DISABLE')) return
  const selector = textMap(mapOrEmpty(manifest.spec.selector).matchLabels)
  for (const service of side.mesh.registry.inNamespace(namespace)) {
    const own = service.selector ?? {}
    const meets = Object.keys(selector).every(
      key => own[key] === undefined || own[key] === selector[key]
    )
    if (meets) reachService(service.host, side, touched)
  }
}

/** Any mode of the policy, of all its ports or of one. */
function says({ spec }: Manifest, mode: string): boolean {
  const ports = Object.values(mapOrEmpty(spec.portLevelMtls))
  return [spec.mtls, ...ports].some(one => text(mapOrEmpty(one).mode) === mode)
}
