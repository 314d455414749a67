import type { Assumption, FieldPath } from '../../finding.ts'
import type { Json, JsonMap, Manifest } from '../../manifest/manifest.ts'
import { filled, flag, isMap, list, text, texts } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { type PolicyTarget, policyIndex } from '../../mesh/policy-attachment.ts'

export const requestAuthenticationReads = [
  [
    'RequestAuthentication',
    'spec.jwtRules[].{issuer,audiences[],jwksUri,jwks,fromParams[],fromCookies[],outputPayloadToHeader,forwardOriginalToken,spaceDelimitedClaims[]}'
  ],
  ['RequestAuthentication', 'spec.jwtRules[].fromHeaders[].{name,prefix}'],
  ['RequestAuthentication', 'spec.jwtRules[].outputClaimToHeaders[].{header,claim}']
] as const

/** Where a token is looked for. Names of headers in lower case. */
export type TokenLocation =
  | { readonly in: 'header'; readonly name: string; readonly prefix: string }
  | { readonly in: 'query' | 'cookie'; readonly name: string }

/** One jwtRule as Envoy's JWT filter is sent it. */
export interface JwtProvider {
  readonly manifest: Manifest
  readonly path: FieldPath
  /** `''`: any issuer. */
  readonly issuer: string
  /** Empty: any audience. */
  readonly audiences: readonly string[]
  readonly locations: readonly TokenLocation[]
  /** The token goes on to the application. */
  readonly forward: boolean
  /** Header that carries the payload, lower case; `''`: none. */
  readonly payloadHeader: string
  readonly claimHeaders: readonly { readonly header: string; readonly claim: string }[]
  /** Claims whose text is a list separated by spaces; `null`: all texts. */
  readonly spaceDelimited: readonly string[] | null
  /** No token can be verified: why. */
  readonly keyless: string | null
  /** Envoy takes no listener that has it: why. */
  readonly refused: string | null
  /** The keys: two providers of equal keys accept the same signatures. */
  readonly keys: string
  readonly assumptions: readonly Assumption[]
}

export interface RequestAuthenticationIndex {
  policies(target: PolicyTarget): readonly Manifest[]
  /** Providers in Envoy's order: by issuer. */
  compile(policies: readonly Manifest[]): readonly JwtProvider[]
}

/** Source: pilot security/authn/policy_applier.go convertToEnvoyJwtConfig. */
export function requestAuthenticationIndex(mesh: Mesh): RequestAuthenticationIndex {
  const index = policyIndex(mesh, 'RequestAuthentication', false)
  const compiled = new Map<Manifest, readonly JwtProvider[]>()
  return {
    policies: target => index.for(target),
    compile(policies) {
      const all = policies.flatMap(manifest => {
        let providers = compiled.get(manifest)
        if (providers === undefined) {
          providers = list(manifest.spec.jwtRules).flatMap((rule, at) =>
            isMap(rule) ? [jwtProvider(mesh, manifest, rule, ['spec', 'jwtRules', at])] : []
          )
          compiled.set(manifest, providers)
        }
        return providers
      })
      return all.sort((a, b) => (a.issuer < b.issuer ? -1 : a.issuer > b.issuer ? 1 : 0))
    }
  }
}

function jwtProvider(mesh: Mesh, manifest: Manifest, rule: JsonMap, path: FieldPath): JwtProvider {
  const { keyless, refused, keys, assumptions } = keysOf(rule)
  return {
    manifest,
    path,
    issuer: text(rule.issuer) ?? '',
    audiences: texts(rule.audiences),
    locations: locationsOf(rule, mesh),
    forward: flag(rule.forwardOriginalToken) ?? false,
    payloadHeader: (text(rule.outputPayloadToHeader) ?? '').toLowerCase(),
    claimHeaders: list(rule.outputClaimToHeaders).flatMap(entry =>
      isMap(entry)
        ? [{ header: (text(entry.header) ?? '').toLowerCase(), claim: text(entry.claim) ?? '' }]
        : []
    ),
    spaceDelimited: spaceDelimitedOf(rule, mesh),
    keyless,
    refused,
    keys,
    assumptions
  }
}

