import type { Mesh } from '../../mesh/mesh.ts'
import type { Workload } from '../../mesh/workload.ts'
import type { Endpoint } from '../endpoints.ts'

/**
 * The pods of Kubernetes that an endpoint is. Those of a template have no address in git and carry just its labels; an
 * address that is written down, or a name of DNS, is no pod's but where a Pod says that it is its own.
 */
export function podBehind(
  mesh: Mesh,
  { namespace, labels, address }: Endpoint
): Workload | undefined {
  const count = Object.keys(labels).length
  return mesh
    .workloadsBy(namespace, labels)
    .filter(({ manifest }) => manifest.ref.kind !== 'WorkloadEntry')
    .find(one =>
      address === null
        ? one.addresses.length === 0 && Object.keys(one.labels).length === count
        : one.addresses.includes(address)
    )
}
