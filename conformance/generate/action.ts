import type { Cast } from './cast.ts'
import type { Random } from './random.ts'
import type { Fields } from './world.ts'

/** What an HTTP route does: exactly one of redirect, directResponse and route, with settings. */
export function drawAction(random: Random, cast: Cast, namespace: string): Fields {
  const kind = random.weighted<'route' | 'redirect' | 'response'>([
    [80, 'route'],
    [12, 'redirect'],
    [8, 'response']
  ])
  if (kind === 'redirect') return { redirect: drawRedirect(random), ...drawHeaders(random, 0.05) }
  if (kind === 'response') {
    return { directResponse: drawResponse(random), ...drawHeaders(random, 0.05) }
  }
  return {
    route: drawDestinations(random, cast, namespace),
    ...drawSettings(random, cast, namespace),
    ...drawAuthority(random)
  }
}

/** Rewrites, and header operations: the webhook takes the authority from one of them only. */
function drawAuthority(random: Random): Fields {
  if (random.chance(0.25)) return { rewrite: drawRewrite(random) }
  if (!random.chance(0.05)) return {}
  const name = random.pick(['host', ':authority', 'Host'])
  return { headers: { request: { [random.pick(['set', 'add'])]: { [name]: 'set.example.com' } } } }
}

function drawDestinations(random: Random, cast: Cast, namespace: string): Fields[] {
  const weights = random.weighted<readonly (number | null)[]>([
    [60, [null]],
    [4, [0]],
    [4, [100]],
    [12, [80, 20]],
    [8, [1, 1]],
    [5, [0, 100]],
    [4, [50, 50, 0]],
    [3, [10, 30, 60]]
  ])
  return weights.map(weight => ({
    destination: drawDestination(random, cast, namespace),
    ...(weight === null ? {} : { weight }),
    ...drawHeaders(random, 0.06)
  }))
}

/** A destination: mostly one that exists, in each way a host can be written. */
export function drawDestination(random: Random, cast: Cast, namespace: string): Fields {
  const own = cast.services.filter(service => service.namespace === namespace)
  const service = random.pick(own.length > 0 && random.chance(0.6) ? own : cast.services)
  const host = random.weighted([
    [50, service.host],
    [service.namespace === namespace ? 30 : 6, service.name],
    [6, `${service.name}.${service.namespace}`],
    [4, 'nowhere'],
    [4, random.pick(cast.hosts)]
  ])
  const numbers = service.ports.map(port => port.number)
  const port = random.weighted<number | null>([
    [50, null],
    [42, random.pick(numbers)],
    [8, random.pick([80, 8080, 9080, 1234])]
  ])
  const subset = random.weighted<string | null>([
    [60, null],
    [18, 'v1'],
    [16, 'v2'],
    [6, 'v9']
  ])
  return {
    host,
    ...(port === null ? {} : { port: { number: port } }),
    ...(subset === null ? {} : { subset })
  }
}

function drawRedirect(random: Random): Fields {
  const out: Record<string, Fields[string]> = {}
  if (random.chance(0.6)) out.uri = random.pick(['/new', '/', '/a?x=1'])
  if (random.chance(0.5)) out.authority = random.pick(['new.example.com', 'new.example.com:8443'])
  if (random.chance(0.3)) out.scheme = random.pick(['http', 'https'])
  if (random.chance(0.25)) out.port = random.pick([80, 443, 8443])
  else if (random.chance(0.15)) {
    out.derivePort = random.pick(['FROM_REQUEST_PORT', 'FROM_PROTOCOL_DEFAULT'])
  }
  if (random.chance(0.5)) out.redirectCode = random.pick([301, 302, 303, 307, 308])
  else if (random.chance(0.02)) out.redirectCode = random.pick([300, 304])
  const named = ['uri', 'authority', 'scheme', 'port'].some(field => out[field] !== undefined)
  return named ? out : { ...out, uri: '/new' }
}

function drawResponse(random: Random): Fields {
  return {
    status: random.pick([200, 204, 403, 404, 418, 503]),
    ...(random.chance(0.6)
      ? { body: random.pick<Fields>([{ string: 'no' }, { bytes: 'bm8=' }]) }
      : {})
  }
}

