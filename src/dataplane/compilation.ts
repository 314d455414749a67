import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { text } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Labels } from '../mesh/selector.ts'
import type { Service } from '../mesh/service.ts'
import type { Proxy as ProxyClass, RouteConfig } from './config.ts'
import {
  type DestinationRule,
  type DestinationRuleIndex,
  destinationRuleIndex,
  ruleFor
} from './destination-rule.ts'
import { hashForDestination } from './hash.ts'
import { meshRoutes } from './mesh-routes.ts'
import { type PeerAuthentication, peerAuthentication } from './peer-authentication.ts'
import { RouteCache } from './route-cache.ts'
import { gatewayScope, type Scope, scope } from './scope.ts'
import { type SidecarIndex, sidecarIndex } from './sidecar.ts'
import { ownerIndex } from './sidecar-virtual-hosts.ts'
import type { VirtualService } from './virtual-service.ts'
import { type VirtualServiceIndex, virtualServiceIndex } from './virtual-service-index.ts'

/** Everything of one mesh that its proxies share, made when first asked for. */
export class Compilation {
  readonly mesh: Mesh
  readonly routes = new RouteCache()
  readonly #scopes = new Map<string, Scope>()
  readonly #gatewayScopes = new Map<string, Scope>()
  readonly #gatewayRoutes = new Map<string, RouteConfig | undefined>()
  #virtualServices: VirtualServiceIndex | undefined
  readonly #owners = new Map<
    readonly VirtualService[],
    (host: string) => VirtualService | undefined
  >()
  #meshRoutes: ReadonlyMap<string, readonly Manifest[]> | undefined
  #destinationRules: DestinationRuleIndex | undefined
  #sidecars: SidecarIndex | undefined
  #peerAuthentication: PeerAuthentication | undefined

  constructor(mesh: Mesh) {
    this.mesh = mesh
  }

  get virtualServices(): VirtualServiceIndex {
    this.#virtualServices ??= virtualServiceIndex(this.mesh)
    return this.#virtualServices
  }

  get destinationRules(): DestinationRuleIndex {
    this.#destinationRules ??= destinationRuleIndex(this.mesh)
    return this.#destinationRules
  }

  /** Gateway API routes for clients in the mesh, by host; not compiled yet. */
  get meshRoutes(): ReadonlyMap<string, readonly Manifest[]> {
    this.#meshRoutes ??= meshRoutes(this.mesh)
    return this.#meshRoutes
  }

  get peerAuthentication(): PeerAuthentication {
    this.#peerAuthentication ??= peerAuthentication(this.mesh)
    return this.#peerAuthentication
  }

  get sidecars(): SidecarIndex {
    this.#sidecars ??= sidecarIndex(this.mesh)
    return this.#sidecars
  }

  /** One scope per namespace and Sidecar resource; gateways and waypoints ignore Sidecars. */
  scope(namespace: string, sidecar: Manifest | null): Scope {
    const key = `${namespace} ${sidecar === null ? '' : `${sidecar.ref.namespace}/${sidecar.ref.name}`}`
    let found = this.#scopes.get(key)
    if (found === undefined) {
      found = scope(this.mesh, this.virtualServices, namespace, sidecar)
      this.#scopes.set(key, found)
    }
    return found
  }

  /** What the gateways of a namespace see: everything that is exported to it, and nothing more. */
  gatewayScope(namespace: string): Scope {
    let found = this.#gatewayScopes.get(namespace)
    if (found === undefined) {
      found = gatewayScope(this.mesh, this.virtualServices, namespace)
      this.#gatewayScopes.set(namespace, found)
    }
    return found
  }

  /** A route configuration of a gateway, made once: what a change reaches of it is chosen afterwards. */
  gatewayRoutes(
    { namespace, labels }: ProxyClass,
    name: string,
    make: () => RouteConfig | undefined
  ): RouteConfig | undefined {
    const key = JSON.stringify([namespace, labels, name])
    if (!this.#gatewayRoutes.has(key)) this.#gatewayRoutes.set(key, make())
    return this.#gatewayRoutes.get(key)
  }

  /** Which of these VirtualServices owns a host by specificity; one index for all who see the same ones. */
  owners(services: readonly VirtualService[]): (host: string) => VirtualService | undefined {
    let index = this.#owners.get(services)
    if (index === undefined) {
      index = ownerIndex(services)
      this.#owners.set(services, index)
    }
    return index
  }

  /** The merged DestinationRule that a proxy applies to a service. */
  destinationRule(
    namespace: string,
    labels: Labels,
    service: Service
  ): DestinationRule | undefined {
    return ruleFor(this.destinationRules.for(namespace, service), namespace, labels)
  }

  /** The consistentHash of a destination, for a proxy of this namespace and labels. */
  hash(own: Scope, labels: Labels, destination: JsonMap): JsonMap | undefined {
    const service = own.service(text(destination.host) ?? '')
    if (service === undefined) return undefined
    return hashForDestination(this.destinationRule(own.namespace, labels, service), destination)
  }
}
