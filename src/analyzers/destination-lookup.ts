import type { Manifest } from '../manifest/manifest.ts'
import { qualify } from '../mesh/host.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Registry } from '../mesh/registry.ts'
import type { Service } from '../mesh/service.ts'
import { isVisible } from '../mesh/visibility.ts'
import { readersOf } from './readers.ts'
import { wildcardIndex } from './wildcards.ts'

/**
 * The services that a name means for an object, as one of its readers sees them: those of exactly the host, else of
 * the most specific wildcard. Services that neither side holds and that are taken to exist stand in the registry too.
 */
export function servicesFor(mesh: Mesh, written: string, manifest: Manifest): readonly Service[] {
  const { registry, config } = mesh
  const { namespace } = manifest.ref
  const readers = readersOf(manifest)
  const isSeen = ({ exportTo }: Service) => readers.some(reader => isVisible(exportTo, reader))
  const host = qualify(written, namespace, config.clusterDomain).toLowerCase()
  const exact = registry.byHost(host).filter(isSeen)
  if (exact.length > 0) return exact
  const covering = wildcardsOf(registry)(host).filter(isSeen)
  return covering.filter(service => service.host.length === covering[0]?.host.length)
}

type Wildcards = (host: string) => readonly Service[]
const known = new WeakMap<Registry, Wildcards>()

function wildcardsOf(registry: Registry): Wildcards {
  const found =
    known.get(registry) ??
    wildcardIndex(registry.wildcards.map(service => [service.host.toLowerCase(), service]))
  known.set(registry, found)
  return found
}
