import type { Manifest } from '../manifest/manifest.ts'
import { texts } from '../mesh/json.ts'

/**
 * The namespaces from which an object looks up the services that it names: those it is exported to by name, else its
 * own. Source: istio pkg/config/analysis/analyzers/util/service_lookup.go GetDestinationHost.
 */
export function readersOf({ spec, ref }: Manifest): readonly string[] {
  const named = texts(spec.exportTo).filter(entry => entry !== '*' && entry !== '~')
  if (named.length === 0) return [ref.namespace]
  return [...new Set(named.map(entry => (entry === '.' ? ref.namespace : entry)))].sort()
}
