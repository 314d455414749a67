import { texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { actionOf, partsOf } from '../rules-of.ts'

export const missingHostPort = defineAnalyzer({
  id: 'authorization-policy/missing-host-port',
  severity: 'warning',
  summary: 'A policy denies a host and not the same host with a port.',
  why: 'The Host header is compared as it was sent. Who sends `shop.example.com:443` is not denied by a rule for `shop.example.com`, though the request is routed the same way.',
  fix: 'Add `<host>:*` beside each host, or allow what is wanted instead of denying.',
  message:
    'Requests for "{host}" are denied, and those that write a port behind it, such as :443, are not.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      if (actionOf(manifest) !== 'DENY') continue
      for (const { kind, fields, path } of partsOf(manifest)) {
        if (kind !== 'operation') continue
        const hosts = texts(fields.hosts)
        const covered = new Set(hosts)
        for (const [index, host] of hosts.entries()) {
          // A star at the end takes the port too, an address of IPv6 or a host with a port has its colon.
          if (host.endsWith('*') || host.includes(':')) continue
          if (covered.has(`${host}:*`) || hosts.some(other => takesPorts(other, host))) continue
          report(manifest, [...path, 'hosts', index], { host })
        }
      }
    }
  }
})

function takesPorts(pattern: string, host: string): boolean {
  return pattern.endsWith('*') && `${host}:443`.startsWith(pattern.slice(0, -1))
}
