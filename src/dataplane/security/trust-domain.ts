import type { Features } from '../../mesh/features.ts'
import type { MeshConfig } from '../../mesh/mesh-config.ts'

/** The mesh's trust domain and its aliases, each once. */
export function trustDomains(config: MeshConfig): readonly string[] {
  return [...new Set([config.trustDomain, ...config.trustDomainAliases])]
}

/** Trust domains whose peers are let in; `null`: all. Source: pilot security/authn TrustDomainsForValidation. */
export function acceptedTrustDomains(
  config: MeshConfig,
  features: Features
): readonly string[] | null {
  return features.has('skip-validate-trust-domain') ? null : trustDomains(config)
}

/**
 * Principals with the trust domain of the mesh, or `cluster.local`, stand for it and all its aliases.
 * Only values of five parts whose first is not `*`. Source: pilot security/trustdomain/bundle.go.
 */
export function withAliases(principal: string, domains: readonly string[]): readonly string[] {
  const parts = principal.split('/')
  const [own = '', ...rest] = parts
  if (parts.length !== 5 || own === '*') return [principal]
  if (own !== 'cluster.local' && !domains.some(domain => covers(own, domain))) return [principal]
  const result = domains.map(domain =>
    suffixCovers(own, domain) ? principal : [domain, ...rest].join('/')
  )
  return [...new Set(result)]
}

function covers(pattern: string, domain: string): boolean {
  return (
    pattern === domain ||
    pattern === '*' ||
    suffixCovers(pattern, domain) ||
    (pattern.endsWith('*') && domain.startsWith(pattern.slice(0, -1)))
  )
}

function suffixCovers(pattern: string, domain: string): boolean {
  return pattern.startsWith('*') && domain.endsWith(pattern.slice(1))
}

/** `trustDomains` values that name a trust domain of the mesh stand for all of them. */
export function expandedTrustDomains(
  values: readonly string[],
  domains: readonly string[]
): readonly string[] {
  const result = values.flatMap(value => (domains.includes(value) ? domains : [value]))
  return [...new Set(result)]
}
