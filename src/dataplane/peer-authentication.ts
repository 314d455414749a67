import type { Manifest } from '../manifest/manifest.ts'
import { map, mapOrEmpty, text, textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { isEmptySelector, type Labels, selects } from '../mesh/selector.ts'

export const peerAuthenticationReads = [
  ['PeerAuthentication', 'spec.selector.matchLabels.*'],
  ['PeerAuthentication', 'spec.mtls.mode'],
  ['PeerAuthentication', 'spec.portLevelMtls.*.mode'],
  ['PeerAuthentication', 'metadata.creationTimestamp']
] as const

export type MutualTlsMode = 'DISABLE' | 'PERMISSIVE' | 'STRICT'

export interface PeerAuthentication {
  /** Of the whole namespace, as clients see it before they know the workload; `null`: nothing said. */
  namespaceMode(namespace: string): MutualTlsMode | null
  /** What a workload's port accepts; `port` is the container's. */
  mode(namespace: string, labels: Labels, port: number): AcceptedMode
  /** The container's ports that `portLevelMtls` of a workload names. */
  ports(namespace: string, labels: Labels): ReadonlySet<number>
}

export interface AcceptedMode {
  readonly mode: MutualTlsMode
  /** What decided it, the innermost first; empty: Istio's default. */
  readonly from: readonly Manifest[]
}

/**
 * Mesh (root namespace, no selector), namespace (no selector), workload (selector, outside the root), port.
 * Of each level the oldest counts, others are ignored whole.
 * Source: pilot model/authentication.go, security/authn/policy_applier.go ComposePeerAuthentication.
 */
export function peerAuthentication(mesh: Mesh): PeerAuthentication {
  const root = mesh.config.rootNamespace
  const whole = new Map<string, Manifest>()
  const selecting = new Map<string, { readonly labels: Labels; readonly manifest: Manifest }[]>()
  for (const manifest of mesh.of('PeerAuthentication')) {
    const { namespace } = manifest.ref
    const labels = textMap(mapOrEmpty(manifest.spec.selector).matchLabels)
    if (isEmptySelector(labels)) {
      if (!whole.has(namespace)) whole.set(namespace, manifest)
      continue
    }
    // A selector in the root namespace selects nothing.
    if (namespace === root) continue
    const known = selecting.get(namespace)
    if (known === undefined) selecting.set(namespace, [{ labels, manifest }])
    else known.push({ labels, manifest })
  }
  const ofWorkload = (namespace: string, labels: Labels) =>
    selecting.get(namespace)?.find(entry => selects(entry.labels, labels))?.manifest
  const meshPolicy = whole.get(root)
  const meshMode = meshPolicy === undefined ? null : (modeOf(meshPolicy) ?? 'PERMISSIVE')
  return {
    namespaceMode(namespace) {
      const own = namespace === root ? undefined : whole.get(namespace)
      if (own === undefined) return meshMode
      return modeOf(own) ?? meshMode ?? 'PERMISSIVE'
    },
    mode(namespace, labels, port) {
      const own = namespace === root ? undefined : whole.get(namespace)
      const workload = ofWorkload(namespace, labels)
      const levels = [workload, own, meshPolicy].filter(entry => entry !== undefined)
      if (workload !== undefined) {
        const entry = map(mapOrEmpty(workload.spec.portLevelMtls)[String(port)])
        const mode = entry === undefined ? null : known(text(entry.mode))
        if (mode !== null) return { mode, from: [workload] }
      }
      for (const manifest of levels) {
        const mode = modeOf(manifest)
        if (mode !== null) return { mode, from: [manifest] }
      }
      return { mode: 'PERMISSIVE', from: [] }
    },
    ports(namespace, labels) {
      const spec = ofWorkload(namespace, labels)?.spec
      return new Set(Object.keys(mapOrEmpty(spec?.portLevelMtls)).map(Number))
    }
  }
}

/** `null`: unset, which inherits. */
function modeOf(manifest: Manifest): MutualTlsMode | null {
  return known(text(mapOrEmpty(manifest.spec.mtls).mode))
}

function known(mode: string | undefined): MutualTlsMode | null {
  return mode === 'DISABLE' || mode === 'PERMISSIVE' || mode === 'STRICT' ? mode : null
}
