import { securityOf } from '../dataplane/security/inbound.ts'
import type { JwtProvider } from '../dataplane/security/request-authentication.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { list, mapOrEmpty, text, texts } from '../mesh/json.ts'
import type { SecurityContext } from './security-context.ts'
import type { ServerClass } from './servers.ts'

/** A condition of a policy on one claim, by its path. */
export interface ClaimCondition {
  readonly path: readonly string[]
  readonly values: readonly string[]
}

/**
 * Conditions that read a text with spaces in two ways, since the sides split other claims: of all others the texts are
 * the same. Null: something reads claims that is no policy of the server, such as routes of a gateway.
 */
export function splitOtherwise(
  server: ServerClass,
  old: JwtProvider,
  now: JwtProvider,
  { base, head }: SecurityContext
): readonly ClaimCondition[] | null {
  const policies = [
    ...securityOf(base.compilation).authorization.policies(server.base),
    ...securityOf(head.compilation).authorization.policies(server.head)
  ]
  const differing = policies
    .flatMap(conditionsOf)
    .filter(({ path }) => splits(old, path) !== splits(now, path))
  if (
    server.role === 'gateway' &&
    [base, head].some(({ mesh }) => routesByClaims(mesh.of('VirtualService')))
  )
    return null
  return differing
}

function splits({ spaceDelimited }: JwtProvider, path: readonly string[]): boolean {
  const [first = ''] = path
  return spaceDelimited === null || (path.length === 1 && spaceDelimited.includes(first))
}

function conditionsOf({ spec }: Manifest): ClaimCondition[] {
  return list(spec.rules).flatMap(rule =>
    list(mapOrEmpty(rule).when).flatMap(entry => {
      const { key, values, notValues } = mapOrEmpty(entry)
      const named = /^request\.auth\.claims((?:\[[^\]]*\])+)$/.exec(text(key) ?? '')?.[1]
      if (named === undefined) return []
      const path = [...named.matchAll(/\[([^\]]*)\]/g)].map(([, name = '']) => name)
      return [{ path, values: [...texts(values), ...texts(notValues)] }]
    })
  )
}

function routesByClaims(services: readonly Manifest[]): boolean {
  return services.some(({ spec }) => JSON.stringify(spec).includes('@request.auth.claims'))
}

/** Claims of a token in which one condition's value is a word among others. */
export function claimsWith({ path, values }: ClaimCondition): Record<string, unknown> {
  const [first = '', ...rest] = path
  const value = `${(values[0] ?? '').replaceAll('*', 'x')} other`
  return { [first]: rest.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) }
}
