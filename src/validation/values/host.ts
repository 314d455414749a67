import { isIp } from '../../go/address.ts'
import { parseInteger } from '../../go/text.ts'
import type { Field } from '../field.ts'
import { type Fault, fault, refusal } from '../problem.ts'
import { isLabel, isWildcardLabel } from './label.ts'

/** Host names as Istio tests them (pkg/config/validation/agent/validation.go). */

const emptyHost = refusal(
  'missing-host',
  '{field} is empty, but must be a host name such as reviews.shop.svc.cluster.local.'
)

const longHost = refusal(
  'invalid-host-length',
  '{field} has {length} characters, but a host name has at most 255.'
)

const invalidLabel = refusal(
  'invalid-host',
  '{field} has {host}, which is no host name: {label} is not made of letters, digits and inner dashes only (at most 63).'
)

const numericDomain = refusal(
  'invalid-top-level-domain',
  '{field} has {host}, which is no host name: its last part {label} is a number. Write an address only where addresses are allowed.'
)

const partialWildcard = refusal(
  'invalid-partial-wildcard',
  '{field} has the partial wildcard {host}, but * may only stand alone or before a dot, as in *.example.com.'
)

export const shortHost = refusal(
  'invalid-short-host',
  '{field} has the short name {host}, which is not completed here: write a full name such as reviews.shop.svc.cluster.local, or *.'
)

export const invalidOutboundHost = refusal(
  'invalid-outbound-host',
  '{field} has {host}, which begins like a name that Istio makes for AUTO_PASSTHROUGH, but is not of the form outbound_.<port>_._.<host>.'
)

function boundsFault(host: string): Fault | null {
  if (host.length > 255) return fault(longHost, { length: host.length })
  return host === '' ? fault(emptyHost) : null
}

/** Labels between dots; the last may be empty (`example.com.`) and is no number. */
function labelsFault(host: string, domain: string): Fault | null {
  const labels = domain.split('.')
  const last = labels.pop() ?? ''
  if (parseInteger(last) !== null) return fault(numericDomain, { host, label: last })
  for (const label of labels) if (!isLabel(label)) return fault(invalidLabel, { host, label })
  return last === '' || isLabel(last) ? null : fault(invalidLabel, { host, label: last })
}

/** A name without a wildcard. */
export function fqdnFault(host: string): Fault | null {
  return boundsFault(host) ?? labelsFault(host, host)
}

/** A name whose first label may be, or begin with, a wildcard. */
export function wildcardDomainFault(host: string): Fault | null {
  const bounds = boundsFault(host)
  if (bounds !== null) return bounds
  const dot = host.indexOf('.')
  const first = dot < 0 ? host : host.slice(0, dot)
  if (!isWildcardLabel(first)) return fault(invalidLabel, { host, label: first })
  return dot < 0 ? null : labelsFault(host, host.slice(dot + 1))
}

/**
 * The same for a VirtualService at a gateway. With SNI hosts, `outbound_.80_._.reviews.shop.svc.cluster.local` is
 * allowed: what clients of another network send.
 */
export function gatewayDomainFault(host: string, hasSniHosts: boolean): Fault | null {
  const bounds = boundsFault(host)
  if (bounds !== null) return bounds
  if (!hasSniHosts || !host.startsWith('outbound_')) return wildcardDomainFault(host)
  const parts = host.split('_')
  const port = (parts[1] ?? '').replace(/^\.+|\.+$/g, '')
  const name = (parts[3] ?? '').replace(/^\.+|\.+$/g, '')
  const isWellFormed = parts.length >= 4 && /[0-9]/.test(port) && /[a-zA-Z]/.test(name)
  return isWellFormed ? null : fault(invalidOutboundHost, { host })
}

export function partialWildcardFault(host: string): Fault | null {
  const isPartial = host.includes('*') && host.length !== 1 && !host.startsWith('*.')
  return isPartial ? fault(partialWildcard, { host }) : null
}

/** The host after the slash of a Gateway's or a Sidecar's `namespace/host`. */
export function checkScopedHost(
  host: string,
  field: Field,
  options: { allowsAddress: boolean }
): void {
  if (host !== '*' && !host.includes('.')) field.report(shortHost, { host })
  const found = wildcardDomainFault(host)
  if (found !== null && !(options.allowsAddress && isIp(host))) field.check(found)
  field.check(partialWildcardFault(host))
}
