import type { Features } from '../../mesh/features.ts'
import { cidrBlock } from './address.ts'
import type { Attribute } from './condition.ts'
import {
  namespacePattern,
  principalPattern,
  serviceAccountPattern,
  trustDomainPattern
} from './identity-pattern.ts'
import { headerPattern, NEVER, type Pattern, textPattern } from './pattern.ts'
import { requestPrincipalPattern } from './request-principal.ts'
import { expandedTrustDomains, withAliases } from './trust-domain.ts'
import { isUriTemplate, uriTemplateRegex } from './uri-template.ts'

/** What the values of a field depend on besides themselves. */
export interface PolicyContext {
  readonly namespace: string
  readonly features: Features
  /** The mesh's own and its aliases. */
  readonly trustDomains: readonly string[]
}

/** One field of a rule, or one key of `when`. */
export interface Field {
  readonly attribute: Attribute
  /** TCP connections do not have it. */
  readonly httpOnly: boolean
  /** `null`: istiod cannot make a matcher of the value. */
  pattern(value: string, context: PolicyContext): Pattern | null
  /** Values that stand for several. */
  expand?(values: readonly string[], context: PolicyContext): readonly string[]
}

const address = (of: 'source-ip' | 'remote-ip' | 'destination-ip'): Field => ({
  attribute: { of },
  httpOnly: false,
  pattern: value => {
    const block = cidrBlock(value)
    return block === null ? null : { is: 'cidr', value: block }
  }
})

const principals: Field = {
  attribute: { of: 'principal' },
  httpOnly: false,
  pattern: (value, { features }) => principalPattern(value, features),
  expand: (values, context) => values.flatMap(value => withAliases(value, context.trustDomains))
}

const namespaces: Field = {
  attribute: { of: 'principal' },
  httpOnly: false,
  pattern: (value, { features }) => namespacePattern(value, features)
}

const serviceAccounts: Field = {
  attribute: { of: 'principal' },
  httpOnly: false,
  pattern: (value, { namespace }) => serviceAccountPattern(value, namespace)
}

const trustDomains: Field = {
  attribute: { of: 'principal' },
  httpOnly: false,
  pattern: trustDomainPattern,
  expand: (values, context) => expandedTrustDomains(values, context.trustDomains)
}

const requestPrincipals: Field = {
  attribute: { of: 'request-principal' },
  httpOnly: true,
  pattern: requestPrincipalPattern
}

const ports: Field = {
  attribute: { of: 'port' },
  httpOnly: false,
  pattern: value =>
    /^\d+$/.test(value) && Number(value) <= 65535
      ? { is: 'exact', value: String(Number(value)) }
      : null
}

/** Fields of `from[].source`; each has a twin with `not`. Source: pilot security/authz/model/model.go New. */
export const SOURCE_FIELDS: Readonly<Record<string, Field>> = {
  principals,
  requestPrincipals,
  serviceAccounts,
  trustDomains,
  namespaces,
  remoteIpBlocks: address('remote-ip'),
  ipBlocks: address('source-ip')
}

/** Fields of `to[].operation`. */
export const OPERATION_FIELDS: Readonly<Record<string, Field>> = {
  hosts: {
    attribute: { of: 'authority' },
    httpOnly: true,
    pattern: value => headerPattern(value, true)
  },
  methods: {
    attribute: { of: 'method' },
    httpOnly: true,
    pattern: value => headerPattern(value)
  },
  paths: {
    attribute: { of: 'path' },
    httpOnly: true,
    pattern: (value, { features }) =>
      features.has('path-templates') && isUriTemplate(value)
        ? { is: 'regex', value: uriTemplateRegex(value) }
        : textPattern(value)
  },
  ports
}

/** Keys of `when` that are whole words. */
const KEYS: Readonly<Record<string, Field>> = {
  'destination.ip': address('destination-ip'),
  'destination.port': ports,
  'connection.sni': { attribute: { of: 'sni' }, httpOnly: false, pattern: textPattern },
  'source.ip': address('source-ip'),
  'remote.ip': address('remote-ip'),
  'source.namespace': namespaces,
  'source.trustDomain': trustDomains,
  'source.serviceAccount': serviceAccounts,
  'source.principal': principals,
  'request.auth.principal': requestPrincipals,
  'request.auth.audiences': claim(['aud']),
  'request.auth.presenter': claim(['azp'])
}

const HEADERS = 'request.headers'
const CLAIMS = 'request.auth.claims'
const FILTERS = 'experimental.envoy.filters.'

/** Of a minor that does not know them, istiod skips rules with these keys. */
const SINCE: Readonly<Record<string, 'policy-service-accounts' | 'policy-trust-domains'>> = {
  'source.serviceAccount': 'policy-service-accounts',
  'source.trustDomain': 'policy-trust-domains'
}

/** The field of a `when` key; `null`: istiod does not know it and skips the whole rule. */
export function whenField(key: string, features: Features): Field | null {
  const since = SINCE[key]
  if (since !== undefined && !features.has(since)) return null
  const known = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined
  if (known !== undefined) return known
  if (key.startsWith(FILTERS)) return metadataField(key)
  if (key.startsWith(HEADERS)) return headerField(key.slice(HEADERS.length))
  if (key.startsWith(CLAIMS)) return claimsField(key.slice(CLAIMS.length))
  return null
}

/** A field of which no value makes a matcher. */
const unusable = (httpOnly: boolean): Field => ({
  attribute: { of: 'header', name: '' },
  httpOnly,
  pattern: () => null
})

function inBrackets(text: string): string | null {
  return text.startsWith('[') && text.endsWith(']') && text.length > 1 ? text.slice(1, -1) : null
}

/** Names of the pseudo headers stand for what they hold. */
function headerField(rest: string): Field {
  const name = inBrackets(rest)?.toLowerCase()
  if (name === undefined) return unusable(true)
  const pattern = (value: string): Pattern => headerPattern(value)
  if (name === ':authority' || name === 'host') {
    return { attribute: { of: 'authority' }, httpOnly: true, pattern }
  }
  if (name === ':method') return { attribute: { of: 'method' }, httpOnly: true, pattern }
  return { attribute: { of: 'header', name }, httpOnly: true, pattern }
}

/**
 * `[a][b]` is a path, `[a.b]` one name; nothing is the whole payload, which is no text and matches nothing.
 * Source: pilot security/authz/model/util.go extractNameInNestedBrackets.
 */
function claimsField(rest: string): Field {
  if (rest === '') return claim([])
  const nested = /^(\[[^[\]]*\])+$/.test(rest)
  if (nested) return claim(rest.slice(1, -1).split(']['))
  const name = inBrackets(rest)
  return name === null ? unusable(true) : claim([name])
}

function claim(path: readonly string[]): Field {
  return { attribute: { of: 'claim', path }, httpOnly: true, pattern: textPattern }
}

/** `experimental.envoy.filters.http.rbac[key]`: what that filter wrote down; `[v]` asks for a list that holds v. */
function metadataField(key: string): Field {
  const written = key.slice('experimental.'.length).replace(/\]$/, '')
  const open = written.indexOf('[')
  if (open < 0) return unusable(false)
  const [filter, name] = [written.slice(0, open), written.slice(open + 1)]
  return {
    attribute: { of: 'metadata', filter, key: name },
    httpOnly: false,
    // No filter that istiod configures writes lists.
    pattern: value => (value.startsWith('[') && value.endsWith(']') ? NEVER : textPattern(value))
  }
}
