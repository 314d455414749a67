import type { JsonMap } from '../../src/manifest/manifest.ts'
import { list, mapOrEmpty, number, text, textMap, texts } from '../../src/mesh/json.ts'
import { selectorText, selects } from '../../src/mesh/selector.ts'
import type { AnalysisWorld } from './world.ts'

interface Subject {
  readonly world: AnalysisWorld
  readonly namespace: string
  readonly name: string
}

/** How many servers of a Gateway open a host that some other Gateway opens too: pair by pair, from the manifests. */
export function gatewayConflicts({ world, namespace, name }: Subject): number {
  const gateways = world.objects.filter(
    one => one.kind === 'Gateway' && String(one.apiVersion).startsWith('networking.istio.io/')
  )
  const own = gateways.find(one => isNamed(one, namespace, name))
  if (own === undefined) return 0
  const texts = new Set<string>()
  for (const server of serversOf(own)) {
    const clashes = gateways.some(
      other =>
        other !== own &&
        meets(own, other, world) &&
        serversOf(other).some(
          ({ port, bind, hosts }) =>
            port === server.port &&
            bind === server.bind &&
            hosts.some(host => server.hosts.includes(host))
        )
    )
    if (clashes) texts.add(`${server.port} ${server.hosts.join()}`)
  }
  return texts.size
}

function isNamed({ metadata }: JsonMap, namespace: string, name: string): boolean {
  const own = mapOrEmpty(metadata)
  return own.namespace === namespace && own.name === name
}

function serversOf({ spec }: JsonMap) {
  return list(mapOrEmpty(spec).servers).map(server => {
    const { port, bind, hosts } = mapOrEmpty(server)
    return {
      port: number(mapOrEmpty(port).number) ?? 0,
      bind: text(bind) ?? '',
      hosts: texts(hosts)
    }
  })
}

function meets(one: JsonMap, other: JsonMap, world: AnalysisWorld): boolean {
  const [a, b] = [one, other].map(({ spec }) => textMap(mapOrEmpty(spec).selector))
  if (a === undefined || b === undefined) return false
  if (selectorText(a) === selectorText(b)) return true
  if (!selects(a, b) && !selects(b, a)) return false
  return world.objects.some(({ kind, metadata, spec }) => {
    const from = kind === 'Deployment' ? mapOrEmpty(mapOrEmpty(spec).template).metadata : metadata
    if (kind !== 'Pod' && kind !== 'Deployment') return false
    const labels = textMap(mapOrEmpty(from).labels)
    return selects(a, labels) && selects(b, labels)
  })
}
