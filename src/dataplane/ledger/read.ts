import { ingressReads } from '../../mesh/ingress.ts'
import { membershipReads } from '../../mesh/membership.ts'
import { meshConfigReads } from '../../mesh/mesh-config-reads.ts'
import { policyAttachmentReads } from '../../mesh/policy-attachment.ts'
import { serviceEntryClusterReads, serviceEntryReads } from '../../mesh/service-entry.ts'
import { serviceReads, serviceTargetReads } from '../../mesh/service-kubernetes.ts'
import { versionReads } from '../../mesh/version.ts'
import { replicaReads, workloadReads } from '../../mesh/workload.ts'
import { delegateReads } from '../delegate.ts'
import { destinationRuleReads } from '../destination-rule.ts'
import { endpointReads, endpointTlsReads } from '../endpoints.ts'
import { serverTlsReads } from '../gateway-listeners.ts'
import { gatewayReads } from '../gateway-servers.ts'
import { hashReads } from '../hash.ts'
import { headerReads } from '../headers.ts'
import { peerAuthenticationReads } from '../peer-authentication.ts'
import { redirectReads } from '../redirect.ts'
import { retryReads } from '../retry.ts'
import { routeActionReads } from '../route-action.ts'
import { routeMatchReads } from '../route-match.ts'
import { routeReads } from '../routes.ts'
import { scopeReads } from '../scope.ts'
import { authorizationReads } from '../security/authorization.ts'
import { inboundPortReads } from '../security/inbound-ports.ts'
import { requestAuthenticationReads } from '../security/request-authentication.ts'
import { authorizationRuleReads } from '../security/rule.ts'
import { settingReads } from '../settings.ts'
import { sidecarReads } from '../sidecar.ts'
import { tcpReads } from '../tcp-chains.ts'
import { telemetryReads } from '../telemetry/telemetry.ts'
import { upstreamPolicyReads } from '../upstream-policy.ts'
import { upstreamTlsReads } from '../upstream-tls.ts'
import { virtualServiceReads } from '../virtual-service.ts'
import type { Piece } from './compared.ts'
import type { Pattern } from './pattern.ts'

type Reads = readonly (readonly [kind: string, pattern: Pattern])[]

/** What each step states to read, the step's name for people, and the pieces of configuration it goes into. */
const steps: readonly (readonly [step: string, pieces: readonly Piece[], reads: Reads])[] = [
  ['versions', ['route-configs'], versionReads],
  ['ingresses', ['route-configs'], ingressReads],
  ['virtual services', ['route-configs'], virtualServiceReads],
  ['delegates', ['route-configs'], delegateReads],
  ['routes', ['route-configs'], routeReads],
  ['route matches', ['route-configs'], routeMatchReads],
  ['route actions', ['route-configs'], routeActionReads],
  ['redirects', ['route-configs'], redirectReads],
  ['header operations', ['route-configs'], headerReads],
  ['retries', ['route-configs'], retryReads],
  ['route settings', ['route-configs'], settingReads],
  ['gateway servers', ['route-configs'], gatewayReads],
  ['destination rules', ['route-configs'], destinationRuleReads],
  ['hash policies', ['route-configs'], hashReads],
  ['sidecar selection', ['route-configs'], sidecarReads],
  ['sidecar scope', ['route-configs'], scopeReads],
  ['services', ['route-configs'], serviceReads],
  ['service entries', ['route-configs'], serviceEntryReads],
  ['clusters of service entries', ['clusters'], serviceEntryClusterReads],
  ['ports of pods', ['endpoints'], serviceTargetReads],
  ['workloads', ['endpoints'], workloadReads],
  ['pods', ['route-configs'], replicaReads],
  ['membership', ['inbound'], membershipReads],
  ['endpoints', ['endpoints'], endpointReads],
  ['TLS of endpoints', ['clusters'], endpointTlsReads],
  ['TCP and TLS routes', ['filter-chains'], tcpReads],
  ['TLS of gateway servers', ['filter-chains'], serverTlsReads],
  ['upstream policies', ['clusters'], upstreamPolicyReads],
  ['upstream TLS', ['clusters'], upstreamTlsReads],
  [
    'mesh configuration',
    ['route-configs', 'filter-chains', 'clusters', 'inbound'],
    meshConfigReads
  ],
  ['policy attachment', ['inbound'], policyAttachmentReads],
  ['authorization', ['inbound'], authorizationReads],
  ['authorization rules', ['inbound'], authorizationRuleReads],
  ['request authentication', ['inbound'], requestAuthenticationReads],
  ['peer authentication', ['inbound'], peerAuthenticationReads],
  ['inbound ports', ['inbound'], inboundPortReads],
  ['telemetry', ['telemetry'], telemetryReads]
]

export const readFields: readonly {
  readonly kind: string
  readonly pattern: Pattern
  readonly by: string
  readonly pieces: readonly Piece[]
}[] = steps.flatMap(([by, pieces, reads]) =>
  reads.map(([kind, pattern]) => ({ kind, pattern, by, pieces }))
)
