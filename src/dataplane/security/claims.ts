import { isMap } from '../../mesh/json.ts'

/** A token that was verified, as later filters see it. */
export interface VerifiedToken {
  readonly claims: Readonly<Record<string, unknown>>
  /** Claims whose text is a list; `null`: every text. */
  readonly spaceDelimited: readonly string[] | null
}

/** Issuer or subject: texts alone count. */
export function claimText(token: VerifiedToken, name: string): string | null {
  const value = token.claims[name]
  return typeof value === 'string' ? value : null
}

/**
 * The texts of a claim: of a list its texts, of a text itself. Numbers, booleans and maps match nothing.
 * Source: Envoy metadata matcher; pilot security/authz/model MetadataListValueMatcherForJWTClaims.
 */
export function claimTexts(token: VerifiedToken, path: readonly string[]): readonly string[] {
  let value: unknown = token.claims
  for (const name of path) {
    if (!isMap(value)) return []
    value = Object.hasOwn(value, name) ? value[name] : undefined
  }
  if (Array.isArray(value)) {
    return value.filter((one): one is string => typeof one === 'string')
  }
  if (typeof value !== 'string') return []
  const [first = ''] = path
  const { spaceDelimited } = token
  const split = spaceDelimited === null || (path.length === 1 && spaceDelimited.includes(first))
  return split ? value.split(' ').filter(word => word !== '') : [value]
}
