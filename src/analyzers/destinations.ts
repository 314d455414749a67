import type { FieldPath } from '../finding.ts'
import type { Json, Manifest } from '../manifest/manifest.ts'
import { qualify } from '../mesh/host.ts'
import { isMap, list, map, number, text } from '../mesh/json.ts'

/** One `destination` of a VirtualService, whatever rule it stands in. */
export interface Destination {
  /** Names the destination map itself. */
  readonly path: FieldPath
  readonly role: 'route' | 'mirror'
  /** As written. */
  readonly written: string
  /** As istiod reads it: a name without a dot belongs to the VirtualService's namespace. */
  readonly host: string
  readonly subset: string | undefined
  readonly port: number | undefined
}

interface Known {
  readonly context: string
  readonly destinations: readonly Destination[]
  readonly nameless: readonly FieldPath[]
}

/** Several analyzers ask for the same ones, and objects that did not change are the same on both sides. */
const known = new WeakMap<Manifest['spec'], Known>()

/** Every destination: http, tls and tcp routes, `mirror` and `mirrors`, in the order of the manifest. */
export function destinationsOf(manifest: Manifest, domain: string): readonly Destination[] {
  return knownOf(manifest, domain).destinations
}

/** Where a destination should name a host and names none. */
export function namelessOf(manifest: Manifest, domain: string): readonly FieldPath[] {
  return knownOf(manifest, domain).nameless
}

function knownOf(manifest: Manifest, domain: string): Known {
  const context = `${manifest.ref.namespace} ${domain}`
  const found = known.get(manifest.spec)
  if (found?.context === context) return found
  const made = readDestinations(manifest, domain)
  known.set(manifest.spec, { context, ...made })
  return { context, ...made }
}

function readDestinations(manifest: Manifest, domain: string): Omit<Known, 'context'> {
  const found: Destination[] = []
  const nameless: FieldPath[] = []
  const add = (value: Json | undefined, path: FieldPath, role: Destination['role']): void => {
    const destination = map(value)
    const written = text(destination?.host)
    if (destination === undefined || written === undefined || written === '') {
      nameless.push(destination === undefined ? path : [...path, 'host'])
      return
    }
    found.push({
      path,
      role,
      written,
      host: qualify(written, manifest.ref.namespace, domain),
      subset: text(destination.subset) || undefined,
      port: number(map(destination.port)?.number)
    })
  }
  for (const protocol of ['http', 'tls', 'tcp'] as const) {
    for (const [i, rule] of list(manifest.spec[protocol]).entries()) {
      const fields = map(rule)
      if (fields === undefined) continue
      const here = ['spec', protocol, i]
      for (const [j, route] of list(fields.route).entries()) {
        if (!isMap(route)) continue
        add(route.destination, [...here, 'route', j, 'destination'], 'route')
      }
      if (fields.mirror !== undefined) add(fields.mirror, [...here, 'mirror'], 'mirror')
      for (const [j, mirror] of list(fields.mirrors).entries()) {
        if (!isMap(mirror)) continue
        add(mirror.destination, [...here, 'mirrors', j, 'destination'], 'mirror')
      }
    }
  }
  return { destinations: found, nameless }
}
