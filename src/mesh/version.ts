import type { Place } from '../finding.ts'
import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { filled, list, mapOrEmpty, text } from './json.ts'

/** Minors that the project knows, oldest first. */
export const MINORS: readonly string[] = Array.from({ length: 14 }, (_, i) => `1.${18 + i}`)
export const NEWEST = '1.31'

/** Where installers say which version runs. */
export const versionReads = [
  ['IstioOperator', 'spec.{tag,values.global.tag,values.pilot.tag}'],
  ['Istio', 'spec.version'],
  ['IstioRevision', 'spec.version']
] as const

export interface DetectedVersion {
  readonly minor: string
  /** Patch level where it was said, e.g. `1.24.3`. */
  readonly full: string | null
  /** A phrase for people: `given`, `image tag of istiod`, `newest known`. */
  readonly why: string
  readonly place: Place | null
  /** Somebody or something said it; else it is the newest known. */
  readonly isKnown: boolean
}

/** `1.24` of `1.24`, `1.24.3`, `v1.24.3-distroless`, `1-24-3`; `null` where the text names no known minor. */
export function minorOf(value: string): string | null {
  const found = /(?:^|[^\d.])v?1[.-](\d{2})(?=$|[^\d])/.exec(value)
  const minor = found === null ? null : `1.${found[1]}`
  return minor !== null && MINORS.includes(minor) ? minor : null
}

/**
 * The Istio minor that a repository runs: what is given, else an IstioOperator or the Sail operator's
 * Istio, else the image of istiod or of a proxy in a workload, else values of the charts, else a revision
 * that is named after a version, else the newest known.
 */
export function detectVersion(
  manifests: readonly Manifest[],
  given?: { readonly minor: string; readonly why: string },
  chartValues: readonly JsonMap[] = []
): DetectedVersion {
  if (given !== undefined) {
    return { minor: given.minor, full: null, why: given.why, place: null, isKnown: true }
  }
  return (
    firstOf(manifests, installerVersion) ??
    firstOf(manifests, imageVersion) ??
    chartVersion(chartValues) ??
    firstOf(manifests, revisionVersion) ?? {
      minor: NEWEST,
      full: null,
      why: 'newest known',
      place: null,
      isKnown: false
    }
  )
}

function firstOf(
  manifests: readonly Manifest[],
  version: (manifest: Manifest) => DetectedVersion | null
): DetectedVersion | null {
  for (const manifest of manifests) {
    const found = version(manifest)
    if (found !== null) return found
  }
  return null
}

const INSTALLERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  IstioOperator: [
    ['spec', 'tag'],
    ['spec', 'values', 'global', 'tag'],
    ['spec', 'values', 'pilot', 'tag'],
    ['spec', 'revision']
  ],
  Istio: [['spec', 'version']],
  IstioRevision: [['spec', 'version']]
}

function installerVersion(manifest: Manifest): DetectedVersion | null {
  const { kind, name } = manifest.ref
  for (const path of INSTALLERS[kind] ?? []) {
    const found = read(valueAt(manifest.object, path), `${path.join('.')} of ${kind} ${name}`)
    if (found !== null) return { ...found, place: { manifest, path } }
  }
  return null
}

const IMAGES = /(?:^|\/)(pilot|proxyv2|istiod|install-cni|ztunnel):(.+)$/

function imageVersion(manifest: Manifest): DetectedVersion | null {
  if (!['Deployment', 'DaemonSet', 'Pod', 'StatefulSet'].includes(manifest.ref.kind)) return null
  const root = manifest.ref.kind === 'Pod' ? [] : ['spec', 'template']
  const containers = valueAt(manifest.object, [...root, 'spec', 'containers'])
  for (const [index, entry] of list(containers).entries()) {
    const match = IMAGES.exec(text(mapOrEmpty(entry).image) ?? '')
    const why = `image tag of ${match?.[1]} in ${manifest.ref.kind} ${manifest.ref.name}`
    const found = read(match?.[2], why)
    if (found === null) continue
    const path = [...root, 'spec', 'containers', index, 'image']
    return { ...found, place: { manifest, path } }
  }
  return null
}

function chartVersion(chartValues: readonly JsonMap[]): DetectedVersion | null {
  for (const values of chartValues) {
    for (const path of [['pilot', 'tag'], ['global', 'tag'], ['revision']]) {
      const found = read(valueAt(values, path), `${path.join('.')} of the chart's values`)
      if (found !== null) return found
    }
  }
  return null
}

/** Revisions are often named after the version that they run: `istio.io/rev: 1-24-3`. */
function revisionVersion(manifest: Manifest): DetectedVersion | null {
  if (manifest.ref.kind !== 'Namespace') return null
  const why = `label istio.io/rev of Namespace ${manifest.ref.name}`
  const found = read(manifest.labels['istio.io/rev'], why)
  if (found === null) return null
  return { ...found, place: { manifest, path: ['metadata', 'labels', 'istio.io/rev'] } }
}

function read(value: Json | undefined, why: string): DetectedVersion | null {
  const full = filled(value)
  const minor = full === undefined ? null : minorOf(full)
  if (full === undefined || minor === null) return null
  return { minor, full, why, place: null, isKnown: true }
}

function valueAt(object: JsonMap, path: readonly string[]): Json | undefined {
  let value: Json | undefined = object
  for (const key of path) value = mapOrEmpty(value)[key]
  return value
}
