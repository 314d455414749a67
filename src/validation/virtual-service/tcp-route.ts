import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkSubnet } from '../values/address.ts'
import { checkLabels } from '../values/labels.ts'
import { checkPort } from '../values/port.ts'
import { checkGatewayNames } from './gateway-names.ts'
import { checkRouteDestinations } from './route-destinations.ts'

const noRoute = refusal('missing-tcp-route', '{field} is empty: a TCP route needs a destination.')

export function checkTcpRoute(
  route: Message<'TCPRoute'>,
  field: Field,
  isGenerated: boolean
): void {
  for (const [index, match] of route.match.entries()) checkMatch(match, field.at('match', index))
  if (route.route.length === 0) field.at('route').report(noRoute)
  checkRouteDestinations(route.route, field.at('route'), isGenerated)
}

function checkMatch(match: Message<'L4MatchAttributes'>, field: Field): void {
  for (const [index, subnet] of match.destinationSubnets.entries()) {
    checkSubnet(subnet, field.at('destinationSubnets', index))
  }
  if (match.port !== 0) checkPort(match.port, field.at('port'))
  checkLabels(match.sourceLabels, field.at('sourceLabels'))
  checkGatewayNames(match.gateways, field.at('gateways'), { losesWarnings: true })
}
