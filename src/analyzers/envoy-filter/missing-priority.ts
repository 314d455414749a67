import { defineAnalyzer } from '../analyzer.ts'
import { envoyPatches } from '../envoy-patches.ts'

const relative: readonly string[] = ['REMOVE', 'REPLACE', 'INSERT_BEFORE', 'INSERT_AFTER']
const routes: readonly string[] = ['ROUTE_CONFIGURATION', 'HTTP_ROUTE']
const replaceable: readonly string[] = ['NETWORK_FILTER', 'HTTP_FILTER', 'VIRTUAL_HOST']

export const missingPriority = defineAnalyzer({
  id: 'envoy-filter/missing-priority',
  severity: 'warning',
  summary: 'An EnvoyFilter changes something relative to what another may add, and says no order.',
  why: 'Without `priority` filters are applied by creation time, which does not stand in git: where the other one comes later, this operation finds nothing and is skipped without a word.',
  fix: 'Set `priority`: a higher one is applied later.',
  message:
    'Operation {operation} depends on what was applied before it, and this EnvoyFilter has no priority.',
  sources: ['IST0151', 'IST0155'],
  check({ mesh, report }) {
    const versioned = new Set<string>()
    for (const patch of envoyPatches(mesh)) {
      if (isRelative(patch) && patch.priority === 0) {
        report(
          patch.manifest,
          [...patch.path, 'patch', 'operation'],
          { operation: patch.operation },
          { sources: [versioned.has(patch.target) ? 'IST0155' : 'IST0151'] }
        )
      }
      if (patch.proxyVersion !== undefined) versioned.add(patch.target)
    }
  }
})

function isRelative({ operation, applyTo }: { operation: string; applyTo: string }): boolean {
  if (!relative.includes(operation)) return false
  // Those cannot be done at all, which is a finding of its own.
  if (operation === 'REMOVE') return !routes.includes(applyTo)
  return operation !== 'REPLACE' || replaceable.includes(applyTo)
}
