import type { Dataplane } from '../dataplane/dataplane.ts'
import type { AccessQuestion } from '../dataplane/lower/access-question.ts'
import { lowerVerdicts } from '../dataplane/lower/verdicts.ts'
import { isDryRun } from '../dataplane/security/authorization.ts'
import type { Gatekeeper } from '../dataplane/security/inbound.ts'
import type { JwtProvider } from '../dataplane/security/request-authentication.ts'
import { compare } from '../decision/compare.ts'
import { canonical } from '../fingerprint.ts'

type Apart = NonNullable<AccessQuestion['apart']>

interface Side {
  readonly plane: Dataplane
  readonly keeper: Gatekeeper
}

const alike: Apart = { tokens: '', verdicts: '' }

/** Whether the token filter writes the same, and other policies leave the same verdicts, on both sides. */
export function apartFrom(base: Side, head: Side): { readonly base: Apart; readonly head: Apart } {
  const tokens = tokensKey(base.keeper) === tokensKey(head.keeper)
  const verdicts = tokens && verdictsKey(base) === verdictsKey(head)
  if (verdicts) return { base: alike, head: alike }
  const of = (mark: string): Apart => ({ tokens: tokens ? '' : mark, verdicts: mark })
  return { base: of('before'), head: of('after') }
}

/** Equal keys: the token filter does the same with every request. */
export function tokensKey({ jwt }: Gatekeeper): string {
  return canonical(
    jwt.map(({ manifest: _, path: __, assumptions: ___, ...own }: JwtProvider) => own)
  )
}

function verdictsKey({ plane: { mesh }, keeper }: Side): string {
  return canonical([mesh.version.minor, mesh.config.raw, policiesKey(keeper)])
}

/** Equal keys: the same policies leave verdicts behind. */
export function policiesKey({ policies }: Gatekeeper): string {
  const deciding = policies.filter(one => one.spec.action === 'CUSTOM' || isDryRun(one))
  return canonical(deciding.map(one => [one.ref.namespace, one.ref.name, one.spec, isDryRun(one)]))
}

interface Questions {
  readonly base: AccessQuestion
  readonly head: AccessQuestion
}

/** Questions of one mark, where other policies are written otherwise and leave the same verdicts behind. */
export function alignedQuestions(questions: Questions): Questions {
  const { base, head } = questions
  const { apart = alike } = base
  if (apart.verdicts === '' || apart.tokens !== '') return questions
  if (![base, head].some(({ keeper }) => asksVerdicts(keeper))) return questions
  if (!sameVerdicts(base, head)) return questions
  return { base: { ...base, apart: alike }, head: { ...head, apart: alike } }
}

function asksVerdicts({ http, tcp }: Gatekeeper): boolean {
  return [http, tcp].some(({ custom, audit, deny, allow }) => {
    const layers = [audit, deny, allow].flatMap(one => [one?.enforced ?? [], one?.shadow ?? []])
    const asked = custom.flatMap(({ rules, denied }) => [rules, denied])
    return [...layers, ...asked]
      .flat()
      .some(({ from, to }) =>
        [...from, ...to].flat().some(({ attribute }) => attribute.of === 'metadata')
      )
  })
}

function sameVerdicts(base: AccessQuestion, head: AccessQuestion): boolean {
  const [before, after] = [lowerVerdicts(base), lowerVerdicts(head)]
  if (before.size !== after.size) return false
  return [...before].every(([name, table]) => {
    const other = after.get(name)
    if (other === undefined) return false
    const found = compare(table, other, { keyOf: rule => rule })
    return found.kind === 'compared' && found.differences.length === 0
  })
}
