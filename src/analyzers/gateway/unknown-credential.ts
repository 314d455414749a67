import { defineAnalyzer } from '../analyzer.ts'
import { gatewayCredentials } from '../gateway-credentials.ts'
import { absence } from '../selector-text.ts'

export const unknownCredential = defineAnalyzer({
  id: 'gateway/unknown-credential',
  severity: 'error',
  summary: 'A Gateway names a Secret that the namespace of its pods does not hold.',
  why: 'The server gets no certificate, so every TLS handshake with it fails. The Secret is looked for where the gateway pods run, not beside the Gateway.',
  fix: 'Create the Secret in the namespace of the gateway pods, or correct `credentialName`.',
  message: 'Namespace "{namespace}", where the gateway pods run, holds no Secret "{credential}".',
  sources: ['IST0101'],
  check({ mesh, report }) {
    const held = new Set(mesh.of('Secret').map(({ ref }) => ref.namespace))
    // Git rarely holds Secrets; where it holds none there is nothing to compare with.
    if (held.size === 0 && !mesh.complete) return
    for (const { manifest, path, namespace, name, secret, sources } of gatewayCredentials(mesh)) {
      if (secret !== undefined || (!held.has(namespace) && !mesh.complete)) continue
      const params = { namespace, credential: name }
      report(manifest, path, params, { certainty: absence(mesh), sources: sources('IST0101') })
    }
  }
})
