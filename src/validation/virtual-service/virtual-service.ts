import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkExportTo } from '../values/export-to.ts'
import { isClaimHeader } from '../values/header.ts'
import { checkGatewayNames } from './gateway-names.ts'
import { checkHosts } from './hosts.ts'
import { checkHttpRoute } from './http-route.ts'
import { checkOverlaps } from './overlaps.ts'
import { checkTcpRoute } from './tcp-route.ts'
import { checkTlsRoute, sniHosts } from './tls-route.ts'
import { checkReachable } from './unreachable.ts'

type VirtualService = Message<'VirtualService'>

const delegateWith = refusal(
  'conflicting-delegate-field',
  '{field} is set, but a VirtualService without hosts is a delegate, which only holds http: the one that delegates to it says the rest. Remove it, or set hosts.'
)

const claimAtMesh = refusal(
  'unsupported-claim-match',
  '{field} looks at a claim of the token, which only gateways do: bind the VirtualService to gateways without mesh, or leave the match out.'
)

const noRoutes = refusal(
  'missing-routes',
  '{field} has none of http, tls and tcp, so that it would route nothing. Add routes.'
)

/** Set on VirtualServices that istiod makes from routes of the Gateway API. */
const SEMANTICS = 'internal.istio.io/route-semantics'

/** Source: istio pkg/config/validation/validation.go ValidateVirtualService. */
export function checkVirtualService(spec: VirtualService, field: Field): void {
  const isGenerated = field.recorder.manifest.annotations[SEMANTICS] === 'gateway'
  const isDelegate = spec.hosts.length === 0
  if (isDelegate) {
    for (const name of ['gateways', 'tls', 'tcp'] as const) {
      if (spec[name].length > 0) field.at(name).report(delegateWith)
    }
  }
  if (spec.gateways.length > 0) {
    checkGatewayNames(spec.gateways, field.at('gateways'), { isGenerated })
  }
  const isAtGateway = spec.gateways.length > 0 && !spec.gateways.includes('mesh')
  if (!isAtGateway) checkClaims(spec, field)
  checkHosts(spec.hosts, field.at('hosts'), { isAtGateway, hasSniHosts: hasSniHosts(spec) })
  if (spec.http.length + spec.tls.length + spec.tcp.length === 0) field.report(noRoutes)
  for (const [index, route] of spec.http.entries()) {
    checkHttpRoute(route, field.at('http', index), { isDelegate, isGenerated })
  }
  // The lists of gateways without mesh; none at all counts as well (isGateway).
  const sni = sniHosts(spec.hosts, !spec.gateways.includes('mesh'))
  for (const [index, route] of spec.tls.entries()) {
    checkTlsRoute(route, field.at('tls', index), sni, isGenerated)
  }
  for (const [index, route] of spec.tcp.entries()) {
    checkTcpRoute(route, field.at('tcp', index), isGenerated)
  }
  checkExportTo(spec.exportTo, field.at('exportTo'))
  for (const protocol of ['http', 'tcp', 'tls'] as const) {
    const distinct = checkReachable(spec[protocol], field.at(protocol))
    if (protocol === 'http') checkOverlaps(spec.http, distinct, field.at('http'))
  }
}

function hasSniHosts(spec: VirtualService): boolean {
  return spec.tls.some(({ match }) => match.some(each => each.sniHosts.length > 0))
}

function checkClaims({ http }: VirtualService, field: Field): void {
  for (const [index, { match }] of http.entries()) {
    for (const [position, each] of match.entries()) {
      for (const list of ['headers', 'withoutHeaders'] as const) {
        for (const name of each[list].keys()) {
          if (!isClaimHeader(name)) continue
          field.at('http', index, 'match', position, list).key(name).report(claimAtMesh)
        }
      }
    }
  }
}
