import { filled, map, mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { injectionWebhooks } from '../injection-webhooks.ts'
import { absence } from '../selector-text.ts'

export const unknownService = defineAnalyzer({
  id: 'mutating-webhook-configuration/unknown-service',
  severity: 'error',
  summary: 'An injection webhook asks a Service that does not exist.',
  why: 'Pods that it selects cannot be created, or are created without a proxy, by its failure policy.',
  fix: 'Correct the Service, or remove what is left of a revision that is gone.',
  message:
    'Webhook "{webhook}" asks Service "{service}" of namespace "{namespace}", which does not exist.',
  sources: ['IST0139'],
  check({ mesh, report }) {
    for (const { manifest, path, name, fields } of injectionWebhooks(mesh).webhooks) {
      const target = map(mapOrEmpty(fields.clientConfig).service)
      if (target === undefined) continue
      const namespace = filled(target.namespace) ?? ''
      const service = filled(target.name) ?? ''
      const held = mesh.registry.inNamespace(namespace)
      if (held.some(one => one.registry === 'Kubernetes' && one.name === service)) continue
      // Where git holds no Service of the namespace, the control plane is installed from elsewhere.
      if (!mesh.complete && !held.some(one => one.registry === 'Kubernetes')) continue
      report(
        manifest,
        [...path, 'clientConfig', 'service', 'name'],
        { webhook: name, service, namespace },
        { certainty: absence(mesh) }
      )
    }
  }
})
