import type { Random } from '../random.ts'
import type { Fields } from '../world.ts'
import { issuers, type Literals, subjects } from './literals.ts'

/** A text with a wildcard at one of its ends, or as it is, or any. */
function wild(random: Random, text: string): string {
  return random.weighted([
    [60, text],
    [14, `${text.slice(0, Math.max(1, Math.ceil(text.length / 2)))}*`],
    [14, `*${text.slice(Math.floor(text.length / 2))}`],
    [12, '*']
  ])
}

export function drawPrincipal(random: Random, literals: Literals): string {
  const full = random.pick(literals.principals)
  const [, , namespace = '', , account = ''] = full.split('/')
  const domain = random.pick(literals.trustDomains)
  return random.weighted([
    [34, full],
    [16, `${domain}/ns/${namespace}/sa/${account}`],
    [10, `cluster.local/ns/${namespace}/sa/${account}`],
    [8, `${domain}/ns/${namespace}/*`],
    [8, `*/ns/${namespace}/sa/${account}`],
    [6, `*/sa/${account}`],
    [6, `${domain}/*`],
    [6, '*'],
    [3, `${domain}/ns/${namespace}/sa/*`],
    [3, `*.example/ns/${namespace}/sa/${account}`]
  ])
}

export function drawNamespace(random: Random, literals: Literals): string {
  const name = random.pick(literals.namespaces)
  return random.weighted([
    [60, name],
    [14, `${name.slice(0, 1)}*`],
    [10, `*${name.slice(-2)}`],
    [8, '*'],
    [8, `${name.slice(0, 1)}*${name.slice(-1)}`]
  ])
}

export function drawAccount(random: Random, literals: Literals): string {
  const account = random.pick(literals.accounts)
  return random.chance(0.5) ? account : `${random.pick(literals.namespaces)}/${account}`
}

export function drawTrustDomain(random: Random, literals: Literals): string {
  const domain = random.pick(literals.trustDomains)
  return random.weighted([
    [60, domain],
    [15, '*.example'],
    [15, `${domain.slice(0, 2)}*`],
    [10, '*']
  ])
}

export function drawBlock(random: Random, literals: Literals): string {
  const address = random.pick([...literals.addresses, ...literals.forwarded])
  const [a, b, c] = address.split('.')
  return random.weighted([
    [30, address],
    [20, `${a}.${b}.0.0/16`],
    [15, `${a}.${b}.${c}.0/24`],
    [10, `${address}/25`],
    [10, '127.0.0.0/8'],
    [8, '0.0.0.0/0'],
    [4, '::1/128'],
    [3, '2001:db8::/32']
  ])
}

export function drawRequestPrincipal(random: Random): string {
  const issuer = random.pick(issuers)
  const subject = random.pick(subjects)
  return random.weighted([
    [45, `${issuer}/${subject}`],
    [18, `${issuer}/*`],
    [15, '*'],
    [8, `*/${subject}`],
    [6, `${issuer.slice(0, 6)}*`],
    [5, `*${subject.slice(-3)}`],
    [3, `${issuer}/${subject.slice(0, 2)}*`]
  ])
}

export function drawHost(random: Random, literals: Literals): string {
  const host = random.pick(literals.hosts)
  return random.weighted([
    [45, host],
    [15, `${host}:*`],
    [15, `*.${host.split('.').slice(1).join('.')}`],
    [10, `${host.split('.')[0]}*`],
    [10, host.toUpperCase()],
    [5, '*']
  ])
}

export function drawMethod(random: Random, literals: Literals): string {
  return random.weighted([
    [75, random.pick(literals.methods)],
    [10, 'P*'],
    [8, '*T'],
    [7, '*']
  ])
}

export function drawPath(random: Random, literals: Literals): string {
  const path = random.pick(literals.paths)
  return random.weighted([
    [40, path],
    [20, `${path === '/' ? '' : path}/*`],
    [12, `${path}*`],
    [6, '*.json'],
    [4, '*'],
    [
      18,
      random.pick([
        '/a/{*}',
        '/a/{*}/b',
        '/a/{**}',
        '/{**}/b',
        '/a/{*}/{*}',
        '/{*}/x',
        '/a/{*}/{**}'
      ])
    ]
  ])
}

/** One entry of `when`; keys that istiod does not know are refused by the webhook. */
export function drawWhen(random: Random, literals: Literals, unchecked: boolean): Fields {
  const [key, draw] = drawKey(random, literals, unchecked)
  const values = (): string[] => [...new Set(random.times(random.between(1, 2), draw))]
  return random.weighted<Fields>([
    [65, { key, values: values() }],
    [25, { key, notValues: values() }],
    [10, { key, values: values(), notValues: values() }]
  ])
}

function drawKey(
  random: Random,
  literals: Literals,
  unchecked: boolean
): readonly [string, () => string] {
  const text =
    (...from: readonly string[]) =>
    () =>
      wild(random, random.pick(from))
  return random.weighted<readonly [string, () => string]>([
    [14, ['request.headers[x-role]', text('admin', 'user')]],
    [3, ['request.headers[X-Role]', text('admin')]],
    [2, ['request.headers[:authority]', text(...literals.hosts)]],
    [2, ['request.headers[:method]', text('GET', 'POST')]],
    [2, ['request.headers[host]', text(...literals.hosts)]],
    [7, ['source.ip', () => drawBlock(random, literals)]],
    [7, ['remote.ip', () => drawBlock(random, literals)]],
    [7, ['source.namespace', () => drawNamespace(random, literals)]],
    [7, ['source.principal', () => drawPrincipal(random, literals)]],
    [4, ['source.serviceAccount', () => drawAccount(random, literals)]],
    [4, ['source.trustDomain', () => drawTrustDomain(random, literals)]],
    [6, ['request.auth.principal', () => drawRequestPrincipal(random)]],
    [5, ['request.auth.audiences', text('web', 'https://api.example/')]],
    [4, ['request.auth.presenter', text('app-1', 'app-2')]],
    [8, ['request.auth.claims[groups]', text('admins', 'staff')]],
    [4, ['request.auth.claims[realm][roles]', text('admins', 'staff')]],
    [3, ['request.auth.claims[scope]', text('read', 'write')]],
    [3, ['request.auth.claims[iss]', () => wild(random, random.pick(issuers))]],
    [2, ['request.auth.claims[a.b]', text('dotted')]],
    [4, ['destination.ip', () => random.pick(['10.244.1.1', '10.244.0.0/16', '10.96.0.0/12'])]],
    [5, ['destination.port', () => random.pick(literals.ports)]],
    [5, ['connection.sni', text('shop.example.com', 'outbound_.80_._.web.a.svc.cluster.local')]],
    [
      3,
      [
        `experimental.envoy.filters.${random.pick(['http', 'network'])}.rbac[istio_dry_run_${random.pick(['allow', 'deny'])}_shadow_engine_result]`,
        text('allowed', 'denied')
      ]
    ],
    [1, ['experimental.envoy.filters.a.b[c]', () => random.pick(['v', '[v]', '*'])]],
    [unchecked ? 6 : 0, ['source.nothing', text('x')]],
    [unchecked ? 3 : 0, ['request.headers', text('x')]],
    [unchecked ? 3 : 0, ['request.auth.claims', text('x')]]
  ])
}
