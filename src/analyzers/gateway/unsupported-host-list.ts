import { list, mapOrEmpty, texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const unsupportedHostList = defineAnalyzer({
  id: 'gateway/unsupported-host-list',
  severity: 'error',
  summary: 'A server lists a host of a namespace behind the host for everything.',
  why: 'Since 1.30 istiod shortens the list of hosts to one entry when it meets `*/*`, and then writes at the old place of the next one: the control plane panics while it builds the gateway, and no gateway that this Gateway selects gets any new configuration. `*/*` takes every host anyway.',
  fix: 'Leave the other hosts out, or `*/*`.',
  message: 'Host "{host}" behind "*/*" makes istiod panic; "*/*" alone means the same.',
  sources: [],
  since: '1.30',
  check({ mesh, report }) {
    for (const manifest of mesh.of('Gateway')) {
      for (const [i, server] of list(manifest.spec.servers).entries()) {
        const hosts = texts(mapOrEmpty(server).hosts)
        const any = hosts.indexOf('*/*')
        if (any < 0) continue
        const index = hosts.findIndex((host, at) => at > any && isWritten(host))
        const host = hosts[index]
        if (host === undefined) continue
        const path = ['spec', 'servers', i, 'hosts']
        report(
          manifest,
          [...path, index],
          { host },
          { related: [{ at: { manifest, path: [...path, any] }, note: 'shortens the list' }] }
        )
      }
    }
  }
})

/** Hosts of the own namespace and of any are written anew. Source: pilot model/gateway.go sanitizeServerHostNamespace. */
function isWritten(host: string): boolean {
  return host.startsWith('./') || (host.startsWith('*/') && host !== '*/*')
}
