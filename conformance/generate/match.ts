import type { Cast } from './cast.ts'
import { pathExpressions, valueExpressions } from './expression.ts'
import type { Random } from './random.ts'
import type { Fields } from './world.ts'

const paths = ['/', '/a', '/a/', '/a/b', '/ab', '/api', '/api/v1', '/api/v1/users', '/A', '/b']
const headerNames = ['x', 'x-user', 'X-Mixed', 'end-user']
const values = ['a', 'b', 'ab', 'A', 'yes']
const queryNames = ['q', 'debug']

/** Where the matches of a VirtualService apply: the ports and gateways that can be named. */
export interface MatchContext {
  readonly cast: Cast
  readonly ports: readonly number[]
  /** As the VirtualService lists them. */
  readonly gateways: readonly string[]
  readonly hosts: readonly string[]
}

/** One HTTPMatchRequest; mostly a path, often more, sometimes a catch-all. */
export function drawMatch(random: Random, context: MatchContext): Fields {
  if (random.chance(0.07)) return { uri: random.pick([{ prefix: '/' }, { regex: '.*' }]) }
  const out: Record<string, Fields[string]> = {}
  if (random.chance(0.8)) out.uri = drawPath(random)
  if (out.uri !== undefined && random.chance(0.1)) out.ignoreUriCase = true
  if (random.chance(0.3)) out.headers = drawNamed(random, headerNames, 0.15)
  if (random.chance(0.12)) out.withoutHeaders = drawNamed(random, headerNames, 0.2)
  if (random.chance(0.12)) out.queryParams = drawNamed(random, queryNames, 0.15)
  if (random.chance(0.12)) out.method = drawText(random, ['GET', 'POST'], [{ regex: 'GET|POST' }])
  if (random.chance(0.06)) out.scheme = { exact: random.pick(['http', 'https']) }
  if (random.chance(0.08)) out.authority = drawAuthority(random, context.hosts)
  if (random.chance(0.12) && context.ports.length > 0) out.port = random.pick(context.ports)
  if (random.chance(0.08)) out.sourceLabels = drawLabels(random)
  if (random.chance(0.07)) out.sourceNamespace = random.pick(context.cast.namespaces)
  if (random.chance(0.08) && context.gateways.length > 0) {
    out.gateways = random.some(context.gateways, 1, 2)
  }
  if (random.chance(0.1)) out.name = random.pick(['m', 'n'])
  if (Object.keys(out).length === 0) out.uri = drawPath(random)
  return out
}

function drawPath(random: Random): Fields {
  return random.weighted<() => Fields>([
    [50, () => ({ prefix: random.pick(paths) })],
    [30, () => ({ exact: random.pick(paths) })],
    [20, () => ({ regex: random.pick(pathExpressions).pattern })]
  ])()
}

function drawNamed(random: Random, names: readonly string[], presence: number): Fields {
  const out: Record<string, Fields> = {}
  for (const name of random.some(names, 1, 2)) {
    out[name] = random.chance(presence)
      ? {}
      : drawText(
          random,
          values,
          valueExpressions.map(({ pattern }) => ({ regex: pattern }))
        )
  }
  return out
}

function drawText(random: Random, texts: readonly string[], regexes: readonly Fields[]): Fields {
  return random.weighted<() => Fields>([
    [60, () => ({ exact: random.pick(texts) })],
    [20, () => ({ prefix: random.pick(texts).slice(0, 1) })],
    [20, () => random.pick(regexes)]
  ])()
}

function drawAuthority(random: Random, hosts: readonly string[]): Fields {
  const concrete = hosts.filter(host => !host.includes('*'))
  const host = concrete.length === 0 ? 'shop.example.com' : random.pick(concrete)
  return random.pick<Fields>([
    { exact: host },
    { exact: `${host}:80` },
    { prefix: host.slice(0, 3) },
    { exact: host.toUpperCase() }
  ])
}

function drawLabels(random: Random): Fields {
  return random.pick<Fields>([
    { app: 'client' },
    { version: 'v1' },
    { app: 'client', version: 'v2' },
    { istio: 'ingressgateway' },
    { app: 'other' }
  ])
}
