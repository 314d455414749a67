import type { Token } from '../../../src/dataplane/request.ts'
import type { Random } from '../random.ts'
import { listOf, mapOf, textOf, textsOf } from '../read.ts'
import type { Fields } from '../world.ts'
import { issuers, type Literals, subjects } from './literals.ts'

/** The parts of a request that policies look at; a request is drawn to meet a rule and then bent. */
export interface AccessDraft {
  transport: 'mtls' | 'plaintext' | 'tls'
  principal: string
  protocol: 'http' | 'tcp'
  ip: string
  headers: Record<string, string | readonly string[]>
  token: Token | null
  authority: string
  method: string
  path: string
  port: number
  sni: string | null
  address: string
}

const tenYears = 4_102_444_800

export function goodToken(issuer: string, subject: string): Token {
  return { claims: { iss: issuer, sub: subject, exp: tenYears }, signature: 'good' }
}

/** Bends a draft so that it meets a rule, as far as its literals tell; negations are met half the time. */
export function meetRule(
  random: Random,
  draft: AccessDraft,
  rule: Fields,
  literals: Literals
): void {
  const source = pickEntry(random, rule.from, 'source')
  const operation = pickEntry(random, rule.to, 'operation')
  for (const [name, meet] of Object.entries(meetings)) {
    const not = `not${name.charAt(0).toUpperCase()}${name.slice(1)}`
    for (const fields of [source, operation]) {
      const values = textsOf(fields[name])
      const negated = textsOf(fields[not])
      if (values.length > 0) meet(random, draft, random.pick(values), literals)
      else if (negated.length > 0 && random.chance(0.4)) {
        meet(random, draft, random.pick(negated), literals)
      }
    }
  }
  for (const entry of listOf(rule.when)) meetWhen(random, draft, mapOf(entry), literals)
}

function pickEntry(random: Random, value: Fields[string] | undefined, member: string): Fields {
  const entries = listOf(value)
  return entries.length === 0 ? {} : mapOf(mapOf(random.pick(entries))[member])
}

type Meeting = (random: Random, draft: AccessDraft, value: string, literals: Literals) => void

const meetings: Readonly<Record<string, Meeting>> = {
  principals: (random, draft, value, literals) => {
    const [domain, namespace, account] = partsOf(random.pick(literals.principals))
    const whole = value.split('/')
    const [a = '*', , n = '*', , s = '*'] = whole
    known(
      draft,
      whole.length === 5
        ? `${filled(a, domain)}/ns/${filled(n, namespace)}/sa/${filled(s, account)}`
        : (literals.principals.find(each => matches(value, each)) ??
            `${domain}/ns/${namespace}/sa/${account}`)
    )
  },
  namespaces: (random, draft, value, literals) => {
    const [domain, namespace, account] = partsOf(random.pick(literals.principals))
    known(draft, `${domain}/ns/${filled(value, namespace)}/sa/${account}`)
  },
  serviceAccounts: (random, draft, value, literals) => {
    const [domain, namespace] = partsOf(random.pick(literals.principals))
    const [first = '', second] = value.split('/')
    const at = second === undefined ? namespace : first
    known(draft, `${domain}/ns/${at}/sa/${second ?? first}`)
  },
  trustDomains: (random, draft, value, literals) => {
    const [domain, namespace, account] = partsOf(random.pick(literals.principals))
    known(draft, `${filled(value, domain)}/ns/${namespace}/sa/${account}`)
  },
  requestPrincipals: (random, draft, value) => {
    const slash = value.lastIndexOf('/')
    const issuer = slash < 0 ? random.pick(issuers) : value.slice(0, slash)
    const subject = slash < 0 ? random.pick(subjects) : value.slice(slash + 1)
    draft.token = goodToken(filled(issuer, random.pick(issuers)), filled(subject, 'alice'))
  },
  ipBlocks: (random, draft, value) => {
    const address = inside(random, value)
    if (address.startsWith('127.')) draft.ip = address
  },
  remoteIpBlocks: (random, draft, value) => {
    const address = inside(random, value)
    if (address.startsWith('127.') && random.chance(0.4)) draft.ip = address
    else draft.headers['x-forwarded-for'] = random.pick([address, `198.51.100.7, ${address}`])
  },
  paths: (random, draft, value) => {
    draft.path = concretePath(random, value)
  },
  methods: (_, draft, value) => {
    draft.method = value === 'P*' ? 'POST' : value.includes('*') ? 'GET' : value
  },
  hosts: (_, draft, value) => {
    draft.authority = value.startsWith('*') ? filled(value, 'x') : value.replace(/:?\*$/, '')
  },
  ports: (_, draft, value) => {
    if (/^\d+$/.test(value) && Number(value) < 65536) draft.port = Number(value)
  }
}

