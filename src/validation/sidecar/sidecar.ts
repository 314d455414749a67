import type { Message } from '../decode/message.ts'
import { checkConnectionPool } from '../destination-rule/connection-pool.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkDestination } from '../values/destination.ts'
import { fqdnFault } from '../values/host.ts'
import { checkWorkloadSelector, warnOfEmptySelector } from '../values/selector.ts'
import { checkEgress } from './egress.ts'
import { checkIngress } from './ingress.ts'

const empty = refusal(
  'missing-configuration',
  '{field} has none of ingress, egress, outboundTrafficPolicy and inboundConnectionPool, so that it would do nothing. Add one, or remove the Sidecar.'
)

const proxyWithoutAny = refusal(
  'conflicting-egress-proxy',
  '{field} is set beside mode {mode}, but only unknown destinations go through it, which ALLOW_ANY lets out. Set mode ALLOW_ANY, or remove it.'
)

const noProxyPort = refusal(
  'missing-egress-proxy-port',
  '{field} is not set: the egress proxy needs a port.'
)

const dynamicMode = refusal(
  'unsupported-outbound-mode',
  '{field} is ALLOW_ANY_DYNAMIC_DNS, which only the configuration of the mesh may say.'
)

/** Source: istio pkg/config/validation/validation.go ValidateSidecar. */
export function checkSidecar(spec: Message<'Sidecar'>, field: Field): void {
  if (!checkWorkloadSelector(spec.workloadSelector, field.at('workloadSelector'))) return
  const { ingress, egress, outboundTrafficPolicy, inboundConnectionPool } = spec
  const isEmpty = ingress.length + egress.length === 0
  if (isEmpty && (outboundTrafficPolicy ?? inboundConnectionPool) === undefined) {
    field.report(empty)
    return
  }
  warnOfEmptySelector(spec.workloadSelector, field.at('workloadSelector'))
  checkIngress(ingress, field.at('ingress'))
  checkConnectionPool(inboundConnectionPool, field.at('inboundConnectionPool'))
  checkEgress(egress, field.at('egress'))
  if (outboundTrafficPolicy !== undefined) {
    checkOutbound(outboundTrafficPolicy, field.at('outboundTrafficPolicy'))
  }
}

/** By its number: the enum of a Sidecar has no such name. */
const DYNAMIC_DNS = '3'

function checkOutbound(policy: Message<'OutboundTrafficPolicy'>, field: Field): void {
  const mode: string = policy.mode
  if (mode === DYNAMIC_DNS && field.recorder.features.has('dynamic-dns-outbound')) {
    field.at('mode').report(dynamicMode)
    return
  }
  const proxy = policy.egressProxy
  if (proxy === undefined) return
  const place = field.at('egressProxy')
  if (mode !== 'ALLOW_ANY') {
    place.report(proxyWithoutAny, { mode })
    return
  }
  place.at('host').check(fqdnFault(proxy.host))
  if (proxy.port === undefined) place.at('port').report(noProxyPort)
  else checkDestination(proxy, place)
}
