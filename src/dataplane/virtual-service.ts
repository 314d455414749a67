import type { Manifest } from '../manifest/manifest.ts'
import { qualify } from '../mesh/host.ts'
import { declared, declaredName } from '../mesh/ingress.ts'
import { texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { createdAt } from '../mesh/order.ts'
import { type Visibility, visibility } from '../mesh/visibility.ts'
import { mergeDelegates } from './delegate.ts'
import { gatewayName, type HttpRule, httpRules, type L4Rule, l4Rules } from './rules.ts'

export const virtualServiceReads = [
  ['VirtualService', 'spec.hosts[]'],
  ['VirtualService', 'spec.gateways[]'],
  ['VirtualService', 'spec.exportTo[]'],
  ['VirtualService', 'metadata.creationTimestamp']
] as const

/** A VirtualService with full names, its delegates merged. */
export interface VirtualService {
  readonly manifest: Manifest
  readonly name: string
  readonly namespace: string
  readonly created: number | null
  /** Full names, case as written. */
  readonly hosts: readonly string[]
  /** `mesh` or `namespace/name`; never empty. */
  readonly gateways: readonly string[]
  readonly exportTo: Visibility
  readonly http: readonly HttpRule[]
  readonly tcp: readonly L4Rule[]
  readonly tls: readonly L4Rule[]
  /** Whose meaning path prefixes have. */
  readonly semantics: 'istio' | 'gateway-api' | 'ingress'
}

/** Every VirtualService that stands for itself (one without hosts is a delegate), oldest first. */
export function virtualServices(mesh: Mesh): VirtualService[] {
  const manifests = declared(mesh, 'VirtualService')
  const result: VirtualService[] = []
  for (const manifest of manifests) {
    if (texts(manifest.spec.hosts).length === 0) continue
    result.push(virtualService(manifest, mesh))
  }
  return result
}

/** Source: pilot model/virtualservice.go ResolveVirtualServiceShortnames, virtualservice_controller.go. */
function virtualService(manifest: Manifest, mesh: Mesh): VirtualService {
  const { spec, ref } = manifest
  const domain = mesh.config.clusterDomain
  const gateways = texts(spec.gateways).map(name => gatewayName(name, ref.namespace))
  // Most are never compiled: a change reaches few.
  const rules: { http?: readonly HttpRule[]; tcp?: readonly L4Rule[]; tls?: readonly L4Rule[] } = {}
  return {
    manifest,
    name: declaredName(manifest),
    namespace: ref.namespace,
    created: createdAt(manifest),
    hosts: texts(spec.hosts).map(host => qualify(host, ref.namespace, domain)),
    gateways: gateways.length === 0 ? ['mesh'] : gateways,
    exportTo: visibility(
      texts(spec.exportTo),
      ref.namespace,
      mesh.config.defaultVirtualServiceExportTo
    ),
    get http() {
      rules.http ??= mergeDelegates(manifest, httpRules(manifest, domain), mesh)
      return rules.http
    },
    get tcp() {
      rules.tcp ??= l4Rules(manifest, 'tcp', domain)
      return rules.tcp
    },
    get tls() {
      rules.tls ??= l4Rules(manifest, 'tls', domain)
      return rules.tls
    },
    semantics:
      manifest.annotations['internal.istio.io/route-semantics'] === 'ingress' ? 'ingress' : 'istio'
  }
}
