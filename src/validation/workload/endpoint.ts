import { isIp } from '../../go/address.ts'
import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { checkUnixPath, UNIX } from '../values/address.ts'
import { fqdnFault } from '../values/host.ts'
import { checkLabels } from '../values/labels.ts'
import { checkPort, checkPortName } from '../values/port.ts'

const noAddress = refusal(
  'missing-address',
  '{field} is not set: a workload needs an address, or a network through whose gateway it is reached.'
)

const addressless = warning(
  'missing-network-address',
  '{field} is not set, so that the workload is reached through the gateway of network {network} alone.'
)

const portsOfSocket = refusal(
  'conflicting-socket-ports',
  '{field} is set, but a Unix domain socket has no ports.'
)

const notStatic = refusal(
  'invalid-static-endpoint',
  '{field} has {address}, which is no IP address, but resolution STATIC needs one. Use DNS for names.',
  { since: 20 }
)

export const invalidEndpoint = refusal(
  'invalid-endpoint-address',
  '{field} has {address}, which is neither an IP address nor a host name.'
)

const unknownPort = refusal(
  'unknown-endpoint-port',
  '{field} is for the port {name}, which the ServiceEntry does not define. Use the name of one of its ports.'
)

const severalPorts = refusal(
  'invalid-socket-port-count',
  '{field} is a Unix domain socket, which can stand for one port, but the ServiceEntry has {count}.'
)

type Endpoint = Message<'WorkloadEntry'>

/**
 * A WorkloadEntry, or an endpoint of a ServiceEntry with resolution STATIC, which has the names of its ports and no
 * host names (validateWorkloadEntry).
 */
export function checkEndpoint(
  endpoint: Endpoint,
  field: Field,
  servicePorts: ReadonlySet<string> | null
): void {
  const { address, network } = endpoint
  if (address === '') {
    if (network === '') {
      field.at('address').report(noAddress)
      return
    }
    field.at('address').report(addressless, { network })
  }
  const isSocket = address.startsWith(UNIX)
  if (isSocket) {
    checkUnixPath(address.slice(UNIX.length), field.at('address'))
    if (endpoint.ports.size > 0) field.at('ports').report(portsOfSocket)
  } else if (address !== '' && !isIp(address)) {
    if (servicePorts !== null) field.at('address').report(notStatic, { address })
    else if (fqdnFault(address) !== null) field.at('address').report(invalidEndpoint, { address })
  }
  checkEndpointPorts(endpoint.ports, field.at('ports'), servicePorts)
  checkLabels(endpoint.labels, field.at('labels'))
  if (isSocket && servicePorts !== null && servicePorts.size !== 1) {
    field.at('address').report(severalPorts, { count: servicePorts.size })
  }
}

export function checkEndpointPorts(
  ports: ReadonlyMap<string, number>,
  field: Field,
  servicePorts: ReadonlySet<string> | null
): void {
  for (const [name, port] of ports) {
    if (servicePorts !== null && !servicePorts.has(name)) {
      field.at(name).report(unknownPort, { name })
    }
    checkPortName(name, field.key(name))
    checkPort(port, field.at(name))
  }
}
