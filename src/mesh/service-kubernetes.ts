import type { Manifest } from '../manifest/manifest.ts'
import { filled, list, mapOrEmpty, number, text, textMap, texts } from './json.ts'
import { createdAt } from './order.ts'
import { serviceProtocol } from './protocol.ts'
import type { Service, ServicePort } from './service.ts'
import { visibility, writtenExportTo } from './visibility.ts'

export const serviceReads = [
  ['Service', 'spec.ports[].{port,name,protocol,appProtocol}'],
  ['Service', 'spec.{type,clusterIP,clusterIPs[],externalName,selector.*}']
] as const

/** Where the pods of a Service listen. */
export const serviceTargetReads = [['Service', 'spec.ports[].targetPort']] as const

/** A core/v1 Service. Source: pilot serviceregistry/kube/conversion.go ConvertService. */
export function kubernetesService(
  manifest: Manifest,
  domain: string,
  defaultExportTo: readonly string[]
): Service {
  const { spec, ref } = manifest
  const clusterIp = text(spec.clusterIP)
  const externalName = text(spec.type) === 'ExternalName' ? filled(spec.externalName) : undefined
  const headless = clusterIp === 'None'
  const exportTo = (manifest.annotations['networking.istio.io/exportTo'] ?? '')
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
  const selector = textMap(spec.selector)
  return {
    host: `${ref.name}.${ref.namespace}.svc.${domain}`,
    namespace: ref.namespace,
    name: ref.name,
    registry: 'Kubernetes',
    ports: list(spec.ports).flatMap((entry, index) => {
      const port = kubernetesPort(mapOrEmpty(entry), index)
      return port === null ? [] : [port]
    }),
    resolution: externalName !== undefined ? 'alias' : headless ? 'passthrough' : 'static',
    addresses: headless ? [] : clusterAddresses(clusterIp, texts(spec.clusterIPs)),
    exportTo: visibility(exportTo, ref.namespace, defaultExportTo),
    exportToWritten: writtenExportTo(exportTo),
    labels: manifest.labels,
    selector: Object.keys(selector).length === 0 ? null : selector,
    headless,
    externalName: externalName ?? null,
    meshExternal: externalName !== undefined,
    created: createdAt(manifest),
    manifest,
    assumptions: []
  }
}

function kubernetesPort(entry: ReturnType<typeof mapOrEmpty>, index: number): ServicePort | null {
  const port = number(entry.port)
  if (port === undefined) return null
  const name = text(entry.name) ?? ''
  const target = entry.targetPort
  return {
    number: port,
    name,
    protocol: serviceProtocol(port, name, text(entry.protocol) ?? 'TCP', filled(entry.appProtocol)),
    targetPort: typeof target === 'number' || typeof target === 'string' ? target : null,
    path: ['spec', 'ports', index]
  }
}

function clusterAddresses(clusterIp: string | undefined, clusterIps: readonly string[]): string[] {
  if (clusterIp === undefined || clusterIp === '') return []
  return clusterIps.length > 1 ? [...clusterIps] : [clusterIp]
}
