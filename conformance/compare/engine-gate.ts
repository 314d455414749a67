import type { Layer } from '../../src/dataplane/security/authorization.ts'
import type { Condition, Conjunction } from '../../src/dataplane/security/condition.ts'
import type { Gatekeeper } from '../../src/dataplane/security/inbound.ts'
import type { Pattern } from '../../src/dataplane/security/pattern.ts'
import type { JwtProvider } from '../../src/dataplane/security/request-authentication.ts'
import type { Rule } from '../../src/dataplane/security/rule.ts'
import type {
  CanonicalAtom,
  CanonicalGateFilter,
  CanonicalNode,
  CanonicalPolicy,
  CanonicalRequirement
} from './canonical-access.ts'

/** What the engine compiled for a proxy, as the filters that Envoy would be sent. */
export function gateOf(
  keeper: Gatekeeper,
  reading: 'http' | 'tcp'
): readonly CanonicalGateFilter[] {
  const authorization = reading === 'http' ? keeper.http : keeper.tcp
  const out: CanonicalGateFilter[] = []
  for (const { provider, rules, denied } of authorization.custom) {
    if ('unusable' in provider) {
      out.push({ filter: 'rbac', action: 'DENY', rules: policiesOf(rules) })
      continue
    }
    out.push({
      filter: 'rbac',
      action: 'DENY',
      ...(denied.length === 0 ? {} : { rules: policiesOf(denied) }),
      shadow: policiesOf(rules),
      shadowPrefix: 'istio_ext_authz_'
    })
    out.push({
      filter: 'ext_authz',
      ask: {
        protocol: provider.protocol,
        cluster: '',
        failOpen: provider.failOpen,
        statusOnError: provider.statusOnError,
        where: provider.name
      }
    })
  }
  if (reading === 'http' && keeper.jwt.length > 0) out.push(tokensOf(keeper.jwt))
  put(out, 'LOG', authorization.audit)
  put(out, 'DENY', authorization.deny)
  put(out, 'ALLOW', authorization.allow)
  return out
}

function put(out: CanonicalGateFilter[], action: string, layer: Layer | null): void {
  if (layer === null) return
  const { enforced, shadow } = layer
  out.push({
    filter: 'rbac',
    action,
    ...(enforced === null ? {} : { rules: policiesOf(enforced) }),
    ...(shadow === null
      ? {}
      : {
          shadow: policiesOf(shadow),
          shadowPrefix: action === 'LOG' ? '' : `istio_dry_run_${action.toLowerCase()}_`
        })
  })
}

function policiesOf(rules: readonly Rule[]): Readonly<Record<string, CanonicalPolicy>> {
  return Object.fromEntries(
    rules.map(({ name, from, to }) => [
      name,
      { permissions: to.map(conjunctionOf), principals: from.map(conjunctionOf) }
    ])
  )
}

function conjunctionOf(conjunction: Conjunction): CanonicalNode {
  return { all: conjunction.map(conditionOf) }
}

function conditionOf({ attribute, patterns, negated }: Condition): CanonicalNode {
  const any: CanonicalNode = { any: patterns.map(pattern => patternOf(attribute, pattern)) }
  return negated ? { not: any } : any
}

function patternOf(attribute: Condition['attribute'], pattern: Pattern): CanonicalNode {
  switch (attribute.of) {
    case 'authority':
    case 'method':
      return { atom: atomOf({ of: 'header', name: `:${attribute.of}` }, pattern) }
    case 'header':
      return { atom: atomOf({ of: 'header', name: attribute.name }, pattern) }
    case 'claim':
      return { atom: atomOf({ of: 'claim or list', path: attribute.path }, pattern) }
    case 'metadata':
      return pattern.is === 'regex' && pattern.value !== '.+'
        ? { any: [] }
        : {
            atom: atomOf({ of: 'metadata', name: attribute.filter, path: [attribute.key] }, pattern)
          }
    case 'request-principal':
      if (pattern.is !== 'pair') throw new Error(`a request principal with a ${pattern.is} pattern`)
      return {
        all: [
          { atom: atomOf({ of: 'claim', path: ['iss'] }, pattern.issuer) },
          { atom: atomOf({ of: 'claim', path: ['sub'] }, pattern.subject) }
        ]
      }
    default:
      return { atom: atomOf({ of: attribute.of }, pattern) }
  }
}

function atomOf(
  named: { readonly of: string; readonly name?: string; readonly path?: readonly string[] },
  pattern: Pattern
): CanonicalAtom {
  if (pattern.is === 'pair') throw new Error('a pair is two atoms')
  const value = 'value' in pattern ? pattern.value : ''
  const fold = 'ignoreCase' in pattern && pattern.ignoreCase === true
  return { ...named, is: pattern.is, value, fold }
}

function tokensOf(providers: readonly JwtProvider[]): CanonicalGateFilter {
  return {
    filter: 'jwt_authn',
    tokens: {
      providers: providers.map(provider => ({
        issuer: provider.issuer,
        audiences: provider.audiences,
        keys: provider.keys.startsWith('inline ') ? provider.keys.slice('inline '.length) : '',
        locations: provider.locations,
        forward: provider.forward,
        payloadHeader: provider.payloadHeader,
        claims: provider.claimHeaders,
        ...(provider.spaceDelimited === null ? {} : { spaceDelimited: provider.spaceDelimited })
      })),
      requires: [requirementOf(providers.length)],
      bypassPreflight: true
    }
  }
}

/** One good token of any provider; or none that a provider finds. */
function requirementOf(count: number): CanonicalRequirement {
  const each = Array.from({ length: count }, (_, provider) => provider)
  if (count === 1) return { any: [{ provider: 0 }, { missing: true }] }
  return {
    any: [
      ...each.map(provider => ({ provider })),
      { all: each.map(provider => ({ any: [{ provider }, { missing: true }] })) }
    ]
  }
}
