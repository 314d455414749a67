import type { Random } from '../random.ts'
import type { Literals } from './literals.ts'
import { issuers } from './literals.ts'
import { type AccessDraft, goodToken } from './meet.ts'

/** Changes one thing about a request, in a way that a careless reading would not notice. */
export function bend(random: Random, draft: AccessDraft, literals: Literals): void {
  random.weighted<(draft: AccessDraft) => void>([
    [14, bent => bendCaller(random, bent, literals)],
    [12, bent => bendTransport(random, bent)],
    [24, bent => bendPath(random, bent)],
    [16, bent => bendToken(random, bent)],
    [9, bent => bendAddress(random, bent, literals)],
    [7, bent => bendHeader(random, bent)],
    [7, bent => bendAuthority(random, bent, literals)],
    [
      6,
      bent => {
        bent.method = random.pick(literals.methods)
      }
    ],
    [
      5,
      bent => {
        bent.port = Number(random.pick([...literals.ports, '7777', '8088']))
      }
    ]
  ])(draft)
}

function bendCaller(random: Random, draft: AccessDraft, literals: Literals): void {
  draft.transport = 'mtls'
  const [domain = '', , namespace = '', , account = ''] = draft.principal.split('/')
  draft.principal = random.pick([
    random.pick(literals.principals),
    `${random.pick(literals.trustDomains)}/ns/${namespace}/sa/${account}`,
    `${domain}/ns/${random.pick(literals.namespaces)}/sa/${account}`,
    `${domain}/ns/${namespace}/sa/${random.pick(literals.accounts)}`,
    `${domain}/ns/${namespace}x/sa/${account}`
  ])
}

function bendTransport(random: Random, draft: AccessDraft): void {
  draft.transport = random.weighted<AccessDraft['transport']>([
    [45, 'plaintext'],
    [20, 'tls'],
    [35, 'mtls']
  ])
  if (random.chance(0.35)) draft.protocol = 'tcp'
}

function bendPath(random: Random, draft: AccessDraft): void {
  const { path } = draft
  const letter = path.slice(1, 2)
  draft.path = random.pick([
    `${path}/`,
    path.length > 1 ? path.slice(0, -1) : '/x',
    `${path}x`,
    path.toUpperCase(),
    path.replace('/', '//'),
    `/x/..${path}`,
    `/.${path}`,
    letter === '' ? '/%61' : `/%${letter.charCodeAt(0).toString(16)}${path.slice(2)}`,
    path.replace(/(?<=.)\/(?=[^/]*$)/, '%2F'),
    path.replace(/(?<=.)\/(?=[^/]*$)/, '%2f'),
    path.replace(/(?<=.)\/(?=[^/]*$)/, '\\'),
    `${path}?q=1`,
    `${path};v=1`,
    `${path}%20`,
    `/x${path}`
  ])
}

function bendToken(random: Random, draft: AccessDraft): void {
  const token = draft.token ?? goodToken(random.pick(issuers), 'alice')
  draft.token = random.weighted<() => AccessDraft['token']>([
    [18, () => null],
    [18, () => ({ ...token, signature: 'broken' })],
    [16, () => ({ ...token, claims: { ...token.claims, iss: random.pick([...issuers, 'none']) } })],
    [14, () => ({ ...token, claims: { ...token.claims, exp: 1_000_000_000 } })],
    [8, () => ({ ...token, claims: { ...token.claims, nbf: 4_000_000_000 } })],
    [10, () => ({ ...token, claims: { ...token.claims, aud: random.pick(['web', 'nobody']) } })],
    [8, () => ({ ...token, claims: { ...token.claims, sub: 'mallory' } })],
    [
      8,
      () => ({ ...token, in: random.pick(['query:token', 'header:x-jwt:', 'query:access_token']) })
    ]
  ])()
  if (draft.token === null && random.chance(0.3))
    draft.headers.authorization = random.pick(['Bearer none', 'Basic eA=='])
}

function bendAddress(random: Random, draft: AccessDraft, literals: Literals): void {
  const other = random.pick(literals.forwarded)
  random.pick<() => void>([
    () => {
      draft.ip = random.pick(literals.addresses)
    },
    () => {
      draft.headers['x-forwarded-for'] = random.pick([
        other,
        `${other}, 198.51.100.7`,
        `198.51.100.7,${other}`
      ])
    },
    () => {
      draft.headers['x-forwarded-for'] = [other, '198.51.100.7']
    },
    () => {
      delete draft.headers['x-forwarded-for']
    }
  ])()
}

function bendHeader(random: Random, draft: AccessDraft): void {
  const value = String(draft.headers['x-role'] ?? 'admin')
  draft.headers['x-role'] = random.pick<string | readonly string[]>([
    `${value}x`,
    value.toUpperCase(),
    '',
    [value, 'zz'],
    ['zz', value],
    `zz,${value}`
  ])
  if (random.chance(0.2)) draft.headers['x-sub'] = 'alice'
}

function bendAuthority(random: Random, draft: AccessDraft, literals: Literals): void {
  const { authority } = draft
  draft.authority = random.pick([
    authority.toUpperCase(),
    `${authority}:80`,
    `${authority}:8443`,
    `x.${authority}`,
    random.pick(literals.hosts)
  ])
}
