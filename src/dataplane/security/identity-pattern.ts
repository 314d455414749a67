import type { Features } from '../../mesh/features.ts'
import { type Pattern, quoted, SOME } from './pattern.ts'

/**
 * Patterns over a peer's identity without `spiffe://`. Envoy matches the whole URI; every pattern that
 * istiod makes of these fields begins with the scheme or with `.*`, so leaving it out changes nothing.
 * Source: pilot security/authz/model/generator.go.
 */

/** `principals`. */
export function principalPattern(value: string, features: Features): Pattern {
  if (value === '*') return SOME
  if (value.startsWith('*')) {
    const rest = value.slice(1)
    return features.has('escaped-identity-patterns')
      ? { is: 'suffix', value: rest }
      : { is: 'regex', value: `.*${rest}` }
  }
  if (value.endsWith('*')) return { is: 'prefix', value: value.slice(0, -1) }
  return { is: 'exact', value }
}

/** `namespaces`: every `*` stands for any text, slashes included. */
export function namespacePattern(value: string, features: Features): Pattern {
  const name = features.has('escaped-identity-patterns')
    ? value.split('*').map(quoted).join('.*')
    : value.replaceAll('*', '.*')
  return { is: 'regex', value: `.*/ns/${name}/.*` }
}

/** `serviceAccounts`: `name` of the policy's namespace, or `namespace/name`; any trust domain. */
export function serviceAccountPattern(value: string, policyNamespace: string): Pattern {
  const slash = value.indexOf('/')
  const namespace = slash < 0 ? policyNamespace : value.slice(0, slash)
  const name = value.slice(slash + 1)
  return { is: 'regex', value: `.+/ns/${quoted(namespace)}/(.+/|)sa/${quoted(name)}(/.+)?` }
}

/** `trustDomains`: one `*` stands for text without slashes. */
export function trustDomainPattern(value: string): Pattern {
  if (value === '*') return { is: 'present' }
  const star = value.indexOf('*')
  if (star < 0) return { is: 'prefix', value: `${value}/` }
  const [before, after] = [value.slice(0, star), value.slice(star + 1)]
  return { is: 'regex', value: `${quoted(before)}[^/]*${quoted(after)}/.*` }
}
