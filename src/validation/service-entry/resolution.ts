import { isIp } from '../../go/address.ts'
import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { fqdnFault } from '../values/host.ts'
import { checkLabels } from '../values/labels.ts'
import { protocolOf } from '../values/port.ts'
import { checkEndpoint, checkEndpointPorts, invalidEndpoint } from '../workload/endpoint.ts'
import { checkDynamicDns } from './dynamic-dns.ts'

type ServiceEntry = Message<'ServiceEntry'>

const endpointsOfNone = refusal(
  'conflicting-resolution',
  '{field} is set beside resolution NONE, which sends requests to the address that the client dialled. Remove them, or use STATIC or DNS.'
)

const selectorOfNone = warning(
  'ineffective-workload-selector',
  '{field} is set beside resolution NONE, which sends requests to the address that the client dialled, so that it selects nothing. Use STATIC.'
)

const nameOfNone = refusal(
  'invalid-dns-host',
  '{field} has {host}, which cannot be looked up, and {resolution} without endpoints looks up the hosts. List endpoints, or name a full host without wildcard.'
)

const severalEndpoints = refusal(
  'invalid-endpoint-count',
  '{field} lists {count} endpoints, but DNS_ROUND_ROBIN follows one name.'
)

const severalHosts = warning(
  'conflicting-tcp-hosts',
  '{field} has several hosts with addresses and the port {port}, whose protocol does not tell them apart: all go to the first. Give each host a ServiceEntry of its own.'
)

const unknownResolution = refusal(
  'unknown-resolution',
  '{field} is {value}, which is no resolution that Istio knows.'
)

/** What each way of finding endpoints needs and allows. */
export function checkResolution(spec: ServiceEntry, field: Field): void {
  switch (spec.resolution) {
    case 'NONE':
      if (spec.endpoints.length > 0) field.at('endpoints').report(endpointsOfNone)
      if (spec.workloadSelector !== undefined) field.at('workloadSelector').report(selectorOfNone)
      return
    case 'STATIC':
      for (const [index, endpoint] of spec.endpoints.entries()) {
        checkEndpoint(endpoint, field.at('endpoints', index), portNames(spec))
      }
      return
    case 'DNS':
    case 'DNS_ROUND_ROBIN':
      checkDns(spec, field)
      return
    case 'DYNAMIC_DNS':
      checkDynamicDns(spec, field)
      return
    default:
      field.at('resolution').report(unknownResolution)
  }
}

function portNames({ ports }: ServiceEntry): ReadonlySet<string> {
  return new Set(ports.map(({ name }) => name))
}

function checkDns(spec: ServiceEntry, field: Field): void {
  const { endpoints, hosts, resolution } = spec
  if (endpoints.length === 0) {
    const index = hosts.findIndex(host => fqdnFault(host) !== null)
    if (index >= 0) {
      field.at('hosts', index).report(nameOfNone, { host: hosts[index] ?? '', resolution })
    }
  }
  if (resolution === 'DNS_ROUND_ROBIN' && endpoints.length > 1) {
    field.at('endpoints').report(severalEndpoints, { count: endpoints.length })
  }
  const names = portNames(spec)
  for (const [index, endpoint] of endpoints.entries()) {
    const place = field.at('endpoints', index)
    const { address } = endpoint
    if (!isIp(address) && fqdnFault(address) !== null) {
      place.at('address').report(invalidEndpoint, { address })
    }
    checkLabels(endpoint.labels, place.at('labels'))
    checkEndpointPorts(endpoint.ports, place.at('ports'), names)
  }
  if (spec.addresses.length === 0 || hosts.length < 2) return
  const port = spec.ports.find(({ protocol }) => protocolOf(protocol)?.isTcp === true)
  if (port !== undefined) field.at('hosts').report(severalHosts, { port: port.number })
}
