import { canonical } from '../fingerprint.ts'
import type { Json, Manifest } from '../manifest/manifest.ts'
import { qualify } from '../mesh/host.ts'
import { list, mapOrEmpty, text, textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { selects } from '../mesh/selector.ts'
import type { Service } from '../mesh/service.ts'
import { compareText } from './risk.ts'
import type { SecurityContext } from './security-context.ts'

/** Services of which clients' TLS, or what their pods take, can differ. */
export function touchedServices({ base, head, changes }: SecurityContext): Service[] {
  const hosts = new Set<string>()
  const whole = new Set<string>()
  let everything = false
  for (const { base: before, head: after, equal } of changes) {
    if (equal || isPodAlike(before, after)) continue
    for (const [manifest, { mesh }] of [
      [before, base],
      [after, head]
    ] as const) {
      if (manifest === null) continue
      const { kind, namespace, name } = manifest.ref
      if (kind === 'DestinationRule') {
        const host = text(manifest.spec.host) ?? ''
        hosts.add(qualify(host, namespace, mesh.config.clusterDomain).toLowerCase())
      } else if (kind === 'PeerAuthentication') {
        if (namespace === mesh.config.rootNamespace) everything = true
        whole.add(namespace)
      } else if (kind === 'Sidecar') whole.add(namespace)
      else if (kind === 'Namespace') whole.add(name)
      else if (kind === 'ConfigMap' || kind === 'IstioOperator') everything = true
      else {
        const template = mapOrEmpty(mapOrEmpty(manifest.spec.template).metadata)
        const labels = textMap(kind === 'Pod' ? manifest.labels : template.labels)
        for (const one of mesh.registry.inNamespace(namespace)) {
          const own = one.manifest?.ref
          const isIt = own?.kind === kind && own.name === name
          const selected = one.selector !== null && selects(one.selector, labels)
          if (isIt || (selected && Object.keys(one.selector ?? {}).length > 0)) {
            hosts.add(one.host.toLowerCase())
          }
        }
      }
    }
  }
  const wild = [...hosts].filter(host => host.startsWith('*')).map(host => host.slice(1))
  const otherwise = readOtherwise([base.mesh, head.mesh])
  return head.mesh.registry.all
    .filter(({ host, namespace }) => {
      const name = host.toLowerCase()
      return (
        everything ||
        whole.has(namespace) ||
        hosts.has(name) ||
        otherwise(name) ||
        wild.some(suffix => name.endsWith(suffix))
      )
    })
    .sort(
      (a, b) =>
        compareText(a.host, b.host) ||
        Number(a.registry === 'External') - Number(b.registry === 'External')
    )
}

/** Two versions choose otherwise among DestinationRules, and among Services of one host. */
function readOtherwise(meshes: readonly Mesh[]): (host: string) => boolean {
  const [one, other] = meshes.map(({ features }) => features.key)
  if (one === other) return () => false
  const [ruled, shared] = [ruledHosts(meshes), sharedHosts(meshes)]
  return host => ruled(host) || shared(host)
}

/** A workload of which neither labels nor what decides about its proxy differ: another image, say. */
function isPodAlike(before: Manifest | null, after: Manifest | null): boolean {
  if (before === null || after === null || before.ref.kind !== 'Deployment') return false
  const [one, other] = [before, after].map(({ spec }) => {
    const { metadata, spec: pod } = mapOrEmpty(spec.template)
    return canonical([metadata ?? null, mapOrEmpty(pod).hostNetwork ?? null, portsOf(pod)])
  })
  return one === other
}

function portsOf(pod: Json | undefined): readonly Json[] {
  const { containers } = mapOrEmpty(pod)
  return list(containers).map(one => [mapOrEmpty(one).name ?? null, mapOrEmpty(one).ports ?? null])
}

/** Hosts for which some DestinationRule of a side speaks of TLS. */
export function ruledHosts(meshes: readonly Mesh[]): (host: string) => boolean {
  const exact = new Set<string>()
  const wild = new Set<string>()
  for (const mesh of meshes) {
    for (const { ref, spec } of mesh.of('DestinationRule')) {
      const policies = [
        spec.trafficPolicy,
        ...list(spec.subsets).map(one => mapOrEmpty(one).trafficPolicy)
      ]
      const speaks = policies.map(mapOrEmpty).some(({ tls, portLevelSettings }) => {
        return tls !== undefined || list(portLevelSettings).length > 0
      })
      if (!speaks) continue
      const host = qualify(text(spec.host) ?? '', ref.namespace, mesh.config.clusterDomain)
      if (host.startsWith('*')) wild.add(host.slice(1).toLowerCase())
      else exact.add(host.toLowerCase())
    }
  }
  const suffixes = [...wild]
  return host => {
    const name = host.toLowerCase()
    return exact.has(name) || suffixes.some(suffix => name.endsWith(suffix))
  }
}

/** Hosts that Services of several namespaces have: which of them it is depends on the client's. */
export function sharedHosts(meshes: readonly Mesh[]): (host: string) => boolean {
  return host => {
    const all = meshes.flatMap(({ registry }) => registry.byHost(host.toLowerCase()))
    return new Set(all.map(({ namespace }) => namespace)).size > 1
  }
}
