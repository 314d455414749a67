import { fingerprint } from '../fingerprint.ts'
import type { Features } from './features.ts'
import { filled, list, mapOrEmpty } from './json.ts'
import type { Service } from './service.ts'

/** Discard-only addresses, which nothing can be reached by. Source: RFC 6666. */
const PREFIX = '100::'

/**
 * What stands for the address that a cluster gives and git does not hold. Kubernetes gives every Service an address
 * of its own, so two of them never share a listener; which one it is, no manifest says.
 */
export function assumedAddress(host: string): string {
  const found = known.get(host)
  if (found !== undefined) return found
  const made = addressFor(host)
  if (known.size >= REMEMBERED) known.clear()
  known.set(host, made)
  return made
}

/** Both sides, and each order of creation, ask for the same ones. */
const known = new Map<string, string>()
const REMEMBERED = 100_000

function addressFor(host: string): string {
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

/**
 * A service of a ServiceEntry with the address that istiod allocates to it: its status holds it, which git seldom does.
 * Source: pilot networking/serviceentry ShouldV2AutoAllocateIP; before that, and without the controller, pilot
 * serviceregistry/serviceentry/auto_allocation.go, which heeds no label.
 */
export function withAllocatedAddress(
  service: Service,
  features: Features,
  isAssumed: boolean
): Service {
  const { registry, resolution, addresses, host, manifest } = service
  if (registry !== 'External' || addresses.length > 0 || manifest === null) return service
  if (resolution === 'passthrough' || host.startsWith('*')) return service
  if (!features.has('auto-allocate-addresses')) {
    return isAssumed ? { ...service, allocated: assumedAddress(host) } : service
  }
  const wish = manifest.labels['networking.istio.io/enable-autoallocate-ip']
  if (wish?.toLowerCase() === 'false') return service
  const held = list(mapOrEmpty(manifest.object.status).addresses)
    .map(mapOrEmpty)
    .find(one => one.host === host)
  const allocated = filled(held?.value) ?? (isAssumed ? assumedAddress(host) : undefined)
  return allocated === undefined ? service : { ...service, allocated }
}
