import { describeRef, type UnknownDraft } from '../finding.ts'
import type { Json, Manifest } from '../manifest/manifest.ts'
import { isSubset, qualify } from '../mesh/host.ts'
import { list, map, text } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { isHttp, parseProtocol } from '../mesh/protocol.ts'
import { selects } from '../mesh/selector.ts'
import type { Service } from '../mesh/service.ts'
import { WORKLOAD_KINDS, workload } from '../mesh/workload.ts'
import { type ManifestChange, sameJson } from './manifest-change.ts'
import { listWords } from './words.ts'

/**
 * Changed objects that also decide what becomes of connections that do not speak HTTP. Fields of theirs are read for
 * HTTP routes, so the ledger alone would take them for compared; listeners and clusters for TCP and TLS are not yet.
 */
export function layer4Unknowns(
  base: Mesh,
  head: Mesh,
  changes: readonly ManifestChange[]
): UnknownDraft[] {
  const unknown: UnknownDraft[] = []
  for (const change of changes) {
    if (change.equal || sameJson(change.base?.spec ?? null, change.head?.spec ?? null)) continue
    const manifest = change.head ?? change.base
    if (manifest === null) continue
    const isWorkload = WORKLOAD_KINDS.includes(manifest.ref.kind)
    if (isWorkload && sameJson(podOf(change.base), podOf(change.head))) continue
    const read = isWorkload ? selectingPorts : readers[manifest.ref.kind]
    if (read === undefined) continue
    const what = new Set([
      ...(change.base === null ? [] : read(change.base, base)),
      ...(change.head === null ? [] : read(change.head, head))
    ])
    if (what.size === 0) continue
    unknown.push({
      reason: 'field',
      message: `${describeRef(manifest.ref)} also decides about ${named(what)}, which is not compared yet: it could change routing and mutual TLS`,
      subject: manifest.ref,
      at: { manifest, path: ['spec'], part: 'key' }
    })
  }
  return unknown
}

/** What services see of pods. */
function podOf(manifest: Manifest | null): Json {
  const pod = manifest === null ? null : workload(manifest)
  if (pod === null) return null
  const { labels, ports, addresses, isEmpty } = pod
  return {
    labels,
    ports: ports.map(({ name, number }) => ({ name, number })),
    addresses,
    isEmpty
  }
}

function selectingPorts(manifest: Manifest, mesh: Mesh): string[] {
  const pod = workload(manifest)
  if (pod === null) return []
  return mesh.registry
    .inNamespace(pod.namespace)
    .filter(({ selector }) => selector !== null && selects(selector, pod.labels))
    .flatMap(portsOf)
}

/** What of an object is about other protocols than HTTP, in words. */
const readers: Readonly<Record<string, (manifest: Manifest, mesh: Mesh) => string[]>> = {
  Service: ownPorts,
  ServiceEntry: ownPorts,
  DestinationRule: ({ spec, ref }, mesh) => {
    const host = qualify(text(spec.host) ?? '', ref.namespace, mesh.config.clusterDomain)
    const services = host.startsWith('*')
      ? mesh.registry.all.filter(service => isSubset(service.host, host))
      : mesh.registry.byHost(host.toLowerCase())
    return services.flatMap(portsOf)
  },
  VirtualService: ({ spec }) =>
    ['tcp', 'tls'].filter(rules => list(spec[rules]).length > 0).map(rules => `${rules} rules`),
  Gateway: ({ spec }) => list(spec.servers).flatMap(serverWords),
  Sidecar: ({ spec }, mesh) => {
    const other = mesh.registry.all.some(service => portsOf(service).length > 0)
    const bound = list(spec.egress).some(one => boundBy(one))
    return [
      ...(other ? ['ports that do not speak HTTP'] : []),
      ...(bound ? ['the addresses that its listeners bind'] : [])
    ]
  }
}

/** A listener of its own address or port: whether traffic meets it at all is not compared. */
function boundBy(egress: Json): boolean {
  const { bind, captureMode, port } = map(egress) ?? {}
  return bind !== undefined || captureMode !== undefined || port !== undefined
}

function ownPorts(manifest: Manifest, mesh: Mesh): string[] {
  return mesh.registry.all.filter(service => service.manifest === manifest).flatMap(portsOf)
}

/** A sniffed port is compared as HTTP; UDP never enters the mesh. */
function portsOf({ ports }: Service): string[] {
  return ports
    .filter(({ protocol }) => !isHttp(protocol) && protocol !== 'auto' && protocol !== 'UDP')
    .map(({ number, protocol }) => `port ${number} (${protocol})`)
}

function serverWords(server: Json): string[] {
  const fields = map(server)
  const protocol = parseProtocol(text(map(fields?.port)?.protocol) ?? '')
  const mode = text(map(fields?.tls)?.mode) ?? ''
  if (protocol === 'HTTPS' && !mode.includes('PASSTHROUGH')) return []
  return isHttp(protocol) ? [] : [`servers for ${text(map(fields?.port)?.protocol) ?? 'TCP'}`]
}

function named(what: ReadonlySet<string>): string {
  const all = [...what].sort()
  const shown = all.slice(0, 3)
  return all.length > shown.length
    ? `${shown.join(', ')} and ${all.length - shown.length} more`
    : listWords(shown)
}
