import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

const unsupported = refusal(
  'unsupported-custom-condition',
  '{field} is set, but action CUSTOM is decided before identities are known: only methods, paths, hosts, ports, headers and addresses can be matched. Leave it to the provider.'
)

const unsupportedKey = refusal(
  'unsupported-custom-key',
  '{field} is {key}, but action CUSTOM is decided before identities are known. Leave it to the provider.'
)

const SOURCE_FIELDS = [
  'namespaces',
  'notNamespaces',
  'serviceAccounts',
  'notServiceAccounts',
  'trustDomains',
  'notTrustDomains',
  'principals',
  'notPrincipals',
  'requestPrincipals',
  'notRequestPrincipals'
] as const

const KEYS = ['source.namespace', 'source.serviceAccount', 'source.trustDomain', 'source.principal']

/** What rules of action CUSTOM cannot look at. */
export function checkCustomRule(rule: Message<'Rule'>, field: Field): void {
  for (const [index, { source }] of rule.from.entries()) {
    for (const name of SOURCE_FIELDS) {
      if (source === undefined || source[name].length === 0) continue
      field.at('from', index, 'source', name).report(unsupported)
    }
  }
  for (const [index, { key }] of rule.when.entries()) {
    if (KEYS.includes(key) || key.startsWith('request.auth.')) {
      field.at('when', index, 'key').report(unsupportedKey, { key })
    }
  }
}
