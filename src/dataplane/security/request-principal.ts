import { type Pattern, SOME } from './pattern.ts'

/**
 * `requestPrincipals`: issuer and subject, split at the last slash since issuers are URLs. Without a slash a
 * `*` in front is a subject's suffix, one behind an issuer's prefix.
 * Source: pilot security/authz/model/generator.go requestPrincipalGenerator.
 */
export function requestPrincipalPattern(value: string): Pattern {
  const slash = value.lastIndexOf('/')
  const split = slash >= 0
  const issuer = split ? value.slice(0, slash) : value
  const subject = split ? value.slice(slash + 1) : ''
  const pair = (left: Pattern, right: Pattern): Pattern => ({
    is: 'pair',
    issuer: left,
    subject: right
  })
  const exact = (text: string): Pattern => ({ is: 'exact', value: text })
  if (value === '*') return pair(SOME, SOME)
  if (value.startsWith('*')) {
    if (!split) return pair(SOME, { is: 'suffix', value: value.slice(1) })
    const left: Pattern = issuer === '*' ? SOME : { is: 'suffix', value: issuer.slice(1) }
    return pair(left, exact(subject))
  }
  if (value.endsWith('*')) {
    if (!split) return pair({ is: 'prefix', value: value.slice(0, -1) }, SOME)
    return pair(
      exact(issuer),
      subject === '*' ? SOME : { is: 'prefix', value: subject.slice(0, -1) }
    )
  }
  return pair(exact(issuer), exact(subject))
}
