import { mapOrEmpty, textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Labels } from '../mesh/selector.ts'

const POLICIES = ['AuthorizationPolicy', 'RequestAuthentication', 'PeerAuthentication'] as const

interface Selected {
  readonly namespace: string
  readonly labels: Labels
}

/** The label sets by which policies and Sidecars choose pods of their namespace. */
export function policySelectors(mesh: Mesh): readonly Selected[] {
  const policies = POLICIES.flatMap(kind => mesh.of(kind)).map(({ ref, spec }) => ({
    namespace: ref.namespace,
    labels: textMap(mapOrEmpty(spec.selector).matchLabels)
  }))
  const sidecars = mesh.of('Sidecar').map(({ ref, spec }) => ({
    namespace: ref.namespace,
    labels: textMap(mapOrEmpty(spec.workloadSelector).labels)
  }))
  return [...policies, ...sidecars]
}

/** Those of the root namespace that hold everywhere; a PeerAuthentication there selects nothing by labels. */
export function meshWideSelectors(mesh: Mesh): readonly Labels[] {
  return POLICIES.slice(0, 2)
    .flatMap(kind => mesh.of(kind))
    .filter(({ ref }) => ref.namespace === mesh.config.rootNamespace)
    .map(({ spec }) => textMap(mapOrEmpty(spec.selector).matchLabels))
}
