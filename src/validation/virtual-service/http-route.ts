import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { checkDestination } from '../values/destination.ts'
import { checkDuration } from '../values/duration.ts'
import { checkCors } from './cors.ts'
import { checkDirectResponse } from './direct-response.ts'
import { checkFault } from './fault.ts'
import { checkAuthority, checkHeaders } from './headers.ts'
import { checkConflicts } from './http-conflicts.ts'
import { checkHttpMatch } from './http-match.ts'
import { checkMirrors } from './mirrors.ts'
import { checkRedirect } from './redirect.ts'
import { checkRetries } from './retries.ts'
import { checkRewrite } from './rewrite.ts'
import { checkRouteDestinations } from './route-destinations.ts'

export interface HttpRouteOptions {
  /** The VirtualService has no hosts: another one delegates to it. */
  readonly isDelegate: boolean
  readonly isGenerated: boolean
}

/** Source: istio pkg/config/validation/virtualservice.go validateHTTPRoute. */
export function checkHttpRoute(
  route: Message<'HTTPRoute'>,
  field: Field,
  { isDelegate, isGenerated }: HttpRouteOptions
): void {
  checkConflicts(route, field, isDelegate)
  for (const [index, match] of route.match.entries()) {
    checkHttpMatch(match, field.at('match', index))
  }
  checkHeaders(route.headers, field.at('headers'))
  checkCors(route.corsPolicy, field.at('corsPolicy'))
  checkFault(route.fault, field.at('fault'))
  checkMirrors(route, field)
  checkRedirect(route.redirect, route.match, field.at('redirect'))
  checkDirectResponse(route.directResponse, field.at('directResponse'))
  checkRetries(route.retries, field.at('retries'))
  checkRewrite(route.rewrite, field.at('rewrite'))
  checkAuthority(route, field)
  for (const [index, { headers }] of route.route.entries()) {
    checkHeaders(headers, field.at('route', index, 'headers'))
  }
  checkRouteDestinations(route.route, field.at('route'), isGenerated)
  checkDuration(route.timeout, field.at('timeout'))
  checkDestination(route.mirror, field.at('mirror'))
}
