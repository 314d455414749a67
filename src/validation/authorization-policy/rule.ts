import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { checkCondition } from './condition.ts'
import { checkOperation } from './operation.ts'
import { checkSource } from './source.ts'

const noSource = refusal('missing-source', '{field} is not set: an entry of from holds a source.')

const noOperation = refusal(
  'missing-operation',
  '{field} is not set: an entry of to holds an operation.'
)

const deniesTcp = warning(
  'insecure-deny-over-tcp',
  '{field} names only what HTTP requests have. On ports without HTTP that counts as met, so that all their traffic is denied: name ports in to.'
)

/** Fields of a source that connections without HTTP have as well. */
const CONNECTION_FIELDS = [
  'principals',
  'notPrincipals',
  'ipBlocks',
  'notIpBlocks',
  'namespaces',
  'notNamespaces',
  'remoteIpBlocks',
  'notRemoteIpBlocks',
  'serviceAccounts',
  'notServiceAccounts'
] as const

export function checkRule(rule: Message<'Rule'>, field: Field, denies: boolean): void {
  for (const [index, { source }] of rule.from.entries()) {
    const place = field.at('from', index, 'source')
    if (source === undefined) place.report(noSource)
    else checkSource(source, place)
  }
  for (const [index, { operation }] of rule.to.entries()) {
    const place = field.at('to', index, 'operation')
    if (operation === undefined) place.report(noOperation)
    else checkOperation(operation, place)
  }
  for (const [index, condition] of rule.when.entries()) {
    checkCondition(condition, field.at('when', index))
  }
  if (denies && isHttpAlone(rule)) field.report(deniesTcp)
}

function isHttpAlone(rule: Message<'Rule'>): boolean {
  const sources = rule.from.flatMap(({ source }) => source ?? [])
  const operations = rule.to.flatMap(({ operation }) => operation ?? [])
  if (operations.length > 0) {
    return operations.every(({ ports, notPorts }) => ports.length + notPorts.length === 0)
  }
  const named = sources.some(source => CONNECTION_FIELDS.some(name => source[name].length > 0))
  return sources.length > 0 && !named
}
