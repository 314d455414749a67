import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { DEPRECATED_NAMES } from './deprecated-names.ts'

type Match = Message<'EnvoyFilter.EnvoyConfigObjectMatch'>
type ApplyTo = Message<'EnvoyFilter.EnvoyConfigObjectPatch'>['applyTo']
type FilterMatch = Message<'EnvoyFilter.ListenerMatch.FilterMatch'>

const otherMatch = refusal(
  'conflicting-match',
  '{field} is for another kind of object than {applyTo}, which is matched by {needed}.'
)

const ineffectiveFilter = warning(
  'ineffective-filter-match',
  '{field} does nothing beside {applyTo}, which is a whole listener or chain. Remove it.'
)

const noFilterName = refusal('missing-filter-name', '{field} is not set: name the filter to match.')

const subFilterOfOther = refusal(
  'conflicting-sub-filter',
  '{field} is set beside {applyTo}, but only an HTTP_FILTER stands within another filter.'
)

const subFilterElsewhere = refusal(
  'invalid-sub-filter-parent',
  '{field} is {name}, but HTTP filters stand within envoy.filters.network.http_connection_manager.'
)

const noSubFilterName = refusal(
  'missing-sub-filter-name',
  '{field} is not set: name the HTTP filter to match.'
)

const deprecatedName = warning(
  'deprecated-filter-name',
  '{field} is {name}, the old name of {better}, which is the one that istiod makes.'
)

const CONNECTION_MANAGERS = [
  'envoy.filters.network.http_connection_manager',
  'envoy.http_connection_manager'
]

const LISTENER: readonly string[] = ['LISTENER', 'FILTER_CHAIN', 'NETWORK_FILTER', 'HTTP_FILTER']
const ROUTE: readonly string[] = ['ROUTE_CONFIGURATION', 'VIRTUAL_HOST', 'HTTP_ROUTE']

/** False where Istio looks no further into the patch. */
export function checkMatch(applyTo: ApplyTo, match: Match, field: Field): boolean {
  const { listener, routeConfiguration, cluster, waypoint } = match
  if ((listener ?? routeConfiguration ?? cluster ?? waypoint) === undefined) return true
  if (LISTENER.includes(applyTo)) {
    if (listener === undefined) {
      field.report(otherMatch, { applyTo, needed: 'listener' })
      return false
    }
    const filter = listener.filterChain?.filter
    const place = field.at('listener', 'filterChain', 'filter')
    return filter === undefined || checkFilter(applyTo, filter, place)
  }
  if (ROUTE.includes(applyTo) && routeConfiguration === undefined) {
    field.report(otherMatch, { applyTo, needed: 'routeConfiguration' })
  }
  if (applyTo === 'CLUSTER' && cluster === undefined) {
    field.report(otherMatch, { applyTo, needed: 'cluster' })
  }
  return true
}

function checkFilter(applyTo: ApplyTo, { name, subFilter }: FilterMatch, field: Field): boolean {
  if (applyTo === 'LISTENER' || applyTo === 'FILTER_CHAIN') {
    field.report(ineffectiveFilter, { applyTo })
  }
  if (name === '') {
    field.at('name').report(noFilterName)
    return false
  }
  if (subFilter !== undefined) {
    if (applyTo !== 'HTTP_FILTER') {
      field.at('subFilter').report(subFilterOfOther, { applyTo })
      return false
    }
    if (!CONNECTION_MANAGERS.includes(name)) {
      field.at('name').report(subFilterElsewhere, { name })
      return false
    }
    if (subFilter.name === '') {
      field.at('subFilter', 'name').report(noSubFilterName)
      return false
    }
  }
  checkName(name, field.at('name'))
  checkName(subFilter?.name ?? '', field.at('subFilter', 'name'))
  return true
}

function checkName(name: string, field: Field): void {
  const better = DEPRECATED_NAMES.get(name)
  if (better !== undefined) field.report(deprecatedName, { name, better })
}
