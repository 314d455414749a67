import type { Manifest } from '../../manifest/manifest.ts'
import { list, map, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { deadRules, type Section } from '../dead-rules.ts'

export const unreachableRoute = defineAnalyzer({
  id: 'virtual-service/unreachable-route',
  severity: 'warning',
  summary: 'No request can reach a route of a VirtualService, or one of its matches.',
  why: 'Routes are tried in the order in which they stand, and the first that matches takes the request. What earlier routes take together, or what contradicts itself, is dead: people read it and believe that it works. Everything behind a route without `match` is not even sent to the proxies. For TLS and TCP the narrowest name or address is chosen, whatever the order; there a rule is dead behind one for the same names, or behind one for every address.',
  fix: 'Move the narrower route in front of the wider one, or remove what can never match.',
  message: 'No request reaches the {what} to {target}: {reason}.',
  sources: ['IST0130', 'IST0131'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      for (const section of ['http', 'tls', 'tcp'] as const) {
        if (list(manifest.spec[section]).length === 0) continue
        for (const { rule, at, whole, why, by, same } of deadRules(manifest, section, mesh)) {
          report(
            manifest,
            at.path,
            {
              what: whole ? 'route' : 'match of the route',
              target: targetOf(manifest, section, rule),
              reason:
                why === 'empty'
                  ? 'what it asks for can never hold together'
                  : 'earlier ones take all that it would match'
            },
            {
              severity: !whole || same ? 'info' : 'warning',
              sources: [whole ? 'IST0130' : 'IST0131'],
              related: by.slice(0, 5).map(at => ({ at, note: 'takes such requests first' }))
            }
          )
        }
      }
    }
  }
})

/** `cart v2`, `a redirect`: where the route would lead, for people and the fingerprint. */
function targetOf(manifest: Manifest, section: Section, rule: number): string {
  const fields = map(list(manifest.spec[section])[rule])
  if (fields?.redirect !== undefined) return 'a redirect'
  if (fields?.directResponse !== undefined) return 'a direct response'
  const targets = list(fields?.route).map(route => {
    const destination = map(map(route)?.destination)
    const subset = text(destination?.subset)
    return `${text(destination?.host) ?? 'nowhere'}${subset === undefined ? '' : ` ${subset}`}`
  })
  return targets.length === 0 ? 'nowhere' : targets.join(' and ')
}
