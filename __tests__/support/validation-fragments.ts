import type { FindingDraft } from '../../src/finding.ts'
import type { Json, JsonMap } from '../../src/manifest/manifest.ts'
import { checkClientTls } from '../../src/validation/destination-rule/client-tls.ts'
import { checkConnectionPool } from '../../src/validation/destination-rule/connection-pool.ts'
import { checkLoadBalancer } from '../../src/validation/destination-rule/load-balancer.ts'
import { localitiesFault } from '../../src/validation/destination-rule/localities.ts'
import { checkLocality } from '../../src/validation/destination-rule/locality.ts'
import { checkOutlierDetection } from '../../src/validation/destination-rule/outlier-detection.ts'
import { checkTrafficPolicy } from '../../src/validation/destination-rule/traffic-policy.ts'
import { checkZoneAware } from '../../src/validation/destination-rule/zone-aware.ts'
import type { Field } from '../../src/validation/field.ts'
import { checkServer } from '../../src/validation/gateway/server.ts'
import { checkServerTls } from '../../src/validation/gateway/tls.ts'
import { checkFilter } from '../../src/validation/telemetry/telemetry.ts'
import { checkAddress, checkSubnet } from '../../src/validation/values/address.ts'
import { checkDestination } from '../../src/validation/values/destination.ts'
import { checkExportTo } from '../../src/validation/values/export-to.ts'
import { checkMatchHeaderName, checkStrictHeaderName } from '../../src/validation/values/header.ts'
import { checkHeaderValue } from '../../src/validation/values/header-value.ts'
import {
  fqdnFault,
  gatewayDomainFault,
  wildcardDomainFault
} from '../../src/validation/values/host.ts'
import { checkPortName } from '../../src/validation/values/port.ts'
import { checkCors } from '../../src/validation/virtual-service/cors.ts'
import { checkDirectResponse } from '../../src/validation/virtual-service/direct-response.ts'
import { checkFault } from '../../src/validation/virtual-service/fault.ts'
import { checkHttpRoute } from '../../src/validation/virtual-service/http-route.ts'
import { checkHttpStatus } from '../../src/validation/virtual-service/http-status.ts'
import { checkRedirect } from '../../src/validation/virtual-service/redirect.ts'
import { checkRetries } from '../../src/validation/virtual-service/retries.ts'
import { checkRegexRewrite, checkRewrite } from '../../src/validation/virtual-service/rewrite.ts'
import { checkRouteDestinations } from '../../src/validation/virtual-service/route-destinations.ts'
import { checked } from './validation.ts'

/** A part of an object, and what else its function is called with. */
export interface Fragment {
  readonly message: string
  readonly value: Json
  readonly args?: JsonMap
}

type Run = (value: Json, args: JsonMap) => readonly FindingDraft[]

/** A text or number that one of our functions looks at. */
function plain(check: (value: never, field: Field, args: JsonMap) => void): Run {
  // The corpus says which type each function takes.
  return (value, args) =>
    checked(
      'Delegate',
      {},
      (_, field) => check(value as never, field, args),
      String(args.namespace)
    )
}

const texts = (value: Json): string[] => (Array.isArray(value) ? value.map(String) : [])
const detecting = ({ outlier }: JsonMap) => ({ isDetecting: (outlier ?? null) !== null })