/** Any location that is given replaces the default ones. Source: Envoy jwt_authn extractor.cc. */
function locationsOf(rule: JsonMap, { features }: Mesh): readonly TokenLocation[] {
  const locations: TokenLocation[] = []
  for (const header of list(rule.fromHeaders)) {
    if (!isMap(header)) continue
    const name = (text(header.name) ?? '').toLowerCase()
    locations.push({ in: 'header', name, prefix: text(header.prefix) ?? '' })
  }
  for (const name of texts(rule.fromParams)) locations.push({ in: 'query', name })
  if (features.has('jwt-cookies')) {
    for (const name of texts(rule.fromCookies)) locations.push({ in: 'cookie', name })
  }
  return locations.length > 0 ? locations : DEFAULT_LOCATIONS
}

const DEFAULT_LOCATIONS: readonly TokenLocation[] = [
  { in: 'header', name: 'authorization', prefix: 'Bearer ' },
  { in: 'query', name: 'access_token' }
]

function spaceDelimitedOf(rule: JsonMap, { features }: Mesh): readonly string[] | null {
  if (!features.has('claims-in-envoy')) return null
  const given = features.has('space-delimited-claims') ? texts(rule.spaceDelimitedClaims) : []
  return [...new Set(['permission', 'scope', ...given])].sort()
}

/** The keys by which signatures are judged; whether a URI answers is not in git. */
function keysOf(rule: JsonMap): Pick<JwtProvider, 'keyless' | 'refused' | 'keys' | 'assumptions'> {
  const inline = filled(rule.jwks)
  const uri = filled(rule.jwksUri)
  // Inline keys win. Source: pilot model/jwks_resolver.go BuildLocalJwks.
  if (inline !== undefined) {
    const keyless = holdsKeys(inline) ? null : 'its jwks holds no key'
    // Source: Envoy jwt_authn filter_config.h, jwks_cache.cc.
    const refused =
      keyless === null
        ? null
        : 'Envoy refuses the listener: the jwks of a provider holds no valid key'
    return { keyless, refused, keys: `inline ${inline}`, assumptions: [] }
  }
  if (uri === undefined) {
    const issuer = text(rule.issuer) ?? ''
    // istiod asks the issuer's OpenID configuration.
    const found = /^https?:\/\//.test(issuer)
    const keyless = found ? null : 'it has neither jwks nor jwksUri, and its issuer is no URL'
    return {
      keyless,
      refused: null,
      keys: `discovered ${issuer}`,
      assumptions: [reachable(issuer)]
    }
  }
  // RFC 6761: names under .invalid never resolve.
  const never = /^[a-z]+:\/\/([^/?#]*\.)?invalid([:/?#]|$)/i.test(uri)
  return {
    keyless: never ? `no host of ${uri} can exist` : null,
    refused: null,
    keys: `uri ${uri}`,
    assumptions: [reachable(uri)]
  }
}

function reachable(uri: string): Assumption {
  return { kind: 'jwks-available', params: { uri } }
}

function holdsKeys(jwks: string): boolean {
  let parsed: Json
  try {
    parsed = JSON.parse(jwks)
  } catch {
    return false
  }
  return isMap(parsed) && list(parsed.keys).some(isKey)
}

/** What each kind of key has to carry. Source: Envoy jwt_verify_lib jwks.cc. */
const KEY_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  EC: ['x', 'y'],
  RSA: ['n', 'e'],
  oct: ['k'],
  OKP: ['crv', 'x']
}

function isKey(value: Json): boolean {
  if (!isMap(value)) return false
  const kind = text(value.kty) ?? ''
  const members = Object.hasOwn(KEY_MEMBERS, kind) ? KEY_MEMBERS[kind] : undefined
  return members?.every(name => filled(value[name]) !== undefined) ?? false
}
