import type { FieldPath } from '../../finding.ts'
import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { list, mapOrEmpty, number, text, textMap, texts } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { type Labels, selectorText, selects } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { firstFew } from '../first-few.ts'
import { podsOf, put } from '../pods.ts'

export const conflictingHosts = defineAnalyzer({
  id: 'gateway/conflicting-hosts',
  severity: 'error',
  summary: 'Two Gateways open one host on one port of the same pods.',
  why: 'For HTTPS and TLS servers Istio drops the younger one with all of its hosts; plain HTTP servers are merged, so that the settings of one hold for both.',
  fix: 'Open each host of a port in one Gateway, or select different gateway pods.',
  message: 'Port {port} is opened for {hosts} by {others} as well, on the same gateway pods.',
  sources: ['IST0145', 'KIA0301'],
  check({ mesh, report }) {
    const servers = serversOf(mesh)
    const byHost = new Map<string, Server[]>()
    for (const server of servers) {
      for (const host of new Set(server.hosts)) put(byHost, keyOf(server, host), server)
    }
    const together = meeting(mesh)
    for (const server of servers) {
      const others = new Map<Manifest, Server>()
      const hosts = new Set<string>()
      for (const host of server.hosts) {
        for (const other of byHost.get(keyOf(server, host)) ?? []) {
          if (other.manifest === server.manifest) continue
          if (!together(server.selector, other.selector)) continue
          others.set(other.manifest, other)
          hosts.add(`"${host}"`)
          if (others.size >= NAMED) break
        }
      }
      if (others.size === 0) continue
      const rivals = [...others.values()]
      report(
        server.manifest,
        server.path,
        {
          hosts: firstFew([...hosts].sort()),
          port: String(server.port),
          others: [...new Set(rivals.map(rival => describeRef(rival.manifest.ref)))]
            .sort()
            .join(', ')
        },
        {
          related: rivals.slice(0, 5).map(rival => ({
            at: { manifest: rival.manifest, path: rival.path },
            note: `${describeRef(rival.manifest.ref)} opens them here`
          }))
        }
      )
    }
  }
})

/** Others that a message names; many on one host cost no more than few. */
const NAMED = 6

interface Server {
  readonly manifest: Manifest
  readonly path: FieldPath
  readonly selector: Labels
  readonly port: number
  readonly bind: string
  readonly hosts: readonly string[]
}

function serversOf(mesh: Mesh): Server[] {
  return mesh.of('Gateway').flatMap(manifest =>
    list(manifest.spec.servers).map((entry, index) => {
      const { port, bind, hosts } = mapOrEmpty(entry)
      return {
        manifest,
        path: ['spec', 'servers', index, 'hosts'],
        selector: textMap(manifest.spec.selector),
        port: number(mapOrEmpty(port).number) ?? 0,
        bind: text(bind) ?? '',
        hosts: texts(hosts)
      }
    })
  )
}

function keyOf({ port, bind }: Server, host: string): string {
  return `${port}/${bind}/${host}`
}

/** Whether some pod is meant by both selectors: the same one, or one within the other with a pod that carries both. */
function meeting(mesh: Mesh): (one: Labels, other: Labels) => boolean {
  const known = new Map<string, boolean>()
  return (one, other) => {
    const [a = '', b = ''] = [selectorText(one), selectorText(other)].sort()
    if (a === b) return true
    const key = `${a} ${b}`
    const found = known.get(key)
    if (found !== undefined) return found
    const nested = selects(one, other) || selects(other, one)
    const meets = nested && podsOf(mesh).selectedBy({ ...one, ...other }).length > 0
    known.set(key, meets)
    return meets
  }
}
