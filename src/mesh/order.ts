import type { ResourceRef } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
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

/**
 * Older first, then name, then namespace (until 1.20 `name.namespace` as one string). An unknown age
 * counts as oldest; whether that matters is for the caller to prove (design §6).
 * Source: pilot model/config.go sortByCreationComparator.
 */
export function byAge(a: Aged, b: Aged): number {
  const ages = (a.created ?? 0) - (b.created ?? 0)
  if (ages !== 0) return ages
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  if (a.namespace !== b.namespace) return a.namespace < b.namespace ? -1 : 1
  return 0
}

export function sameRef(a: ResourceRef, b: ResourceRef): boolean {
  return (
    a.kind === b.kind && a.name === b.name && a.namespace === b.namespace && a.group === b.group
  )
}

export function refKey(ref: ResourceRef): string {
  return `${ref.group}/${ref.kind}/${ref.namespace}/${ref.name}`
}
