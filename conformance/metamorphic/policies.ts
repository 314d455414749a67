import type { Random } from '../generate/random.ts'
import type { Fields } from '../generate/world.ts'
import type { Tree } from './tree.ts'

/** Policies over the servers of a generated world: few literals, so that they meet. */
export function drawPolicies(
  random: Random,
  namespaces: readonly string[],
  apps: readonly string[]
): Tree[] {
  const where = (): Fields => ({ namespace: random.pick([...namespaces, 'istio-system']) })
  const out: Tree[] = []
  const count = random.between(2, 5)
  for (let index = 0; index < count; index++) {
    const { namespace } = where()
    const selector =
      namespace === 'istio-system' || random.chance(0.4)
        ? {}
        : { selector: { matchLabels: { app: random.pick(apps) } } }
    const spec = random.weighted<() => Tree>([
      [70, () => drawAuthorization(random, namespaces)],
      [15, () => ({ mtls: { mode: random.pick(['STRICT', 'PERMISSIVE', 'DISABLE']) } })],
      [15, () => drawTokens(random)]
    ])()
    const kind =
      'mtls' in spec
        ? 'PeerAuthentication'
        : 'jwtRules' in spec
          ? 'RequestAuthentication'
          : 'AuthorizationPolicy'
    out.push({
      apiVersion: 'security.istio.io/v1',
      kind,
      metadata: {
        name: `policy${index}`,
        namespace: String(namespace),
        creationTimestamp: `2024-02-0${index + 1}T00:00:00Z`
      },
      spec: { ...selector, ...spec }
    })
  }
  return out
}

function drawAuthorization(random: Random, namespaces: readonly string[]): Tree {
  return {
    action: random.pick(['ALLOW', 'ALLOW', 'DENY', 'DENY', 'AUDIT']),
    rules: random.times(random.between(1, 3), () => drawRule(random, namespaces))
  }
}

function drawRule(random: Random, namespaces: readonly string[]): Tree {
  const out: Tree = {}
  if (random.chance(0.7)) {
    out.from = random.times(random.between(1, 2), () => ({
      source: drawSource(random, namespaces)
    }))
  }
  if (random.chance(0.7)) {
    out.to = random.times(random.between(1, 2), () => ({ operation: drawOperation(random) }))
  }
  if (random.chance(0.3)) {
    out.when = [
      random.pick<Tree>([
        { key: 'request.headers[x-a]', values: random.some(['v', 'w', 'v*'], 1, 2) },
        { key: 'request.headers[x-a]', notValues: ['v'] },
        { key: 'source.namespace', values: random.some(namespaces, 1, 2) },
        { key: 'request.auth.claims[role]', values: ['admin', 'dev'] }
      ])
    ]
  }
  return out
}

function drawSource(random: Random, namespaces: readonly string[]): Tree {
  const [field, values] = random.pick<readonly [string, string[]]>([
    ['principals', random.some(namespaces, 1, 2).map(one => `cluster.local/ns/${one}/sa/client`)],
    ['notPrincipals', [`cluster.local/ns/${random.pick(namespaces)}/sa/client`]],
    ['namespaces', random.some(namespaces, 1, 2)],
    ['notNamespaces', [random.pick(namespaces)]],
    ['ipBlocks', random.some(['10.0.0.0/8', '10.244.250.1', '192.0.2.0/24'], 1, 2)],
    ['requestPrincipals', random.some(['*', 'https://iss/user', 'https://iss/*'], 1, 2)]
  ])
  return { [field]: values }
}

function drawOperation(random: Random): Tree {
  const out: Tree = {}
  if (random.chance(0.6)) out.methods = random.some(['GET', 'POST', 'PUT'], 1, 2)
  if (random.chance(0.6)) out.paths = random.some(['/admin', '/admin*', '/a/b', '*.css'], 1, 2)
  if (random.chance(0.2)) out.notPaths = ['/healthz']
  if (random.chance(0.3)) out.ports = random.some(['8080', '9080'], 1, 2)
  if (random.chance(0.2)) out.hosts = ['*.example.com']
  return Object.keys(out).length === 0 ? { methods: ['GET'] } : out
}

function drawTokens(random: Random): Tree {
  return {
    jwtRules: [
      {
        issuer: 'https://iss',
        jwks: '{"keys":[{"kty":"EC","crv":"P-256","x":"x","y":"y"}]}',
        ...(random.chance(0.5) ? { audiences: ['one', 'two'] } : {}),
        ...(random.chance(0.3) ? { forwardOriginalToken: true } : {})
      }
    ]
  }
}
