import { defineAnalyzer } from '../analyzer.ts'
import { policiesOf } from '../traffic-policies.ts'

/** What a port-level block takes over whole. Source: istio pilot util GetPortLevelTrafficPolicy. */
const replaced: readonly string[] = [
  'tls',
  'loadBalancer',
  'connectionPool',
  'outlierDetection',
  'proxyProtocol',
  'retryBudget'
]

export const ineffectiveTrafficPolicy = defineAnalyzer({
  id: 'destination-rule/ineffective-traffic-policy',
  severity: 'warning',
  summary: 'Settings of a port drop the settings that hold for all ports.',
  why: 'An entry of `portLevelSettings` replaces the whole policy of its port; nothing is merged. What stands above it and not in it falls back to the defaults there: lost `tls` means that the port is sent plaintext or automatic mutual TLS.',
  fix: 'Repeat the settings in the entry of the port.',
  message: 'Port {port} loses {lost} of the policy above: settings of a port replace it whole.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('DestinationRule')) {
      for (const { policy, path, above, port } of policiesOf(manifest)) {
        if (above === null) continue
        const lost = replaced.filter(
          field => above[field] !== undefined && policy[field] === undefined
        )
        if (lost.length === 0) continue
        const at = [...path, 'port']
        report(
          manifest,
          at,
          { port: port === null ? 'of this entry' : String(port), lost: lost.join(', ') },
          {
            part: 'key',
            severity: lost.includes('tls') ? 'warning' : 'info',
            related: lost.map(field => ({
              at: { manifest, path: [...path.slice(0, -2), field], part: 'key' },
              note: 'does not hold for the port'
            }))
          }
        )
      }
    }
  }
})
