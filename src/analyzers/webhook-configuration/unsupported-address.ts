import { mapOrEmpty, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { isAddress, isParsable } from '../webhook-address.ts'
import { controlPlaneWebhooks } from '../webhooks.ts'

export const unsupportedAddress = defineAnalyzer({
  id: 'webhook-configuration/unsupported-address',
  severity: 'info',
  summary: 'A webhook of Istio is asked at an IP address.',
  why: 'The certificate of the external control plane is rarely for an address, and the address may change.',
  fix: 'Use a host name.',
  message: 'Webhook "{webhook}" is asked at the address of {url}; a host name is meant there.',
  sources: ['IST0164'],
  since: '1.20',
  check({ mesh, report }) {
    for (const { manifest, path, name, fields } of controlPlaneWebhooks(mesh)) {
      const url = text(mapOrEmpty(fields.clientConfig).url)
      if (url === undefined || !isParsable(url) || !isAddress(url)) continue
      report(manifest, [...path, 'clientConfig', 'url'], { webhook: name, url })
    }
  }
})
