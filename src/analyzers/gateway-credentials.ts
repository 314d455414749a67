import type { FieldPath } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { filled, list, mapOrEmpty, textMap, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { podsOf } from './pods.ts'

/** A Secret that a server of a Gateway names. */
export interface GatewayCredential {
  readonly manifest: Manifest
  readonly path: FieldPath
  readonly namespace: string
  readonly name: string
  /** `undefined`: git does not hold it. */
  readonly secret: Manifest | undefined
  /** istioctl looks at `credentialName` alone. */
  sources(code: string): readonly string[]
}

/** Every Secret that Gateways name, looked for in the namespace of their first pod. */
export function* gatewayCredentials(mesh: Mesh): Generator<GatewayCredential> {
  for (const manifest of mesh.of('Gateway')) {
    const servers = list(manifest.spec.servers)
    if (!servers.some(server => mapOrEmpty(server).tls !== undefined)) continue
    const [pod] = podsOf(mesh).selectedBy(textMap(manifest.spec.selector), undefined, 1)
    if (pod === undefined) continue
    for (const [index, server] of servers.entries()) {
      const tls = mapOrEmpty(mapOrEmpty(server).tls)
      const here = ['spec', 'servers', index, 'tls']
      const one = filled(tls.credentialName)
      const written: [name: string, path: FieldPath][] = texts(tls.credentialNames).map(
        (name, at) => [name, [...here, 'credentialNames', at]]
      )
      if (one !== undefined) written.unshift([one, [...here, 'credentialName']])
      for (const [credential, path] of written) {
        // `configmap://…`, `builtin://`: no Secret.
        if (credential.includes('://')) continue
        const [namespace, name] = splitName(credential, pod.namespace)
        const secret = mesh.get({ group: '', kind: 'Secret', namespace, name })
        const sources = (code: string) => (path.at(-1) === 'credentialName' ? [code] : [])
        yield { manifest, path, namespace, name, secret, sources }
      }
    }
  }
}

function splitName(written: string, namespace: string): [namespace: string, name: string] {
  const slash = written.indexOf('/')
  return slash < 0 ? [namespace, written] : [written.slice(0, slash), written.slice(slash + 1)]
}
