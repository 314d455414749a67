import type { ManifestChange } from '../manifest-change.ts'

/** Kinds that patch what istiod made, or run code of their own in a proxy. */
export const EXTENSION_KINDS = ['EnvoyFilter', 'WasmPlugin', 'TrafficExtension'] as const

export function isExtension({ base, head }: ManifestChange): boolean {
  const kind = (head ?? base)?.ref.kind
  return EXTENSION_KINDS.some(one => one === kind)
}
