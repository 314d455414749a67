import type { Manifest } from '../../manifest/manifest.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import type { PolicyTarget } from '../../mesh/policy-attachment.ts'
import type { Service } from '../../mesh/service.ts'
import type { Compilation } from '../compilation.ts'
import type { AcceptedMode } from '../peer-authentication.ts'
import { type Authorization, type AuthorizationIndex, authorizationIndex } from './authorization.ts'
import { type InboundPorts, inboundPorts, type PortWorkload } from './inbound-ports.ts'
import {
  type JwtProvider,
  type RequestAuthenticationIndex,
  requestAuthenticationIndex
} from './request-authentication.ts'
import { type ServiceIndex, serviceIndex } from './service-index.ts'
import { acceptedTrustDomains } from './trust-domain.ts'

/** What decides at one proxy whether a connection or request passes: its policies, compiled. */
export interface Gatekeeper {
  /** AuthorizationPolicies that apply, of every action. */
  readonly policies: readonly Manifest[]
  readonly jwt: readonly JwtProvider[]
  /** Where bytes are read as HTTP. */
  readonly http: Authorization
  /** Where they are not. */
  readonly tcp: Authorization
}

/** The server side of a pod with a sidecar. */
export interface Inbound extends Gatekeeper {
  /** One object for pods to which the same policies apply. */
  readonly keeper: Gatekeeper
  readonly ports: InboundPorts
  /** What a port of the pod accepts. */
  mode(port: number): AcceptedMode
}

/** Everything of one mesh that says what servers let in; compiled when first asked for. */
export class Security {
  readonly mesh: Mesh
  /** Trust domains of peers that are let in; `null`: all. */
  readonly trusted: readonly string[] | null
  readonly #compilation: Compilation
  readonly #gatekeepers = new Map<string, Gatekeeper>()
  readonly #inbound = new WeakMap<PortWorkload, Inbound>()
  #services: ServiceIndex | undefined
  #authorization: AuthorizationIndex | undefined
  #authentication: RequestAuthenticationIndex | undefined

  constructor(compilation: Compilation) {
    this.#compilation = compilation
    this.mesh = compilation.mesh
    this.trusted = acceptedTrustDomains(this.mesh.config, this.mesh.features)
  }

  get authorization(): AuthorizationIndex {
    this.#authorization ??= authorizationIndex(this.mesh)
    return this.#authorization
  }

  get authentication(): RequestAuthenticationIndex {
    this.#authentication ??= requestAuthenticationIndex(this.mesh)
    return this.#authentication
  }

  /** Policies of a proxy; one object for pods to which the same policies apply. */
  gatekeeper(target: PolicyTarget): Gatekeeper {
    const policies = this.authorization.policies(target)
    const requests = this.authentication.policies(target)
    const key = [...policies, ...requests].map(nameOf).join(' ')
    let found = this.#gatekeepers.get(key)
    if (found === undefined) {
      found = gatekeeper(this.authorization, policies, this.authentication.compile(requests))
      this.#gatekeepers.set(key, found)
    }
    return found
  }

  inbound(workload: PortWorkload): Inbound {
    let found = this.#inbound.get(workload)
    if (found === undefined) {
      found = this.#compile(workload)
      this.#inbound.set(workload, found)
    }
    return found
  }

  #compile(workload: PortWorkload): Inbound {
    const { namespace, labels } = workload
    const keeper = this.gatekeeper(workload)
    const services = this.#servicesOf(workload)
    const peers = this.#compilation.peerAuthentication
    return {
      keeper,
      policies: keeper.policies,
      jwt: keeper.jwt,
      get http() {
        return keeper.http
      },
      get tcp() {
        return keeper.tcp
      },
      ports: inboundPorts(
        this.mesh,
        this.#compilation.sidecars,
        services,
        workload,
        peers.ports(namespace, labels)
      ),
      mode: port => peers.mode(namespace, labels, port)
    }
  }

  #servicesOf(workload: PortWorkload): readonly Service[] {
    this.#services ??= serviceIndex(this.mesh.registry.all)
    return this.#services.selecting(workload)
  }
}

function nameOf({ ref }: Manifest): string {
  return `${ref.kind}/${ref.namespace}/${ref.name}`
}

function gatekeeper(
  index: AuthorizationIndex,
  policies: readonly Manifest[],
  jwt: readonly JwtProvider[]
): Gatekeeper {
  let http: Authorization | undefined
  let tcp: Authorization | undefined
  return {
    policies,
    jwt,
    get http() {
      http ??= index.compile(policies, false)
      return http
    },
    get tcp() {
      tcp ??= index.compile(policies, true)
      return tcp
    }
  }
}

const known = new WeakMap<Compilation, Security>()

/** The security of a compilation, one for all who ask. */
export function securityOf(compilation: Compilation): Security {
  let found = known.get(compilation)
  if (found === undefined) {
    found = new Security(compilation)
    known.set(compilation, found)
  }
  return found
}
