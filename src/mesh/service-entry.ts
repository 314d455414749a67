import ipaddr from 'ipaddr.js'
import type { Manifest } from '../manifest/manifest.ts'
import { list, map, mapOrEmpty, number, text, textMap, texts } from './json.ts'
import { createdAt } from './order.ts'
import { parseProtocol } from './protocol.ts'
import type { Resolution, Service, ServicePort } from './service.ts'
import { visibility, writtenExportTo } from './visibility.ts'

export const serviceEntryReads = [
  ['ServiceEntry', 'spec.{hosts[],addresses[],exportTo[]}'],
  ['ServiceEntry', 'spec.ports[].{number,name,protocol}'],
  ['ServiceEntry', 'spec.workloadSelector.labels.*']
] as const

/** What decides how a ServiceEntry's endpoints are found and whether they are of the mesh. */
export const serviceEntryClusterReads = [['ServiceEntry', 'spec.{resolution,location}']] as const

const RESOLUTIONS: Readonly<Record<string, Resolution>> = {
  NONE: 'passthrough',
  STATIC: 'static',
  DNS: 'dns',
  DNS_ROUND_ROBIN: 'dns-round-robin',
  DYNAMIC_DNS: 'dynamic-dns'
}

/**
 * One service per host and address (one without an address where there is none).
 * Source: pilot serviceregistry/serviceentry/conversion.go convertServices.
 */
export function serviceEntries(manifest: Manifest, defaultExportTo: readonly string[]): Service[] {
  const { spec, ref } = manifest
  const selector = map(spec.workloadSelector)
  const common = {
    namespace: ref.namespace,
    registry: 'External',
    ports: list(spec.ports).flatMap((entry, index) => entryPort(mapOrEmpty(entry), index)),
    resolution: RESOLUTIONS[text(spec.resolution) ?? 'NONE'] ?? 'passthrough',
    exportTo: visibility(texts(spec.exportTo), ref.namespace, defaultExportTo),
    exportToWritten: writtenExportTo(texts(spec.exportTo)),
    labels: manifest.labels,
    selector: selector === undefined ? null : textMap(selector.labels),
    headless: false,
    externalName: null,
    meshExternal: text(spec.location) !== 'MESH_INTERNAL',
    created: createdAt(manifest),
    manifest,
    assumptions: []
  } as const
  const addresses = texts(spec.addresses)
  const usable = addresses.flatMap(address => singleAddress(address) ?? [])
  const result: Service[] = []
  for (const host of texts(spec.hosts)) {
    if (addresses.length === 0) result.push({ ...common, host, name: host, addresses: [] })
    for (const address of usable) {
      result.push({ ...common, host, name: host, addresses: [address] })
    }
  }
  return result
}

function entryPort(entry: ReturnType<typeof mapOrEmpty>, index: number): ServicePort[] {
  const port = number(entry.number)
  if (port === undefined) return []
  return [
    {
      number: port,
      name: text(entry.name) ?? '',
      protocol: parseProtocol(text(entry.protocol) ?? ''),
      targetPort: number(entry.targetPort) ?? null,
      path: ['spec', 'ports', index]
    }
  ]
}

/** An address, or a CIDR where it covers more than one; a host-sized CIDR is its address. */
function singleAddress(value: string): string | null {
  if (ipaddr.isValid(value)) return value
  if (!ipaddr.isValidCIDR(value)) return null
  const [address, bits] = ipaddr.parseCIDR(value)
  return bits === (address.kind() === 'ipv4' ? 32 : 128) ? address.toString() : value
}
