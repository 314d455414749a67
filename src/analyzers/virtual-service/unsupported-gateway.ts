import { defineAnalyzer } from '../analyzer.ts'
import { gatewayNamesOf, isGenerated } from '../gateway-names.ts'

export const unsupportedGateway = defineAnalyzer({
  id: 'virtual-service/unsupported-gateway',
  severity: 'warning',
  summary: 'A VirtualService binds to a Gateway that istiod makes for its own use.',
  why: 'Such names are internal: istiod makes them from Gateways of the Gateway API and may change them with any version.',
  fix: 'Bind to a Gateway of Istio, or route with an HTTPRoute of the Gateway API.',
  message: '"{gateway}" is the internal name of a generated Gateway.',
  sources: ['IST0165'],
  since: '1.21',
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      for (const { written, path } of gatewayNamesOf(manifest)) {
        if (isGenerated(written)) report(manifest, path, { gateway: written })
      }
    }
  }
})
