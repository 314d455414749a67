import { isIp } from '../../go/address.ts'
import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { fqdnFault } from '../values/host.ts'
import { checkPort } from '../values/port.ts'
import { checkClientTls } from './client-tls.ts'
import { checkConnectionPool } from './connection-pool.ts'
import { checkLoadBalancer } from './load-balancer.ts'
import { checkOutlierDetection } from './outlier-detection.ts'
import type { PolicyOptions } from './policy-options.ts'

type TrafficPolicy = Message<'TrafficPolicy'>
type PortPolicy = Message<'TrafficPolicy.PortTrafficPolicy'>

const emptyPolicy = refusal(
  'missing-traffic-policy',
  '{field} sets none of its fields, so that it does nothing. Remove it, or set one.'
)

const tunnelWithProxyProtocol = refusal(
  'conflicting-tunnel',
  '{field} sets both tunnel and proxyProtocol, of which only one may be set.',
  { since: 21 }
)

const noPort = refusal(
  'missing-policy-port',
  '{field} is not set: settings of a port need the number of the port.'
)

const invalidTunnelProtocol = refusal(
  'invalid-tunnel-protocol',
  '{field} is {value}, but must be CONNECT or POST.'
)

const invalidTunnelHost = refusal(
  'invalid-tunnel-host',
  '{field} is {host}, which is neither a host name nor an IP address.'
)

const unknownProxyProtocol = refusal(
  'invalid-proxy-protocol',
  '{field} is {value}, but must be V1 or V2.',
  { since: 21 }
)

export function checkTrafficPolicy(
  policy: TrafficPolicy | undefined,
  field: Field,
  options: PolicyOptions = {}
): void {
  if (policy === undefined) return
  if (isEmpty(policy)) {
    field.report(emptyPolicy)
    return
  }
  const { tunnel, proxyProtocol } = policy
  if (tunnel !== undefined && proxyProtocol !== undefined) {
    field.report(tunnelWithProxyProtocol)
    return
  }
  checkSettings(policy, field, options)
  for (const [index, port] of policy.portLevelSettings.entries()) {
    checkPortPolicy(port, field.at('portLevelSettings', index))
  }
  if (tunnel !== undefined) checkTunnel(tunnel, field.at('tunnel'))
  if (proxyProtocol !== undefined && !['V1', 'V2'].includes(proxyProtocol.version)) {
    field.at('proxyProtocol', 'version').report(unknownProxyProtocol)
  }
}

function isEmpty(policy: TrafficPolicy): boolean {
  return (
    hasNoSettings(policy) &&
    policy.portLevelSettings.length === 0 &&
    (policy.tunnel ?? policy.proxyProtocol ?? policy.retryBudget) === undefined
  )
}

/** What a policy and its ports have in common. */
type Settings = Pick<PortPolicy, 'outlierDetection' | 'connectionPool' | 'loadBalancer' | 'tls'>

function hasNoSettings({ outlierDetection, connectionPool, loadBalancer, tls }: Settings): boolean {
  return (outlierDetection ?? connectionPool ?? loadBalancer ?? tls) === undefined
}

function checkSettings(settings: Settings, field: Field, options: PolicyOptions): void {
  const { outlierDetection, connectionPool, loadBalancer, tls } = settings
  checkOutlierDetection(outlierDetection, field.at('outlierDetection'), options)
  checkConnectionPool(connectionPool, field.at('connectionPool'))
  checkLoadBalancer(loadBalancer, outlierDetection, field.at('loadBalancer'), options)
  checkClientTls(tls, field.at('tls'))
}

function checkPortPolicy(policy: PortPolicy, field: Field): void {
  if (policy.port === undefined) field.at('port').report(noPort)
  if (hasNoSettings(policy)) field.report(emptyPolicy)
  else checkSettings(policy, field, { losesWarnings: true })
}

function checkTunnel(tunnel: Message<'TrafficPolicy.TunnelSettings'>, field: Field): void {
  if (!['', 'CONNECT', 'POST'].includes(tunnel.protocol)) {
    field.at('protocol').report(invalidTunnelProtocol)
  }
  const host = tunnel.targetHost
  if (fqdnFault(host) !== null && !isIp(host)) {
    field.at('targetHost').report(invalidTunnelHost, { host })
  }
  checkPort(tunnel.targetPort, field.at('targetPort'))
}
