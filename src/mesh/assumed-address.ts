import { fingerprint } from '../fingerprint.ts'
import type { Service } from './service.ts'

/** Discard-only addresses, which nothing can be reached by. Source: RFC 6666. */
const PREFIX = '100::'

/**
 * What stands for the address that a cluster gives and git does not hold. Kubernetes gives every Service an address
 * of its own, so two of them never share a listener; which one it is, no manifest says.
 */
export function assumedAddress(host: string): string {
  const digits = fingerprint(['address', host])
  const groups = [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8, 12)]
  return `${PREFIX}${groups.map(group => Number.parseInt(group, 16).toString(16)).join(':')}`
}

export function isAssumedAddress(address: string): boolean {
  return address.startsWith(PREFIX)
}

/** A Service with the address that its cluster gives it; one that is headless or a mere name has none. */
export function withAssumedAddress(service: Service): Service {
  const { registry, resolution, addresses, host, meshExternal } = service
  const isKubernetes = registry === 'Kubernetes' || (registry === 'assumed' && !meshExternal)
  if (!isKubernetes || addresses.length > 0) return service
  if (resolution === 'static') return { ...service, addresses: [assumedAddress(host)] }
  // Each pod of a headless Service is dialled by its own address: one stands for all.
  return resolution === 'passthrough'
    ? { ...service, podAddress: assumedAddress(`pods of ${host}`) }
    : service
}