function meetWhen(random: Random, draft: AccessDraft, when: Fields, literals: Literals): void {
  const key = textOf(when.key) ?? ''
  const values = textsOf(when.values)
  const from = values.length > 0 ? values : random.chance(0.4) ? textsOf(when.notValues) : []
  if (from.length === 0) return
  const value = random.pick(from)
  const header = /^request\.headers\[(.*)\]$/.exec(key)?.[1]
  if (header !== undefined) {
    if (header === 'host' || header === ':authority') draft.authority = filled(value, 'x')
    else if (header === ':method') draft.method = value === 'GET' ? 'GET' : 'POST'
    else draft.headers[header.toLowerCase()] = filled(value, 'x')
    return
  }
  const claim = /^request\.auth\.claims\[(.*)\]$/.exec(key)?.[1]
  if (claim !== undefined) {
    setClaim(random, draft, claim.split(']['), filled(value, 'x'))
    return
  }
  const field = whenFields[key]
  if (field !== undefined) meetings[field]?.(random, draft, value, literals)
  else if (key === 'request.auth.audiences') setClaim(random, draft, ['aud'], filled(value, 'web'))
  else if (key === 'request.auth.presenter')
    setClaim(random, draft, ['azp'], filled(value, 'app-1'))
  else if (key === 'connection.sni') draft.sni = filled(value, 'x')
  else if (key === 'destination.ip' && random.chance(0.3)) draft.address = inside(random, value)
}

const whenFields: Readonly<Record<string, string>> = {
  'source.ip': 'ipBlocks',
  'remote.ip': 'remoteIpBlocks',
  'source.namespace': 'namespaces',
  'source.principal': 'principals',
  'source.serviceAccount': 'serviceAccounts',
  'source.trustDomain': 'trustDomains',
  'request.auth.principal': 'requestPrincipals',
  'destination.port': 'ports'
}

/** A claim as a text, or in a list. */
function setClaim(
  random: Random,
  draft: AccessDraft,
  [name = '', inner]: readonly string[],
  text: string
): void {
  const token = draft.token ?? goodToken(random.pick(issuers), random.pick(subjects))
  const value = random.weighted<unknown>([
    [45, text],
    [30, [text, 'more']],
    [15, `${text} more`],
    [5, 7],
    [5, ['more']]
  ])
  const claims = { ...token.claims, [name]: inner === undefined ? value : { [inner]: value } }
  draft.token = { ...token, claims }
}

function known(draft: AccessDraft, principal: string): void {
  draft.transport = 'mtls'
  draft.principal = principal
}

function partsOf(principal: string): readonly [string, string, string] {
  const [domain = '', , namespace = '', , account = ''] = principal.split('/')
  return [domain, namespace, account]
}

/** A text with something in place of its wildcard. */
export function filled(value: string, whole: string): string {
  return value === '*' ? whole : value.replace('*', 'x')
}

function matches(value: string, text: string): boolean {
  if (value.startsWith('*')) return text.endsWith(value.slice(1))
  return value.endsWith('*') ? text.startsWith(value.slice(0, -1)) : value === text
}

function concretePath(random: Random, value: string): string {
  if (value.includes('{')) {
    return value
      .replaceAll('{**}', random.pick(['x', 'x/y', '']))
      .replaceAll('{*}', random.pick(['x', 'x.y', 'file']))
  }
  if (value === '*') return '/any'
  return value.startsWith('*')
    ? `/x${value.slice(1)}`
    : value.replace('*', random.pick(['', 'x', 'x/y']))
}

/** An address inside of a block, of IPv4. */
function inside(random: Random, block: string): string {
  const [address = '', bits] = block.split('/')
  const parts = address.split('.')
  if (parts.length !== 4) return '127.9.1.5'
  if (bits === '0') return '127.9.1.9'
  if (bits === undefined || bits === '32') return address
  return [...parts.slice(0, 3), String(random.between(1, 250))].join('.')
}
