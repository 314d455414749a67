import type { Cast, PodOf } from '../cast.ts'

/** The public half of the judge's key (`judge keys`), and a set without keys. */
export const judgeKeys =
  '{"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"judge","x":"kFbeVFZvMJGzglP_Y1heUYvPXQpUZuu3ZS6TrZHETb4","y":"qn3S6iwWR5cB3oxODd5nN-Il8Fyrr8XZb9h3DNiJxYo"}]}'

export const noKeys = '{"keys":[]}'

export const issuers = [
  'https://issuer.example',
  'https://issuer.example/b',
  'testing@example.com',
  'second'
] as const

export const subjects = ['alice', 'bob', 'alice@example.com'] as const

/** What policies and requests of a world have in common, so that they meet. */
export interface Literals {
  /** Identities without `spiffe://`. */
  readonly principals: readonly string[]
  readonly trustDomains: readonly string[]
  readonly namespaces: readonly string[]
  readonly accounts: readonly string[]
  /** Of peers: a client on one machine can have no others than these. */
  readonly addresses: readonly string[]
  /** That forwarding headers name. */
  readonly forwarded: readonly string[]
  readonly hosts: readonly string[]
  readonly paths: readonly string[]
  readonly methods: readonly string[]
  /** Of pods, and of Services. */
  readonly ports: readonly string[]
  /** Of CUSTOM policies. */
  readonly providers: readonly string[]
}

/** @param trustDomains the mesh's own first, then its aliases, then strangers */
export function literalsOf(
  cast: Cast,
  pods: readonly PodOf[],
  trustDomains: readonly string[],
  providers: readonly string[]
): Literals {
  const known = [...cast.clients, ...pods]
  const principals = known.map(
    pod => `${trustDomains[0]}/ns/${pod.namespace}/sa/${pod.serviceAccount}`
  )
  const ports = cast.services.flatMap(({ ports: all }) =>
    all.flatMap(port => [String(port.targetPort), String(port.number)])
  )
  return {
    principals: [...new Set([...principals, `${trustDomains[0]}/ns/elsewhere/sa/client`])],
    trustDomains,
    namespaces: [...cast.namespaces, 'elsewhere'],
    accounts: [...new Set(known.map(pod => pod.serviceAccount))],
    addresses: ['127.9.1.5', '127.9.1.77', '127.9.2.5', '127.0.3.9'],
    forwarded: ['203.0.113.9', '10.9.1.5', '127.9.1.77'],
    hosts: [...cast.hosts, ...cast.services.map(({ host }) => host)],
    paths: ['/', '/a', '/a/b', '/a/x/b', '/admin', '/admin/x', '/b', '/a/file.json'],
    methods: ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
    ports: [...new Set(ports)],
    providers
  }
}
