import { l4Rules, type Match } from '../../dataplane/rules.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { filled, list, number, textMap, texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const conflictingServerNames = defineAnalyzer({
  id: 'virtual-service/conflicting-server-names',
  severity: 'error',
  summary: 'Two matches of TLS rules share a server name and not the whole list.',
  why: 'Each match becomes a filter chain of its own, but for one with the very list of another. Envoy refuses a listener of which two chains take the same name: the proxies keep the old configuration of that port, and new ones have none at all.',
  fix: 'Name each server name in one match.',
  message:
    'Server name "{name}" stands in another match too, so that Envoy refuses the whole listener.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      if (list(manifest.spec.tls).length === 0) continue
      const seen = new Map<string, Match[]>()
      for (const { fields, matches } of l4Rules(manifest, 'tls', mesh.config.clusterDomain)) {
        if (list(fields.route).length === 0) continue
        for (const match of matches ?? []) {
          for (const [index, name] of texts(match.fields.sniHosts).entries()) {
            for (const key of keysOf(match, name)) {
              const before = seen.get(key) ?? []
              const other = before.find(one => one !== match && meets(one, match, manifest))
              if (other === undefined) {
                if (before.at(-1) !== match && before.length < LOOKED_AT) {
                  seen.set(key, [...before, match])
                }
                continue
              }
              report(
                manifest,
                [...match.at.path, 'sniHosts', index],
                { name },
                { related: [{ at: other.at, note: 'names it too' }] }
              )
              break
            }
          }
        }
      }
    }
  }
})

/** Matches with one name that are compared: callers tell them apart, and those are few. */
const LOOKED_AT = 50

function* keysOf({ fields }: Match, name: string): Generator<string> {
  const blocks = texts(fields.destinationSubnets)
  for (const block of blocks.length === 0 ? [''] : blocks) yield `${name.toLowerCase()}|${block}`
}

/** Both are made for some proxy and port, and are not the same list. */
function meets(one: Match, other: Match, { spec }: Manifest): boolean {
  const list = ({ fields }: Match) =>
    JSON.stringify([texts(fields.sniHosts), texts(fields.destinationSubnets)])
  if (list(one) === list(other)) return false
  const ports = [one, other].map(({ fields }) => number(fields.port) ?? 0)
  if (ports.every(port => port !== 0) && ports[0] !== ports[1]) return false
  const [a, b] = [filled(one.fields.sourceNamespace), filled(other.fields.sourceNamespace)]
  if (a !== undefined && b !== undefined && a !== b) return false
  const labels = textMap(other.fields.sourceLabels)
  for (const [key, value] of Object.entries(textMap(one.fields.sourceLabels))) {
    if (labels[key] !== undefined && labels[key] !== value) return false
  }
  const bound = texts(spec.gateways)
  const all = bound.length === 0 ? ['mesh'] : bound
  const [mine, theirs] = [one, other].map(({ fields }) => texts(fields.gateways))
  if (mine === undefined || theirs === undefined) return false
  if (mine.length === 0 || theirs.length === 0) return all.length > 0
  return mine.some(name => theirs.includes(name))
}
