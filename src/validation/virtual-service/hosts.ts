import { isIp } from '../../go/address.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { gatewayDomainFault, wildcardDomainFault } from '../values/host.ts'
import { HostSet } from '../values/host-set.ts'

const anyHostAtMesh = refusal(
  'invalid-mesh-host',
  '{field} is *, but sidecars route by host: * is for gateways alone. Name the hosts, or leave mesh out of gateways.'
)

const duplicateHost = refusal(
  'duplicate-host',
  '{field} is {value}, which shares names with {other} of the same VirtualService. Remove one of them.'
)

export interface HostOptions {
  /** Bound to gateways and not to the mesh. */
  readonly isAtGateway: boolean
  /** TLS routes name hosts of clients in other networks. */
  readonly hasSniHosts: boolean
}

export function checkHosts(hosts: readonly string[], field: Field, options: HostOptions): void {
  let areValid = true
  for (const [index, host] of hosts.entries()) {
    const found = options.isAtGateway
      ? gatewayDomainFault(host, options.hasSniHosts)
      : wildcardDomainFault(host)
    if (found !== null) {
      if (isIp(host)) continue
      field.at(index).check(found)
      areValid = false
    } else if (!options.isAtGateway && host === '*') {
      field.at(index).report(anyHostAtMesh)
      areValid = false
    }
  }
  if (areValid) checkDuplicates(hosts, field)
}

/** Names overlap where one covers the other. */
function checkDuplicates(hosts: readonly string[], field: Field): void {
  const set = new HostSet(hosts)
  for (const [index, host] of hosts.entries()) {
    for (const other of set.covering(host)) {
      if (field.recorder.isFull) return
      // Equal ones cover each other: each pair once, at its second.
      if (other === index || (hosts[other] === host && other > index)) continue
      const [first, second] = other < index ? [other, index] : [index, other]
      field
        .at(second)
        .reportWith(
          duplicateHost,
          { field: field.at(first), note: 'the other host' },
          { other: hosts[first] ?? '' }
        )
    }
  }
}
