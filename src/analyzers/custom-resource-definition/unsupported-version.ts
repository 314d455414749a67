import { defineAnalyzer } from '../analyzer.ts'

const annotation = 'gateway.networking.k8s.io/bundle-version'

/** The oldest bundles whose shape of a kind Istio reads. Source: istio pkg/config/gateway MinimumCRDVersions. */
const minimum: Readonly<Record<string, string>> = {
  'grpcroutes.gateway.networking.k8s.io': '1.1.0',
  'backendtlspolicies.gateway.networking.k8s.io': '1.4.0',
  'tlsroutes.gateway.networking.k8s.io': '1.5.0',
  'tcproutes.gateway.networking.k8s.io': '1.6.0'
}

export const unsupportedVersion = defineAnalyzer({
  id: 'custom-resource-definition/unsupported-version',
  severity: 'warning',
  summary: 'A CustomResourceDefinition of the Gateway API is older than what Istio reads.',
  why: 'The control plane does not watch a kind whose definition is too old, so that its routes do nothing.',
  fix: 'Install the bundle of the Gateway API in a newer version.',
  message: '{name} is of bundle {version}; Istio reads the kind from {minimum} on.',
  sources: ['IST0176'],
  since: '1.30',
  check({ mesh, report }) {
    for (const manifest of mesh.of('CustomResourceDefinition')) {
      const { name } = manifest.ref
      const needed = Object.hasOwn(minimum, name) ? minimum[name] : undefined
      const version = manifest.annotations[annotation]
      if (needed === undefined || version === undefined) continue
      const installed = parsed(version)
      if (installed === null || !isBefore(installed, parsed(needed) ?? [])) continue
      report(manifest, ['metadata', 'annotations', annotation], { name, version, minimum: needed })
    }
  }
})

/** Major, minor, patch; what follows a dash does not count. */
function parsed(version: string): number[] | null {
  const parts = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:[-+].*)?$/.exec(version)
  return parts === null ? null : parts.slice(1, 4).map(part => Number(part ?? 0))
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? 0
    if (part !== other) return part < other
  }
  return false
}
