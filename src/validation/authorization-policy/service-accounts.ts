import { byteLength } from '../../go/text.ts'
import type { Field } from '../field.ts'
import { type Fault, fault, refusal } from '../problem.ts'

const many = refusal(
  'invalid-service-account-count',
  '{field} lists {count} accounts, but at most 16 are allowed.'
)

const empty = refusal('missing-value', '{field} is empty: name a value, or remove the entry.')

const wildcard = refusal(
  'invalid-service-account-wildcard',
  '{field} is {value}, but service accounts are named in full. Use principals for patterns.'
)

const form = refusal(
  'invalid-service-account',
  '{field} is {value}, but a service account is named as account, or namespace/account.'
)

const long = refusal(
  'invalid-service-account-length',
  '{field} has {length} characters, but at most 320 are allowed.'
)

/** Since 1.25. Istio reports the first fault alone (security.CheckServiceAccount). */
export function checkServiceAccounts(accounts: readonly string[], field: Field): void {
  if (accounts.length > 16) {
    field.report(many, { count: accounts.length })
    return
  }
  for (const [index, account] of accounts.entries()) {
    const found = accountFault(account)
    if (found === null) continue
    field.at(index).check(found)
    return
  }
}

function accountFault(account: string): Fault | null {
  if (account === '') return fault(empty)
  if (account.includes('*')) return fault(wildcard)
  const parts = account.split('/')
  if (parts.length > 2) return fault(form)
  const length = byteLength(account)
  if (length > 320) return fault(long, { length })
  return parts.includes('') ? fault(form) : null
}
