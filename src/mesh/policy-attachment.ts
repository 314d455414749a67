import type { Manifest } from '../manifest/manifest.ts'
import { filled, isMap, list, map, mapOrEmpty, text, textMap } from './json.ts'
import type { Mesh } from './mesh.ts'
import { type Labels, selects } from './selector.ts'

export const policyAttachmentReads = [
  ['AuthorizationPolicy', 'spec.selector.matchLabels.*'],
  ['AuthorizationPolicy', 'spec.{targetRef,targetRefs[]}.{group,kind,name,namespace}'],
  ['RequestAuthentication', 'spec.selector.matchLabels.*'],
  ['RequestAuthentication', 'spec.{targetRef,targetRefs[]}.{group,kind,name,namespace}']
] as const

/** The pods of one proxy, as policies see them. */
export interface PolicyTarget {
  readonly namespace: string
  readonly labels: Labels
}

/** Pods that a Gateway of the Gateway API made carry it. */
export const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name'

interface TargetRef {
  readonly group: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
}

function targetRefs({ spec }: Manifest, { features }: Mesh): readonly TargetRef[] {
  const several = features.has('policy-target-refs') ? list(spec.targetRefs).filter(isMap) : []
  const one = features.has('policy-target-ref') ? map(spec.targetRef) : undefined
  const refs = several.length > 0 ? several : one === undefined ? [] : [one]
  return refs.map(ref => ({
    group: text(ref.group) ?? '',
    kind: text(ref.kind) ?? '',
    name: text(ref.name) ?? '',
    namespace: text(ref.namespace) ?? ''
  }))
}

/** The labels by which a policy selects; `null`: every pod. */
export function policySelector(manifest: Manifest): Labels | null {
  const labels = textMap(mapOrEmpty(manifest.spec.selector).matchLabels)
  return Object.keys(labels).length === 0 ? null : labels
}

/**
 * Whether a policy of the right namespace applies to pods. References count at gateways of the Gateway API
 * alone, and a policy that has them applies nowhere else.
 * Source: pilot model/policyattachment.go ShouldAttachPolicy. Waypoints are not asked here.
 */
export function attaches(mesh: Mesh, manifest: Manifest, target: PolicyTarget): boolean {
  const refs = targetRefs(manifest, mesh)
  const gateway = filled(target.labels[GATEWAY_NAME])
  const isSelected = (): boolean => {
    const labels = policySelector(manifest)
    return labels === null || selects(labels, target.labels)
  }
  if (gateway === undefined) return refs.length === 0 && isSelected()
  if (refs.length === 0) return mesh.features.has('selector-gateway-policy') && isSelected()
  if (manifest.ref.namespace !== target.namespace) return false
  return refs.some(
    ref =>
      (ref.namespace === '' || ref.namespace === target.namespace) &&
      ref.group === 'gateway.networking.k8s.io' &&
      ref.kind === 'Gateway' &&
      ref.name === gateway
  )
}

/** Policies of a kind by namespace, oldest first. */
export interface PolicyIndex {
  /** Those that apply to pods: of the first namespace before those of the second. */
  for(target: PolicyTarget): readonly Manifest[]
  in(namespace: string): readonly Manifest[]
}

/** @param rootFirst AuthorizationPolicies of the root namespace come first, RequestAuthentications last */
export function policyIndex(mesh: Mesh, kind: string, rootFirst: boolean): PolicyIndex {
  const byNamespace = new Map<string, Manifest[]>()
  for (const manifest of mesh.of(kind)) {
    const known = byNamespace.get(manifest.ref.namespace)
    if (known === undefined) byNamespace.set(manifest.ref.namespace, [manifest])
    else known.push(manifest)
  }
  const root = mesh.config.rootNamespace
  return {
    for(target) {
      const own = byNamespace.get(target.namespace) ?? []
      const wide = target.namespace === root ? [] : (byNamespace.get(root) ?? [])
      const all = rootFirst ? [...wide, ...own] : [...own, ...wide]
      return all.filter(manifest => attaches(mesh, manifest, target))
    },
    in: namespace => byNamespace.get(namespace) ?? []
  }
}
