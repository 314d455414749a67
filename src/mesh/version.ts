import type { Place } from '../finding.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { filled, list, mapOrEmpty, text } from './json.ts'

/** Minors that the project knows, oldest first. */
export const MINORS: readonly string[] = Array.from({ length: 14 }, (_, i) => `1.${18 + i}`)
export const NEWEST = '1.31'

export interface DetectedVersion {
  readonly minor: string
  /** Patch level where it was said, e.g. `1.24.3`. */
  readonly full: string | null
  /** A phrase for people: `given`, `image tag of istiod`, `newest known`. */
  readonly why: string
  readonly place: Place | null
}

/** `1.24` of `1.24`, `1.24.3`, `v1.24.3-distroless`, `1-24-3`; `null` where the text names no known minor. */
export function minorOf(value: string): string | null {
  const found = /(?:^|[^\d.])v?1[.-](\d{2})(?=$|[^\d])/.exec(value)
  const minor = found === null ? null : `1.${found[1]}`
  return minor !== null && MINORS.includes(minor) ? minor : null
}

/**
 * The Istio minor that a repository runs: what is given, else an IstioOperator, else the image of istiod
 * or of a proxy in a workload, else the newest known.
 */
export function detectVersion(
  manifests: readonly Manifest[],
  given?: { readonly minor: string; readonly why: string }
): DetectedVersion {
  if (given !== undefined) {
    return { minor: given.minor, full: null, why: given.why, place: null }
  }
  for (const manifest of manifests) {
    if (manifest.ref.kind !== 'IstioOperator') continue
    for (const field of ['tag', 'revision']) {
      const value = filled(manifest.spec[field])
      const minor = value === undefined ? null : minorOf(value)
      if (value === undefined || minor === null) continue
      const place = { manifest, path: ['spec', field] }
      return { minor, full: value, why: `${field} of IstioOperator ${manifest.ref.name}`, place }
    }
  }
  for (const manifest of manifests) {
    const found = imageVersion(manifest)
    if (found !== null) return found
  }
  return { minor: NEWEST, full: null, why: 'newest known', place: null }
}

const IMAGES = /(?:^|\/)(pilot|proxyv2|istiod|install-cni|ztunnel):(.+)$/

function imageVersion(manifest: Manifest): DetectedVersion | null {
  if (!['Deployment', 'DaemonSet', 'Pod', 'StatefulSet'].includes(manifest.ref.kind)) return null
  const root = manifest.ref.kind === 'Pod' ? [] : ['spec', 'template']
  let template: JsonMap = manifest.object
  for (const key of root) template = mapOrEmpty(template[key])
  for (const [index, entry] of list(mapOrEmpty(template.spec).containers).entries()) {
    const match = IMAGES.exec(text(mapOrEmpty(entry).image) ?? '')
    const tag = match?.[2]
    const minor = tag === undefined ? null : minorOf(tag)
    if (tag === undefined || minor === null) continue
    return {
      minor,
      full: tag,
      why: `image tag of ${match?.[1]} in ${manifest.ref.kind} ${manifest.ref.name}`,
      place: { manifest, path: [...root, 'spec', 'containers', index, 'image'] }
    }
  }
  return null
}
