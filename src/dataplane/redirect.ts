import type { Place } from '../finding.ts'
import type { JsonMap } from '../manifest/manifest.ts'
import { filled, number, text } from '../mesh/json.ts'
import type { RouteAction, RouteSettings } from './config.ts'
import type { RouteEnvironment } from './route-environment.ts'

export const redirectReads = [
  [
    'VirtualService',
    'spec.http[].redirect.{uri,authority,port,derivePort,scheme,redirectCode,prefixRewrite}'
  ]
] as const

const CODES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** The codes that Envoy has an action for. */
export function isRedirectCode(code: number): boolean {
  return CODES.has(code)
}

/**
 * A code that Envoy does not know leaves a route without action, and Envoy refuses the whole route
 * configuration. The default port of the scheme is left out. Source: route.go ApplyRedirect.
 */
export function redirectAction(
  fields: JsonMap,
  at: Place,
  environment: RouteEnvironment,
  settings: RouteSettings
): RouteAction {
  const code = number(fields.redirectCode) ?? 0
  const status = code === 0 ? 301 : code
  if (!isRedirectCode(status)) {
    return {
      kind: 'refused',
      reason: `redirect code ${status} gives a route without action`,
      at: [{ manifest: at.manifest, path: [...at.path, 'redirect', 'redirectCode'] }]
    }
  }
  const scheme = filled(fields.scheme)
  const host = filled(fields.authority)
  const port = redirectPort(fields, environment)
  const prefixRewrite = environment.features.has('redirect-prefix-rewrite')
    ? filled(fields.prefixRewrite)
    : undefined
  const path = prefixRewrite === undefined ? filled(fields.uri) : undefined
  return {
    kind: 'redirect',
    status,
    ...(scheme === undefined ? {} : { scheme }),
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(path === undefined ? {} : { path }),
    ...(prefixRewrite === undefined ? {} : { prefixRewrite }),
    settings
  }
}

function redirectPort(fields: JsonMap, environment: RouteEnvironment): number | undefined {
  const derived = text(fields.derivePort) === 'FROM_REQUEST_PORT' ? environment.port : undefined
  const port = number(fields.port) ?? derived
  if (port === undefined || port === 0) return undefined
  const scheme = filled(fields.scheme) ?? (environment.tls ? 'https' : 'http')
  if ((port === 80 && scheme === 'http') || (port === 443 && scheme === 'https')) return undefined
  return port
}
