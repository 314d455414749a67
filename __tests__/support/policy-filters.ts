import type { Gatekeeper } from '../../src/dataplane/security/inbound.ts'

/** Names of the filters that policies add to a chain, in Envoy's order. */
export function policyFilters(keeper: Gatekeeper, reading: 'http' | 'tcp'): string[] {
  const { custom, audit, deny, allow } = keeper[reading]
  const asked = custom.flatMap(({ provider }) =>
    'unusable' in provider ? ['rbac'] : ['rbac', 'ext_authz']
  )
  const tokens = reading === 'http' && keeper.jwt.length > 0 ? ['jwt_authn'] : []
  const layers = [audit, deny, allow].flatMap(layer => (layer === null ? [] : ['rbac']))
  return [...asked, ...tokens, ...layers]
}
