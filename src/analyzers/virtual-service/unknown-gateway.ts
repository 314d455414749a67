import { defineAnalyzer } from '../analyzer.ts'
import { gatewayNamesOf, isGenerated } from '../gateway-names.ts'
import { absence } from '../selector-text.ts'

export const unknownGateway = defineAnalyzer({
  id: 'virtual-service/unknown-gateway',
  severity: 'error',
  summary: 'A VirtualService binds to a Gateway that its namespace does not hold.',
  why: 'Istio ignores a gateway that it does not know without a word: the routes are sent to no gateway pod, and hosts that only they serve are answered 404. A name without a namespace belongs to the namespace of the VirtualService, not to that of the gateway pods.',
  fix: 'Write `namespace/name` for a Gateway of another namespace, or add the Gateway.',
  message: 'Gateway "{gateway}" is not defined in namespace "{namespace}".',
  // IST0132 says of the same name that it serves no host.
  sources: ['IST0101', 'IST0132', 'KIA1102'],
  check({ mesh, report }) {
    const known = new Map<string, Set<string>>()
    // A Gateway of the Gateway API can be named too.
    for (const group of ['networking.istio.io', 'gateway.networking.k8s.io']) {
      for (const { ref } of mesh.of('Gateway', group)) {
        const names = known.get(ref.namespace) ?? new Set<string>()
        known.set(ref.namespace, names.add(ref.name))
      }
    }
    for (const manifest of mesh.of('VirtualService')) {
      for (const { gateway, written, path } of gatewayNamesOf(manifest)) {
        if (gateway === null || isGenerated(written)) continue
        const names = known.get(gateway.namespace)
        // Where git holds no Gateway of the namespace at all, they are taken to live elsewhere.
        if ((names === undefined && !mesh.complete) || names?.has(gateway.name) === true) continue
        report(
          manifest,
          path,
          { gateway: gateway.name, namespace: gateway.namespace },
          // istioctl reads no gateways of matches (analyzers/virtualservice/gateways.go).
          { certainty: absence(mesh), ...(path[1] !== 'gateways' && { sources: ['KIA1102'] }) }
        )
      }
    }
  }
})
