import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkPorts } from './operation.ts'
import { checkServiceAccounts } from './service-accounts.ts'
import { checkAddresses } from './source.ts'
import { checkFilled, checkWildcards } from './values.ts'

const noKey = refusal(
  'missing-condition-key',
  '{field} is not set: a condition needs what it looks at.'
)

const noValues = refusal(
  'missing-condition-values',
  '{field} has neither values nor notValues for {key}: say what it must be, or must not be.'
)

const invalidKey = refusal(
  'invalid-condition-key',
  '{field} is {key}, but names what it looks at in brackets, as in request.headers[x-user].'
)

const replacedKey = refusal(
  'unsupported-condition-key',
  '{field} is {key}, which is no condition any more: the namespace of the policy and its selector say which workloads it is for.'
)

const unknownKey = refusal(
  'unknown-condition-key',
  '{field} is {key}, which Istio does not know. See request.headers[…], source.ip, source.principal, request.auth.claims[…], destination.port, connection.sni and others.'
)

const REPLACED = ['destination.namespace', 'destination.name', 'destination.user']

const TEXTS = [
  'source.namespace',
  'source.principal',
  'request.auth.principal',
  'request.auth.audiences',
  'request.auth.presenter',
  'connection.sni'
]

const ADDRESSES = ['source.ip', 'remote.ip', 'destination.ip']

const IN_BRACKETS = ['request.headers', 'request.auth.claims', 'experimental.envoy.filters.']

export function checkCondition(condition: Message<'Condition'>, field: Field): void {
  const { key, values, notValues } = condition
  if (key === '') field.at('key').report(noKey)
  else if (values.length + notValues.length === 0) field.report(noValues, { key })
  else
    for (const name of ['values', 'notValues'] as const)
      checkAttribute(key, condition[name], field, name)
}

/** Istio reports empty values before it looks at the key (security.ValidateAttribute). */
function checkAttribute(
  key: string,
  values: readonly string[],
  field: Field,
  name: 'values' | 'notValues'
): void {
  const place = field.at(name)
  if (!checkFilled(values, place)) return
  const { minor } = field.recorder
  if (key === 'source.serviceAccount' && minor >= 25) checkServiceAccounts(values, place)
  else if (key === 'source.trustDomain' && minor >= 30) checkWildcards(values, place)
  else if (ADDRESSES.includes(key)) checkAddresses(values, place)
  else if (key === 'destination.port') checkPorts(values, place)
  else if (IN_BRACKETS.some(prefix => key.startsWith(prefix))) {
    if (!hasBrackets(key)) field.at('key').report(invalidKey, { key })
  } else if (REPLACED.includes(key) || key.startsWith('destination.labels')) {
    field.at('key').report(replacedKey, { key })
  } else if (!TEXTS.includes(key)) field.at('key').report(unknownKey, { key })
}

/** `a[b]`, neither part empty (security.validateMapKey). */
function hasBrackets(key: string): boolean {
  const open = key.indexOf('[')
  return key.endsWith(']') && open > 0 && open < key.length - 2
}
