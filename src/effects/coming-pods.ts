import type { Mesh } from '../mesh/mesh.ts'
import { type Labels, selectorText } from '../mesh/selector.ts'
import { policySelectors } from './policy-selectors.ts'

/**
 * Pods that git knows by nothing but a Service that is new or gone as a whole: they are taken to come and go with it,
 * as a workload that stands on one side alone does. By `podsKey`.
 */
export function comingPods(base: Mesh, head: Mesh): ReadonlySet<string> {
  const coming = new Set<string>()
  const staying = new Set<string>()
  for (const [mesh, other] of [
    [base, head],
    [head, base]
  ] as const) {
    for (const { namespace, selector, host } of mesh.registry.all) {
      if (selector === null) continue
      const stays = other.registry.byHost(host).some(one => one.namespace === namespace)
      const known = stays ? staying : coming
      known.add(podsKey(namespace, selector))
    }
  }
  if (coming.size === 0) return coming
  for (const mesh of [base, head]) {
    for (const { namespace, labels } of policySelectors(mesh))
      staying.add(podsKey(namespace, labels))
  }
  for (const key of staying) coming.delete(key)
  return coming
}

/** Pods of a namespace by the labels that tell them apart. */
export function podsKey(namespace: string, labels: Labels): string {
  return `${namespace} ${selectorText(labels)}`
}
