import { defineAnalyzer } from '../analyzer.ts'
import { envoyPatches } from '../envoy-patches.ts'

const routes: readonly string[] = ['ROUTE_CONFIGURATION', 'HTTP_ROUTE']
const replaceable: readonly string[] = ['NETWORK_FILTER', 'HTTP_FILTER', 'VIRTUAL_HOST']

export const invalidOperation = defineAnalyzer({
  id: 'envoy-filter/invalid-operation',
  severity: 'error',
  summary: 'An EnvoyFilter asks for an operation that is not done to what it applies to.',
  why: 'The control plane skips the patch without a word.',
  fix: 'Use an operation that `applyTo` knows; whole objects are changed with MERGE.',
  message: 'Operation {operation} does nothing to {applyTo}.',
  sources: ['IST0152', 'IST0153', 'IST0154'],
  check({ mesh, report }) {
    for (const { manifest, path, operation, applyTo } of envoyPatches(mesh)) {
      const code = refused(operation, applyTo)
      if (code === null) continue
      const params = { operation, applyTo: applyTo === '' ? 'nothing' : applyTo }
      report(manifest, [...path, 'patch', 'operation'], params, { sources: [code] })
    }
  }
})

/** Source: istio analyzers/envoyfilter/envoyfilter.go. */
function refused(operation: string, applyTo: string): string | null {
  if (operation === 'ADD') return routes.includes(applyTo) ? 'IST0153' : null
  if (operation === 'REMOVE') return routes.includes(applyTo) ? 'IST0154' : null
  if (operation === 'REPLACE') return replaceable.includes(applyTo) ? null : 'IST0152'
  return null
}