/** What of ours a fragment of Istio's tests exercises, by what it is a message or function of. */
export const FRAGMENTS: Readonly<Record<string, Run>> = {
  'networking.v1alpha3.Server': value =>
    checked('Server', value, (server, field) => checkServer(server, field, false)),
  'networking.v1alpha3.Port': (port, { bind }) =>
    checked(
      'Server',
      { port, bind: bind ?? '', hosts: ['a.example.com'], tls: null },
      (server, field) => checkServer(server, field, false)
    ).filter(({ at, id }) => 'path' in at && at.path[1] === 'port' && !id.endsWith('-bind-port')),
  'networking.v1alpha3.ServerTLSSettings': value =>
    checked('ServerTLSSettings', value, checkServerTls),
  'networking.v1alpha3.CorsPolicy': value => checked('CorsPolicy', value, checkCors),
  'networking.v1alpha3.HTTPFaultInjection.Abort': abort =>
    abort === null ? [] : checked('HTTPFaultInjection', { abort }, checkFault),
  'networking.v1alpha3.HTTPFaultInjection.Delay': delay =>
    delay === null ? [] : checked('HTTPFaultInjection', { delay }, checkFault),
  'networking.v1alpha3.HTTPRetry': value => checked('HTTPRetry', value, checkRetries),
  'networking.v1alpha3.HTTPRewrite': value =>
    value === null ? [] : checked('HTTPRewrite', value, checkRewrite),
  'networking.v1alpha3.RegexRewrite': value =>
    value === null ? [] : checked('RegexRewrite', value, checkRegexRewrite),
  'networking.v1alpha3.HTTPRedirect': (redirect, { matches }) =>
    redirect === null
      ? []
      : checked('HTTPRoute', { redirect, match: matches ?? [] }, (route, field) =>
          checkRedirect(route.redirect, route.match, field)
        ),
  'networking.v1alpha3.HTTPDirectResponse': value =>
    value === null ? [] : checked('HTTPDirectResponse', value, checkDirectResponse),
  'networking.v1alpha3.Destination': value => checked('Destination', value, checkDestination),
  'networking.v1alpha3.HTTPRoute': (value, { delegate }) =>
    checked('HTTPRoute', value, (route, field) =>
      checkHttpRoute(route, field, { isDelegate: delegate === true, isGenerated: false })
    ),
  '[]networking.v1alpha3.RouteDestination': route =>
    checked('TCPRoute', { route }, (tcp, field) => checkRouteDestinations(tcp.route, field, false)),
  'networking.v1alpha3.TrafficPolicy': value => checked('TrafficPolicy', value, checkTrafficPolicy),
  'networking.v1alpha3.ConnectionPoolSettings': value =>
    checked('ConnectionPoolSettings', value, checkConnectionPool),
  'networking.v1alpha3.LoadBalancerSettings': value =>
    checked('LoadBalancerSettings', value, (balancer, field) =>
      checkLoadBalancer(balancer, undefined, field, {})
    ),
  'networking.v1alpha3.OutlierDetection': value =>
    checked('OutlierDetection', value, (outlier, field) =>
      checkOutlierDetection(outlier, field, {})
    ),
  'telemetry.v1alpha1.AccessLogging.Filter': value =>
    checked('AccessLogging.Filter', value, checkFilter),
  'networking.v1alpha3.ClientTLSSettings': (value, { namespace }) =>
    checked('ClientTLSSettings', value, checkClientTls, String(namespace ?? '')),
  'networking.v1alpha3.LocalityLoadBalancerSetting': (value, args) =>
    value === null
      ? []
      : checked('LocalityLoadBalancerSetting', value, (setting, field) =>
          checkLocality(setting, field, detecting(args))
        ),
  'networking.v1alpha3.ZoneAwareLoadBalancerSetting': (value, args) =>
    value === null
      ? []
      : checked('ZoneAwareLoadBalancerSetting', value, (setting, field) =>
          checkZoneAware(setting, field, detecting(args))
        ),
  'function:strictHTTPHeaderName': plain(checkStrictHeaderName),
  'function:httpHeaderNameOrJwtClaimRoute': plain(checkMatchHeaderName),
  'function:httpStatus': plain(checkHttpStatus),
  'function:portName': plain(checkPortName),
  'function:exportTo': plain((value: Json, field, args) =>
    checkExportTo(texts(value), field, {
      allowsNobody: args.isServiceEntry === true,
      hasSelector: args.isDestinationRuleWithSelector === true
    })
  ),
  'function:httpHeaderValue': plain(checkHeaderValue),
  'function:wildcardDomain': plain((host: string, field) => field.check(wildcardDomainFault(host))),
  'function:wildcardDomainForGatewayVirtualService': plain((host: string, field, { sni }) =>
    field.check(gatewayDomainFault(host, sni === true))
  ),
  'function:fqdn': plain((host: string, field) => field.check(fqdnFault(host))),
  'function:ipAddress': plain(checkAddress),
  'function:ipSubnet': plain(checkSubnet),
  'function:localities': plain((value: Json, field) => field.check(localitiesFault(texts(value)))),
  'function:meshServiceSettingsHosts': plain((value: Json, field) => {
    for (const host of texts(value)) field.check(wildcardDomainFault(host))
  })
}
