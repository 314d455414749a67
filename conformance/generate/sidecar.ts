import { type Cast, rootNamespace } from './cast.ts'
import { drawObject } from './metadata.ts'
import type { Random } from './random.ts'
import type { Fields, KubernetesObject } from './world.ts'

/** Sidecars: one or two for a namespace, with and without selectors, sometimes the mesh's default. */
export function drawSidecars(random: Random, cast: Cast): readonly KubernetesObject[] {
  const out: KubernetesObject[] = []
  for (const namespace of [...cast.namespaces, rootNamespace]) {
    const count = random.weighted([
      [namespace === rootNamespace ? 75 : 25, 0],
      [namespace === rootNamespace ? 25 : 50, 1],
      [namespace === rootNamespace ? 0 : 25, 2]
    ])
    for (let index = 0; index < count; index++) {
      const selector = namespace !== rootNamespace && random.chance(0.35)
      out.push(
        drawObject(random, cast, 'Sidecar', namespace, `sidecar${index}`, {
          ...(selector
            ? { workloadSelector: { labels: { app: random.pick(['client', 'client', 'other']) } } }
            : {}),
          ...(random.chance(0.35)
            ? { outboundTrafficPolicy: { mode: random.pick(['ALLOW_ANY', 'REGISTRY_ONLY']) } }
            : {}),
          egress: drawEgress(random, cast)
        })
      )
    }
  }
  return out
}

function drawEgress(random: Random, cast: Cast): Fields[] {
  const withPort = random.chance(0.3)
  const out: Fields[] = []
  if (withPort) {
    const number = random.pick([80, 8080, 9080, 9000])
    out.push({
      port: { number, protocol: random.pick(['HTTP', 'HTTP', 'TCP']), name: `port-${number}` },
      hosts: drawEgressHosts(random, cast)
    })
  }
  if (!withPort || random.chance(0.8)) out.push({ hosts: drawEgressHosts(random, cast) })
  return out
}

function drawEgressHosts(random: Random, cast: Cast): string[] {
  const out = new Set<string>()
  for (let index = random.between(1, 3); index > 0; index--) {
    const service = random.pick(cast.services)
    const scope = random.pick(['.', '*', service.namespace, random.pick(cast.namespaces)])
    const host = random.weighted([
      [45, '*'],
      [35, service.host],
      [10, `*.${service.namespace}.svc.cluster.local`],
      [6, random.pick(cast.hosts)],
      [4, '*.example.com']
    ])
    out.add(`${scope}/${host}`)
  }
  if (random.chance(0.05)) return ['~/*']
  return [...out]
}
