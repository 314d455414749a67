import { filled, list, mapOrEmpty, textMap } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podsOf } from '../pods.ts'
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
    const secrets = new Map<string, Set<string>>()
    for (const { ref } of mesh.of('Secret')) {
      const names = secrets.get(ref.namespace) ?? new Set<string>()
      secrets.set(ref.namespace, names.add(ref.name))
    }
    // Git rarely holds Secrets; where it holds none there is nothing to compare with.
    if (secrets.size === 0 && !mesh.complete) return
    for (const manifest of mesh.of('Gateway')) {
      const [pod] = podsOf(mesh).selectedBy(textMap(manifest.spec.selector), undefined, 1)
      if (pod === undefined) continue
      for (const [index, server] of list(manifest.spec.servers).entries()) {
        const credential = filled(mapOrEmpty(mapOrEmpty(server).tls).credentialName)
        if (credential === undefined || credential.includes('://')) continue
        const [namespace, name] = splitName(credential, pod.namespace)
        const known = secrets.get(namespace)
        if (known?.has(name) === true) continue
        if (known === undefined && !mesh.complete) continue
        report(
          manifest,
          ['spec', 'servers', index, 'tls', 'credentialName'],
          { namespace, credential: name },
          { certainty: absence(mesh) }
        )
      }
    }
  }
})

function splitName(written: string, namespace: string): [namespace: string, name: string] {
  const slash = written.indexOf('/')
  return slash < 0 ? [namespace, written] : [written.slice(0, slash), written.slice(slash + 1)]
}
