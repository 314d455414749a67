import { isCidr, isIp } from '../../go/address.ts'
import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkServiceAccounts } from './service-accounts.ts'
import { checkFilled, checkWildcards } from './values.ts'

type Source = Message<'Source'>

const accountsAndMore = refusal(
  'conflicting-service-accounts',
  '{field} names serviceAccounts beside principals or namespaces, which say the same in other words. Use one of them.',
  { since: 25 }
)

const emptySource = refusal(
  'missing-source',
  '{field} names nothing. Name a source, or remove it: a rule without from is for every source.'
)

const invalidAddress = refusal(
  'invalid-address',
  '{field} has {address}, which is neither an IP address nor a block such as 10.0.0.0/16.'
)

const trustDomainWithPath = refusal(
  'invalid-trust-domain',
  '{field} has {value}, which holds a slash, but a trust domain is the first part of a principal alone, such as cluster.local.'
)

const ADDRESSES = ['ipBlocks', 'notIpBlocks', 'remoteIpBlocks', 'notRemoteIpBlocks'] as const

const NAMES = [
  'principals',
  'notPrincipals',
  'requestPrincipals',
  'notRequestPrincipals',
  'namespaces',
  'notNamespaces'
] as const

const ACCOUNTS = ['serviceAccounts', 'notServiceAccounts'] as const

const TRUST_DOMAINS = ['trustDomains', 'notTrustDomains'] as const

export function checkSource(source: Source, field: Field): void {
  const { serviceAccounts, notServiceAccounts, principals, notPrincipals } = source
  const accounts = serviceAccounts.length + notServiceAccounts.length
  const others =
    principals.length +
    notPrincipals.length +
    source.namespaces.length +
    source.notNamespaces.length
  if (accounts > 0 && others > 0) field.report(accountsAndMore)
  const all = [...ADDRESSES, ...NAMES, ...ACCOUNTS, ...TRUST_DOMAINS]
  if (all.every(name => source[name].length === 0)) field.report(emptySource)
  for (const name of ADDRESSES) checkAddresses(source[name], field.at(name))
  for (const name of [...ADDRESSES, ...NAMES]) checkFilled(source[name], field.at(name))
  for (const name of ACCOUNTS) checkServiceAccounts(source[name], field.at(name))
  for (const name of TRUST_DOMAINS) checkTrustDomains(source[name], field.at(name))
}

export function checkAddresses(addresses: readonly string[], field: Field): void {
  for (const [index, address] of addresses.entries()) {
    if (address.includes('/') ? isCidr(address) : isIp(address)) continue
    field.at(index).report(invalidAddress, { address })
  }
}

function checkTrustDomains(domains: readonly string[], field: Field): void {
  if (!checkWildcards(domains, field)) return
  const index = domains.findIndex(domain => domain.includes('/'))
  if (index >= 0) field.at(index).report(trustDomainWithPath)
}