function drawRewrite(random: Random): Fields {
  return random.weighted<() => Fields>([
    [50, () => ({ uri: random.pick(['/', '/new', '/new/', '/x/y']) })],
    [20, () => ({ authority: random.pick(['inner.example.com', 'reviews']) })],
    [10, () => ({ uri: '/new', authority: 'inner.example.com' })],
    [
      20,
      () => ({
        uriRegexRewrite: random.pick<Fields>([
          { match: '/a', rewrite: '/z' },
          { match: '^/([^/]*)/(.*)$', rewrite: '/\\2/\\1' },
          { match: 'v[0-9]', rewrite: 'v0' }
        ])
      })
    ]
  ])()
}

function drawSettings(random: Random, cast: Cast, namespace: string): Fields {
  const out: Record<string, Fields[string]> = {}
  if (random.chance(0.15)) out.timeout = random.pick(['3s', '500ms', '1m30s'])
  if (random.chance(0.15)) out.retries = drawRetries(random)
  if (random.chance(0.08)) out.fault = drawFault(random)
  if (random.chance(0.06)) {
    out.mirror = drawDestination(random, cast, namespace)
    if (random.chance(0.5)) out.mirrorPercentage = { value: random.pick([0, 12.5, 100]) }
  } else if (random.chance(0.05)) {
    out.mirrors = random.times(random.between(1, 2), () => ({
      destination: drawDestination(random, cast, namespace),
      ...(random.chance(0.5) ? { percentage: { value: random.pick([0, 50, 100]) } } : {})
    }))
  }
  if (random.chance(0.06)) out.corsPolicy = drawCors(random)
  return { ...out, ...drawHeaders(random, 0.12) }
}

function drawRetries(random: Random): Fields {
  if (random.chance(0.2)) return { attempts: 0 }
  return {
    attempts: random.pick([1, 3, 10]),
    ...(random.chance(0.4) ? { perTryTimeout: random.pick(['1s', '250ms']) } : {}),
    ...(random.chance(0.5)
      ? { retryOn: random.pick(['5xx', 'gateway-error,503', '503,connect-failure', 'reset,429']) }
      : {}),
    ...(random.chance(0.15) ? { retryRemoteLocalities: true } : {}),
    ...(random.chance(0.1) ? { backoff: '20ms' } : {}),
    ...(random.chance(0.1) ? { retryIgnorePreviousHosts: random.chance(0.5) } : {})
  }
}

function drawFault(random: Random): Fields {
  const percentage = random.weighted<Fields>([
    [70, { percentage: { value: random.pick([0.1, 50, 100]) } }],
    [30, {}]
  ])
  return random.chance(0.5)
    ? { delay: { fixedDelay: '2s', ...percentage } }
    : { abort: { httpStatus: random.pick([500, 503, 404]), ...percentage } }
}

function drawCors(random: Random): Fields {
  return {
    allowOrigins: random.some<Fields>(
      [{ exact: 'https://a.example' }, { prefix: 'https://' }, { regex: '.*\\.example' }],
      1,
      2
    ),
    ...(random.chance(0.6) ? { allowMethods: ['GET', 'POST'] } : {}),
    ...(random.chance(0.4) ? { allowHeaders: ['x-a', 'x-b'] } : {}),
    ...(random.chance(0.3) ? { exposeHeaders: ['x-c'] } : {}),
    ...(random.chance(0.4) ? { maxAge: '24h' } : {}),
    ...(random.chance(0.4) ? { allowCredentials: random.chance(0.5) } : {}),
    ...(random.chance(0.2) ? { unmatchedPreflights: 'IGNORE' } : {})
  }
}

function drawHeaders(random: Random, probability: number): Fields {
  if (!random.chance(probability)) return {}
  const request: Record<string, Fields[string]> = {}
  if (random.chance(0.6)) {
    request.set = random.pick<Fields>([{ 'x-set': 'one' }, { 'x-set': 'one', 'A-First': 'two' }])
  }
  if (random.chance(0.4)) request.add = { 'x-add': random.pick(['1', '2']) }
  if (random.chance(0.3)) request.remove = ['x-gone']
  const response: Record<string, Fields[string]> = {}
  if (random.chance(0.4)) response.add = { 'x-seen': 'yes' }
  if (random.chance(0.3)) response.remove = ['server']
  return { headers: { request, response } }
}
