import type { Cast } from './cast.ts'
import { drawExportTo, drawObject } from './metadata.ts'
import type { Random } from './random.ts'
import { mapOf, textsOf } from './read.ts'
import type { Fields, KubernetesObject } from './world.ts'

/** ServiceEntries: hosts outside, colliding with each other and, sometimes, with services of the cluster. */
export function drawServiceEntries(random: Random, cast: Cast): readonly KubernetesObject[] {
  const drawn = random.times(random.between(2, 5), index => {
    const namespace = random.pick(cast.namespaces)
    const resolution = random.weighted<'NONE' | 'STATIC' | 'DNS'>([
      [20, 'NONE'],
      [35, 'STATIC'],
      [45, 'DNS']
    ])
    const hosts = [drawHost(random, cast, resolution)]
    return drawObject(random, cast, 'ServiceEntry', namespace, `se${index}`, {
      hosts,
      ...drawExportTo(random, cast, namespace),
      location: random.pick(['MESH_EXTERNAL', 'MESH_INTERNAL']),
      resolution,
      ports: drawPorts(random),
      ...(random.chance(0.4) ? { addresses: [`240.1.${index}.1`] } : {}),
      ...drawEndpoints(random, resolution, hosts, index)
    })
  })
  return apart(drawn)
}

/**
 * Of two equally old ServiceEntries of one host in one namespace istiod takes now this, now that one first
 * (pilot/pkg/model/push_context.go SortServicesByCreationTime knows the host alone): a second makes them apart.
 */
function apart(entries: readonly KubernetesObject[]): readonly KubernetesObject[] {
  const seen = new Map<string, number>()
  return entries.map(entry => {
    const { namespace, creationTimestamp = '' } = entry.metadata
    const key = `${namespace} ${textsOf(mapOf(entry.spec).hosts).join()} ${creationTimestamp}`
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    if (before === 0) return entry
    const later = creationTimestamp.replace(/00Z$/, `${String(before).padStart(2, '0')}Z`)
    return { ...entry, metadata: { ...entry.metadata, creationTimestamp: later } }
  })
}

function drawHost(random: Random, cast: Cast, resolution: string): string {
  return random.weighted([
    [70, random.pick(cast.hosts)],
    [resolution === 'NONE' ? 20 : 0, '*.example.com'],
    [10, random.pick(cast.services).host],
    [10, `entry.${random.pick(cast.namespaces)}.svc.cluster.local`]
  ])
}

function drawPorts(random: Random): Fields[] {
  const all: Fields[] = [
    { number: 80, name: 'http', protocol: 'HTTP' },
    { number: 8080, name: 'http-alt', protocol: 'HTTP', targetPort: 18080 },
    { number: 443, name: 'tls', protocol: 'TLS' },
    { number: 9000, name: 'tcp', protocol: 'TCP' }
  ]
  return random.some(all, 1, 2)
}

function drawEndpoints(
  random: Random,
  resolution: string,
  hosts: readonly string[],
  index: number
): Fields {
  const wildcard = hosts.some(host => host.startsWith('*'))
  if (resolution === 'STATIC') {
    return {
      endpoints: random.times(random.between(1, 2), at => ({
        address: `203.0.113.${index * 10 + at + 1}`,
        ...(random.chance(0.4) ? { labels: { version: random.pick(['v1', 'v2']) } } : {})
      }))
    }
  }
  if (resolution === 'DNS' && (wildcard || random.chance(0.3))) {
    return { endpoints: [{ address: 'backend.example.net' }] }
  }
  return {}
}

/** One that no route names: a repository without any would be taken to have those that routes name. */
export function anchorEntry(): KubernetesObject {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: {
      name: 'anchor',
      namespace: 'istio-system',
      creationTimestamp: '2023-01-01T00:00:00Z'
    },
    spec: {
      hosts: ['anchor.example.net'],
      resolution: 'DNS',
      location: 'MESH_EXTERNAL',
      ports: [{ number: 8765, name: 'http', protocol: 'HTTP' }]
    }
  }
}
