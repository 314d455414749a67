import type { JsonMap } from '../../manifest/manifest.ts'
import { filled, flag, list, map, mapOrEmpty, texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const ineffectiveCondition = defineAnalyzer({
  id: 'virtual-service/ineffective-condition',
  severity: 'warning',
  summary: 'A condition of a match is ignored.',
  why: 'In HTTP matches that name gateways (also `mesh`) istiod does not look at source labels and namespaces, and letters of a regular expression always count as they stand: the match takes more, or less, than it says.',
  fix: 'Leave `gateways` out of the match where the source is meant, and write `(?i)` into the expression.',
  message: 'Field {field} is ignored here: {reason}.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      for (const [i, rule] of list(manifest.spec.http).entries()) {
        for (const [j, entry] of list(mapOrEmpty(rule).match).entries()) {
          const match = map(entry)
          if (match === undefined) continue
          for (const { field, reason } of ignored(match)) {
            const path = ['spec', 'http', i, 'match', j, field]
            report(manifest, path, { field, reason }, { part: 'key' })
          }
        }
      }
    }
  }
})

/** Source: istio pilot networking/core/route/route.go sourceMatchHTTP, TranslateRouteMatch. */
function* ignored(match: JsonMap): Generator<{ field: string; reason: string }> {
  if (texts(match.gateways).length > 0) {
    const reason = 'the match names gateways'
    if (Object.keys(mapOrEmpty(match.sourceLabels)).length > 0) {
      yield { field: 'sourceLabels', reason }
    }
    if (filled(match.sourceNamespace) !== undefined) yield { field: 'sourceNamespace', reason }
  }
  if (flag(match.ignoreUriCase) === true && filled(mapOrEmpty(match.uri).regex) !== undefined) {
    yield { field: 'ignoreUriCase', reason: 'the path is a regular expression' }
  }
}
