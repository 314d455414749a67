import type { ResourceRef } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Features } from './features.ts'
import { mapOrEmpty, text } from './json.ts'

/**
 * Seconds since 1970 of an explicit `metadata.creationTimestamp`; `null` where git does not hold it.
 * Kubernetes keeps whole seconds, so finer parts do not count.
 */
export function createdAt(manifest: Manifest): number | null {
  const stamp = text(mapOrEmpty(manifest.object.metadata).creationTimestamp)
  if (stamp === undefined) return null
  const milliseconds = Date.parse(stamp)
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000)
}

export interface Aged {
  /** `null`: git does not say. */
  readonly created: number | null
  readonly name: string
  readonly namespace: string
}

export function agedOf(manifest: Manifest): Aged {
  const { name, namespace } = manifest.ref
  return { created: createdAt(manifest), name, namespace }
}

/**
 * Older first, then name, then namespace (until 1.20 `name.namespace` as one string). An unknown age
 * counts as oldest; whether that matters is for the caller to prove (design §6).
 * Source: pilot model/config.go sortByCreationComparator.
 */
export function byAge(features: Features): (a: Aged, b: Aged) => number {
  const apart = features.has('order-by-name-then-namespace')
  return (a, b) => {
    const ages = (a.created ?? 0) - (b.created ?? 0)
    if (ages !== 0) return ages
    if (!apart) return order(`${a.name}.${a.namespace}`, `${b.name}.${b.namespace}`)
    return order(a.name, b.name) || order(a.namespace, b.namespace)
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function sameRef(a: ResourceRef, b: ResourceRef): boolean {
  return (
    a.kind === b.kind && a.name === b.name && a.namespace === b.namespace && a.group === b.group
  )
}

export function refKey(ref: ResourceRef): string {
  return `${ref.group}/${ref.kind}/${ref.namespace}/${ref.name}`
}
