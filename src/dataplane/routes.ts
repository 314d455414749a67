import type { Place } from '../finding.ts'
import { filled, number, text, textMap, texts } from '../mesh/json.ts'
import { selects } from '../mesh/selector.ts'
import type { Route } from './config.ts'
import { unlessRefused } from './refused-expression.ts'
import { routeAction } from './route-action.ts'
import type { RouteEnvironment } from './route-environment.ts'
import { EVERYTHING, isCatchAll, routeMatch } from './route-match.ts'
import type { HttpRule, Match } from './rules.ts'
import type { VirtualService } from './virtual-service.ts'

export const routeReads = [
  ['VirtualService', 'spec.http[].name'],
  ['VirtualService', 'spec.http[].match[].{name,port,gateways[],sourceLabels.*,sourceNamespace}']
] as const

/**
 * Routes of a VirtualService for one kind of caller, in order. Generation ends behind the first rule
 * without match and behind the first catch-all. Source: route.go BuildHTTPRoutesForVirtualService.
 */
export function httpRoutes(service: VirtualService, environment: RouteEnvironment): Route[] {
  const routes: Route[] = []
  for (const rule of service.http) {
    if (rule.matches === null) {
      routes.push(route(service, rule, null, environment))
      return routes
    }
    for (const match of rule.matches) {
      if (!applies(match, environment)) continue
      const made = route(service, rule, match, environment)
      routes.push(made)
      if (isCatchAll(made.match, environment.features)) return routes
    }
  }
  return routes
}

/** `gateways` switches source labels and namespace off. Source: route.go sourceMatchHTTP. */
function applies(match: Match, environment: RouteEnvironment): boolean {
  const { fields } = match
  const port = number(fields.port) ?? 0
  if (port !== 0 && port !== environment.port) return false
  const gateways = texts(fields.gateways)
  if (gateways.length > 0) return gateways.includes(environment.gateway)
  if (!selects(textMap(fields.sourceLabels), environment.labels)) return false
  const namespace = filled(fields.sourceNamespace)
  return namespace === undefined || namespace === environment.namespace
}

function route(
  service: VirtualService,
  rule: HttpRule,
  match: Match | null,
  environment: RouteEnvironment
): Route {
  const origins: Place[] = [match === null ? rule.at : match.at]
  const root = match?.root ?? rule.root
  if (root !== undefined) origins.push(root)
  return unlessRefused({
    name: nameOf(rule, match),
    match:
      match === null
        ? EVERYTHING
        : routeMatch(match.fields, service.semantics, environment.features),
    action: routeAction(rule, environment, service.semantics),
    origins,
    certainty: 'certain',
    assumptions: []
  })
}

function nameOf(rule: HttpRule, match: Match | null): string {
  const name = text(rule.fields.name) ?? ''
  const inner = match === null ? undefined : filled(match.fields.name)
  return inner === undefined ? name : `${name}.${inner}`
}
