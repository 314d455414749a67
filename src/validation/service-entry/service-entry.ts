import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { checkSubnet } from '../values/address.ts'
import { checkExportTo } from '../values/export-to.ts'
import { partialWildcardFault, wildcardDomainFault } from '../values/host.ts'
import { protocolOf } from '../values/port.ts'
import { checkWorkloadSelector, warnOfEmptySelector } from '../values/selector.ts'
import { checkPorts } from './ports.ts'
import { checkResolution } from './resolution.ts'

type ServiceEntry = Message<'ServiceEntry'>

const selectorWithEndpoints = refusal(
  'conflicting-endpoints',
  '{field} is set beside workloadSelector: endpoints are either listed or selected. Remove one of them.'
)

const noHosts = refusal(
  'missing-hosts',
  '{field} is empty: a ServiceEntry needs at least one host.'
)

const anyHost = refusal(
  'invalid-any-host',
  '{field} is *, which would stand for every host there is. Name one, such as *.example.com.'
)

const partialWildcard = warning(
  'unsupported-partial-wildcard',
  '{field} has the partial wildcard {host}, but * should stand alone before a dot, as in *.example.com.'
)

const blockOfName = refusal(
  'invalid-address-block',
  '{field} holds a block of addresses, which only resolution NONE and STATIC can have, not {resolution}.'
)

const severalHosts = refusal(
  'conflicting-hosts',
  '{field} has several hosts, but nothing tells them apart on port {port}, which is neither HTTP nor TLS. Give each host a ServiceEntry of its own.'
)

/** Source: istio pkg/config/validation/validation.go ValidateServiceEntry. */
export function checkServiceEntry(spec: ServiceEntry, field: Field): void {
  if (!checkWorkloadSelector(spec.workloadSelector, field.at('workloadSelector'))) return
  warnOfEmptySelector(spec.workloadSelector, field.at('workloadSelector'))
  if (spec.workloadSelector !== undefined && spec.endpoints.length > 0) {
    field.at('endpoints').report(selectorWithEndpoints)
  }
  checkHosts(spec, field.at('hosts'))
  checkAddresses(spec, field.at('addresses'))
  checkPorts(spec, field)
  checkResolution(spec, field)
  if (spec.resolution !== 'NONE' && spec.hosts.length > 1) checkProtocols(spec, field)
  checkExportTo(spec.exportTo, field.at('exportTo'), { allowsNobody: true })
}

function checkHosts({ hosts, resolution }: ServiceEntry, field: Field): void {
  if (hosts.length === 0) field.report(noHosts)
  for (const [index, host] of hosts.entries()) {
    const place = field.at(index)
    if (host === '*') {
      place.report(anyHost)
      continue
    }
    place.check(wildcardDomainFault(host))
    if (resolution !== 'DYNAMIC_DNS' && partialWildcardFault(host) !== null) {
      place.report(partialWildcard, { host })
    }
  }
}

function checkAddresses({ addresses, resolution }: ServiceEntry, field: Field): void {
  for (const [index, address] of addresses.entries()) checkSubnet(address, field.at(index))
  const hasBlock = addresses.some(address => address.includes('/'))
  if (hasBlock && resolution !== 'NONE' && resolution !== 'STATIC') {
    field.report(blockOfName, { resolution })
  }
}

/** Hosts are told apart by the authority of HTTP or the server name of TLS, and not where addresses are kept. */
function checkProtocols({ ports }: ServiceEntry, field: Field): void {
  for (const { protocol, number } of ports) {
    const facts = protocolOf(protocol)
    if (facts?.isHttp === true || facts?.isTls === true) continue
    field.at('hosts').report(severalHosts, { port: number })
    return
  }
}
