import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

const since28 = { since: 28 }

const noWildcard = refusal(
  'missing-wildcard-host',
  '{field} is empty: DYNAMIC_DNS needs a host with a wildcard, such as *.example.com.',
  since28
)

const exactHost = refusal(
  'invalid-dynamic-host',
  '{field} is {value}, but DYNAMIC_DNS is for hosts with a wildcard. Use DNS for one host.',
  since28
)

const withAddresses = refusal(
  'conflicting-dynamic-addresses',
  '{field} is set beside DYNAMIC_DNS, which looks the host of each request up. Remove it.',
  since28
)

const withEndpoints = refusal(
  'conflicting-dynamic-endpoints',
  '{field} is set beside DYNAMIC_DNS, which looks the host of each request up. Remove it.',
  since28
)

const hostlessProtocol = refusal(
  'unsupported-dynamic-protocol',
  '{field} is {protocol}, but DYNAMIC_DNS needs the host of the request: HTTP, HTTP2, GRPC or TLS.',
  since28
)

const internalWithWaypoint = refusal(
  'unsupported-dynamic-location',
  '{field} is MESH_INTERNAL beside DYNAMIC_DNS, which a waypoint does not support. Use MESH_EXTERNAL, or take the label istio.io/use-waypoint away.',
  { since: 30 }
)

const unknownLocation = refusal(
  'unknown-location',
  '{field} is {value}, which is no location that Istio knows.',
  since28
)

export function checkDynamicDns(spec: Message<'ServiceEntry'>, field: Field): void {
  if (spec.hosts.length === 0) field.at('hosts').report(noWildcard)
  for (const [index, host] of spec.hosts.entries()) {
    if (!host.startsWith('*')) field.at('hosts', index).report(exactHost)
  }
  if (spec.addresses.length > 0) field.at('addresses').report(withAddresses)
  if (spec.endpoints.length > 0) field.at('endpoints').report(withEndpoints)
  for (const [index, { protocol }] of spec.ports.entries()) {
    if (!['http', 'tls', 'grpc', 'http2'].includes(protocol.toLowerCase())) {
      field.at('ports', index, 'protocol').report(hostlessProtocol, { protocol })
    }
  }
  if (spec.location === 'MESH_INTERNAL' && usesWaypoint(field)) {
    field.at('location').report(internalWithWaypoint)
  } else if (!['MESH_INTERNAL', 'MESH_EXTERNAL'].includes(spec.location)) {
    field.at('location').report(unknownLocation)
  }
}

function usesWaypoint({ recorder }: Field): boolean {
  const waypoint = recorder.manifest.labels['istio.io/use-waypoint'] ?? ''
  return waypoint !== '' && waypoint.toLowerCase() !== 'none'
}
