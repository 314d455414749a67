import { isIp } from '../../go/address.ts'
import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { checkSubnet } from '../values/address.ts'
import { gatewayDomainFault, wildcardDomainFault } from '../values/host.ts'
import { HostSet } from '../values/host-set.ts'
import { checkLabels } from '../values/labels.ts'
import { checkPort } from '../values/port.ts'
import { checkGatewayNames } from './gateway-names.ts'
import { checkRouteDestinations } from './route-destinations.ts'

const noMatch = refusal(
  'missing-tls-match',
  '{field} is empty: a TLS route is chosen by the server name of the client, so it needs a match with sniHosts.'
)

const noRoute = refusal('missing-tls-route', '{field} is empty: a TLS route needs a destination.')

const noSniHosts = refusal(
  'missing-sni-hosts',
  '{field} is empty: name the server names that the route is for.'
)

const address = warning(
  'ineffective-sni-address',
  '{field} is the address {value}, but clients send no server name when they dial an address (RFC 6066), so most will never match.'
)

const foreignHost = refusal(
  'invalid-sni-host',
  '{field} is {value}, which no entry of hosts covers. Add it to hosts of the VirtualService, or route it elsewhere.'
)

/** What server names of TLS routes are tested against. */
export interface SniHosts {
  readonly hosts: HostSet
  readonly isAtGateway: boolean
}

export function sniHosts(hosts: readonly string[], isAtGateway: boolean): SniHosts {
  return { hosts: new HostSet(hosts), isAtGateway }
}

export function checkTlsRoute(
  route: Message<'TLSRoute'>,
  field: Field,
  sni: SniHosts,
  isGenerated: boolean
): void {
  if (route.match.length === 0) field.at('match').report(noMatch)
  for (const [index, match] of route.match.entries()) {
    checkMatch(match, field.at('match', index), sni)
  }
  if (route.route.length === 0) field.at('route').report(noRoute)
  checkRouteDestinations(route.route, field.at('route'), isGenerated)
}

function checkMatch(match: Message<'TLSMatchAttributes'>, field: Field, sni: SniHosts): void {
  if (match.sniHosts.length === 0) field.at('sniHosts').report(noSniHosts)
  for (const [index, host] of match.sniHosts.entries()) {
    checkSniHost(host, field.at('sniHosts', index), sni)
  }
  for (const [index, subnet] of match.destinationSubnets.entries()) {
    checkSubnet(subnet, field.at('destinationSubnets', index))
  }
  if (match.port !== 0) checkPort(match.port, field.at('port'))
  checkLabels(match.sourceLabels, field.at('sourceLabels'))
  checkGatewayNames(match.gateways, field.at('gateways'))
}

function checkSniHost(host: string, field: Field, { hosts, isAtGateway }: SniHosts): void {
  const found = isAtGateway ? gatewayDomainFault(host, true) : wildcardDomainFault(host)
  if (found !== null) {
    if (isIp(host)) field.report(address)
    else field.check(found)
  } else if (!hosts.covers(host)) field.report(foreignHost)
}
