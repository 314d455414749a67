import type { Manifest } from '../manifest/manifest.ts'
import { isSubset, qualify } from '../mesh/host.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Service } from '../mesh/service.ts'
import { isVisible } from '../mesh/visibility.ts'
import { readersOf } from './readers.ts'

/**
 * The services that a name means for an object, as one of its readers sees them: those of exactly the host, else of
 * the most specific wildcard. Services that neither side holds and that are taken to exist stand in the registry too.
 */
export function servicesFor(mesh: Mesh, written: string, manifest: Manifest): readonly Service[] {
  const { registry, config } = mesh
  const { namespace } = manifest.ref
  const readers = readersOf(manifest)
  const host = qualify(written, namespace, config.clusterDomain).toLowerCase()
  const exact = registry
    .byHost(host)
    .filter(({ exportTo }) => readers.some(reader => isVisible(exportTo, reader)))
  if (exact.length > 0) return exact
  let best: Service[] = []
  for (const service of registry.wildcards) {
    if (!isSubset(host, service.host) || !isVisible(service.exportTo, namespace)) continue
    const length = best[0]?.host.length ?? 0
    if (service.host.length > length) best = [service]
    else if (service.host.length === length) best.push(service)
  }
  return best
}
