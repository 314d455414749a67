import type { Outcome, OutcomeDestination } from '../../src/dataplane/request.ts'
import type { VectorRequest } from './routing-vectors.ts'

type Fields = Record<string, unknown>

/** An outcome in the words of the vectors. */
export function vectorOutcome(outcome: Outcome, asked: VectorRequest): Fields {
  const { trace, settings } = outcome
  const fields: Fields = {
    listener: trace?.listener,
    filterChain: trace?.chain,
    routeConfig: trace?.routeConfig,
    virtualHost: trace?.virtualHost,
    routeIndex: trace?.routeIndex,
    route: trace?.route === '' ? undefined : trace?.route,
    protocol: outcome.protocol,
    outcome: outcomeWord(outcome, asked)
  }
  switch (outcome.outcome) {
    case 'served':
    case 'no-cluster':
    case 'no-endpoints':
      Object.assign(fields, forwarded(outcome, asked))
      break
    case 'redirect':
      if (fields.outcome === 'redirect') {
        const { status, path, prefixRewrite, ...rest } = outcome.redirect ?? { status: 0 }
        const target = prefixRewrite === undefined ? { path } : { prefixRewrite }
        fields.redirect = { code: status, ...rest, ...target }
      }
      break
    case 'config-refused':
      if (fields.outcome === 'empty-weighted-clusters') fields.destinations = []
      break
    case 'denied':
      fields.status = outcome.status
      break
    case 'direct-response':
      fields.status = outcome.status
      fields.body = outcome.response?.body
      break
  }
  if (settings !== undefined) Object.assign(fields, headerFields(settings.headers))
  return fields
}

function outcomeWord(outcome: Outcome, asked: VectorRequest): string {
  switch (outcome.outcome) {
    case 'no-route':
      return 'no-route-404'
    case 'no-virtual-host':
      return 'no-virtual-host-404'
    case 'no-cluster':
      return `no-cluster-${outcome.status}`
    case 'no-endpoints':
      return 'served'
    case 'redirect':
      return outcome.trace?.route === undefined ? 'https-redirect-301' : 'redirect'
    case 'config-refused':
      return outcome.reason?.includes('without action') === true
        ? 'route-without-action'
        : 'empty-weighted-clusters'
    case 'reset':
      return outcome.reason === 'nothing listens' ? 'no-listener' : 'reset'
    default:
      return asked === undefined ? '' : outcome.outcome
  }
}

function forwarded(outcome: Outcome, asked: VectorRequest): Fields {
  const settings = outcome.settings ?? {}
  const destinations = outcome.destinations.map(to =>
    destination(to, outcome.destinations.length > 1)
  )
  const fields: Fields =
    destinations.length === 1 ? { destination: destinations[0] } : { destinations }
  const missing = outcome.destinations.filter(to => to.missing === true).length
  if (missing > 0 && missing < destinations.length)
    fields.missingShareStatus = outcome.missingStatus
  fields.timeout = settings.timeout
  fields.retries = retries(settings.retries)
  if (outcome.path !== undefined && outcome.rewritten === true) fields.rewrittenPath = outcome.path
  if (outcome.authority !== undefined && outcome.authority !== asked.host) {
    fields.rewriteHost = outcome.authority
  }
  fields.mirrors = settings.mirrors?.map(mirror)
  fields.hashPolicy = settings.hashPolicy?.map(value => hash(value, outcome.protocol === 'tcp'))
  const filters = perRoute(settings.fault, settings.cors)
  if (Object.keys(filters).length > 0) fields.perRouteFilters = filters
  return fields
}

function destination(to: OutcomeDestination, weighted: boolean): Fields {
  const { headers, authorityRewrite } = to
  if (to.host === '' || to.port === 0) return { cluster: to.cluster }
  return {
    host: to.host,
    port: to.port,
    ...(to.subset === undefined ? {} : { subset: to.subset }),
    ...(weighted ? { weight: to.weight } : {}),
    ...(to.missing === true ? { missing: true } : {}),
    ...headerFields(headers),
    ...(authorityRewrite === undefined ? {} : { rewriteHost: authorityRewrite })
  }
}

function headerFields(headers: unknown): Fields {
  const fields: Fields = {}
  const sides = (headers ?? {}) as Record<string, { remove?: string[] } | undefined>
  for (const side of ['request', 'response']) {
    const { remove, ...operations } = sides[side] ?? {}
    if (Object.keys(operations).length > 0) fields[`${side}Headers`] = operations
    if (remove !== undefined) fields[`${side}HeadersRemove`] = remove
  }
  return fields
}

function retries(value: unknown): unknown {
  if (value === undefined || value === 'off') return value
  const { ignorePreviousHosts, statusCodes, ...rest } = value as Fields & { statusCodes: number[] }
  return {
    ...rest,
    ...(statusCodes.length === 0 ? {} : { statusCodes }),
    previousHosts: ignorePreviousHosts !== false
  }
}

function mirror(value: Readonly<Record<string, unknown>>): Fields {
  const [, port, subset, host] = String(value.cluster).split('|')
  return {
    host,
    port: Number(port),
    ...(subset === '' ? {} : { subset }),
    percent: value.percent,
    shadowSuffix: value.shadowSuffix === true
  }
}

function hash(value: Readonly<Record<string, unknown>>, tcp: boolean): Fields {
  if (value.header !== undefined) return { header: { header_name: value.header } }
  if (value.sourceIp !== undefined && tcp) return { source_ip: {} }
  if (value.sourceIp !== undefined) return { connection_properties: { source_ip: value.sourceIp } }
  return { ...value }
}

function perRoute(fault: unknown, cors: unknown): Fields {
  const fields: Fields = {}
  const { delay, abort } = (fault ?? {}) as Record<string, Fields | undefined>
  if (fault !== undefined) {
    fields.fault = {
      ...(delay === undefined ? {} : { delay: { percent: delay.percent, ms: delay.milliseconds } }),
      ...(abort === undefined
        ? {}
        : { abort: { percent: abort.percent, status: abort.httpStatus } })
    }
  }
  if (cors !== undefined) {
    const { allowOrigins, unmatchedPreflights } = cors as {
      allowOrigins: { kind: string; value: string }[]
      unmatchedPreflights?: string
    }
    fields.cors = {
      allow_origin_string_match: allowOrigins.map(({ kind, value }) => ({ [kind]: value })),
      filter_enabled: { default_value: { numerator: 100 } },
      forward_not_matching_preflights: unmatchedPreflights !== 'IGNORE'
    }
  }
  return fields
}

/** The vector's answer without what the judge did not judge, faults that hit nothing left out. */
export function expectedOutcome(expected: Readonly<Fields>): Fields {
  const { unjudged: _, why: __, perRouteFilters, ...rest } = expected
  const filters = { ...((perRouteFilters ?? {}) as Fields) }
  const fault = filters.fault as Record<string, Fields & { percentage?: Fields }> | undefined
  if (fault !== undefined) {
    const parts: Fields = {}
    for (const [name, part] of Object.entries(fault)) {
      const { numerator, denominator } = part.percentage ?? {}
      if (numerator === undefined) continue
      const percent = Number(numerator) / (denominator === 'MILLION' ? 10_000 : 1)
      parts[name] =
        name === 'delay'
          ? { percent, ms: Number.parseFloat(String(part.fixed_delay)) * 1000 }
          : { percent, status: part.http_status }
    }
    if (Object.keys(parts).length === 0) delete filters.fault
    else filters.fault = parts
  }
  return { ...rest, ...(Object.keys(filters).length === 0 ? {} : { perRouteFilters: filters }) }
}
