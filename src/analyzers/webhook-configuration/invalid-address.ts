import { map, mapOrEmpty, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { isParsable } from '../webhook-address.ts'
import { controlPlaneWebhooks } from '../webhooks.ts'

export const invalidAddress = defineAnalyzer({
  id: 'webhook-configuration/invalid-address',
  severity: 'warning',
  summary: 'A webhook of Istio leads nowhere.',
  why: 'The API server cannot ask it: with `failurePolicy: Fail` nothing of its kinds can be applied, with `Ignore` it is applied unchecked or without a proxy.',
  fix: 'Name the `service` of istiod, or a `url` of the external control plane.',
  message: 'Webhook "{webhook}" has {problem}.',
  sources: ['IST0163'],
  since: '1.20',
  check({ mesh, report }) {
    for (const { manifest, path, name, fields } of controlPlaneWebhooks(mesh)) {
      const client = mapOrEmpty(fields.clientConfig)
      const url = text(client.url)
      if (url === undefined) {
        if (map(client.service) !== undefined) continue
        const problem = 'neither a service nor a url'
        report(manifest, [...path, 'clientConfig'], { webhook: name, problem }, { part: 'key' })
      } else if (!isParsable(url)) {
        const problem = `a url that cannot be read, "${url}"`
        report(manifest, [...path, 'clientConfig', 'url'], { webhook: name, problem })
      }
    }
  }
})
