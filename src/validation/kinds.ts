import { checkAuthorizationPolicy } from './authorization-policy/authorization-policy.ts'
import type { Message, MessageName } from './decode/message.ts'
import { checkDestinationRule } from './destination-rule/destination-rule.ts'
import { checkEnvoyFilter } from './envoy-filter/envoy-filter.ts'
import type { Field } from './field.ts'
import { checkGateway } from './gateway/gateway.ts'
import { checkPeerAuthentication } from './peer-authentication.ts'
import { checkProxyConfig } from './proxy-config.ts'
import { checkRequestAuthentication } from './request-authentication/request-authentication.ts'
import { checkServiceEntry } from './service-entry/service-entry.ts'
import { checkSidecar } from './sidecar/sidecar.ts'
import { checkTelemetry } from './telemetry/telemetry.ts'
import { checkVirtualService } from './virtual-service/virtual-service.ts'
import { checkTrafficExtension } from './wasm/traffic-extension.ts'
import { checkWasmPlugin } from './wasm/wasm-plugin.ts'
import { checkWorkloadEntry } from './workload/workload-entry.ts'
import { checkWorkloadGroup } from './workload/workload-group.ts'

/** What istiod's webhook knows of a kind. */
export interface Kind<Name extends MessageName> {
  readonly group: string
  readonly message: Name
  /** The first minor (1.x) that has the kind. */
  readonly since?: number
  check(spec: Message<Name>, field: Field): void
}

/** Ties the check to the message that it is for. */
function kind<Name extends MessageName>(
  group: string,
  message: Name,
  check: Kind<Name>['check'],
  since = 0
): Kind<MessageName> {
  // Whoever calls `check` decodes `message` for it.
  return { group, message, since, check: check as Kind<MessageName>['check'] }
}

const networking = 'networking.istio.io'
const security = 'security.istio.io'
const extensions = 'extensions.istio.io'

/** The version of an object does not count: all have one message. */
export const KINDS: ReadonlyMap<string, Kind<MessageName>> = new Map([
  ['AuthorizationPolicy', kind(security, 'AuthorizationPolicy', checkAuthorizationPolicy)],
  ['DestinationRule', kind(networking, 'DestinationRule', checkDestinationRule)],
  ['EnvoyFilter', kind(networking, 'EnvoyFilter', checkEnvoyFilter)],
  ['Gateway', kind(networking, 'Gateway', checkGateway)],
  ['PeerAuthentication', kind(security, 'PeerAuthentication', checkPeerAuthentication)],
  ['ProxyConfig', kind(networking, 'ProxyConfig', checkProxyConfig)],
  ['RequestAuthentication', kind(security, 'RequestAuthentication', checkRequestAuthentication)],
  ['ServiceEntry', kind(networking, 'ServiceEntry', checkServiceEntry)],
  ['Sidecar', kind(networking, 'Sidecar', checkSidecar)],
  ['Telemetry', kind('telemetry.istio.io', 'Telemetry', checkTelemetry)],
  ['TrafficExtension', kind(extensions, 'TrafficExtension', checkTrafficExtension, 30)],
  ['VirtualService', kind(networking, 'VirtualService', checkVirtualService)],
  ['WasmPlugin', kind(extensions, 'WasmPlugin', checkWasmPlugin)],
  ['WorkloadEntry', kind(networking, 'WorkloadEntry', checkWorkloadEntry)],
  ['WorkloadGroup', kind(networking, 'WorkloadGroup', checkWorkloadGroup)]
])
