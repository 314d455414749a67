import type { FieldPath, Place } from '../finding.ts'
import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { withEmbedded } from './embedded.ts'
import { filled, list, map, mapOrEmpty, text, texts } from './json.ts'

/** How Istio is installed, as far as a repository says so. */
export interface Installation {
  /** MeshConfig as it was found, or `null`. */
  readonly meshConfig: JsonMap | null
  /** Where the mesh configuration stands; `null` where no manifest holds it. */
  readonly at: Place | null
  readonly clusterDomain: string | null
  /** istiod's environment: feature flags. */
  readonly flags: Readonly<Record<string, string>>
  /** The minor whose behaviour is asked for, as it is written. */
  readonly compatibility: string | null
}

interface Found {
  readonly meshConfig?: JsonMap | undefined
  readonly at?: Place
  readonly clusterDomain?: string | undefined
  readonly flags?: Readonly<Record<string, string>>
  readonly compatibility?: string | undefined
}

/**
 * Mesh configuration and flags from, strongest first: what is applied (the ConfigMap `istio`, istiod's
 * Deployment), an IstioOperator, an `Istio` of the Sail operator, values of the charts that no manifest
 * holds.
 */
export function installation(
  manifests: readonly Manifest[],
  values: readonly JsonMap[]
): Installation {
  const found: readonly Found[] = [
    ...configMaps(manifests),
    ...manifests.flatMap(istiod),
    ...manifests.flatMap(installer),
    ...values.map(chartValues)
  ]
  const configured = found.find(one => one.meshConfig !== undefined)
  const weakestFirst = [...found].reverse()
  return {
    meshConfig: configured?.meshConfig ?? null,
    at: configured?.at ?? null,
    clusterDomain: found.find(one => one.clusterDomain !== undefined)?.clusterDomain ?? null,
    flags: Object.assign({}, ...weakestFirst.map(one => one.flags ?? {})),
    compatibility: found.find(one => one.compatibility !== undefined)?.compatibility ?? null
  }
}

/** `istio` before `istio-REVISION`, which belong to other control planes. */
function configMaps(manifests: readonly Manifest[]): Found[] {
  const found: { readonly name: string; readonly one: Found }[] = []
  for (const manifest of manifests) {
    const { kind, name } = manifest.ref
    if (kind !== 'ConfigMap' || !/^istio(-|$)/.test(name)) continue
    const meshConfig = map(mapOrEmpty(withEmbedded(manifest).data).mesh)
    if (meshConfig !== undefined) {
      found.push({ name, one: { meshConfig, at: { manifest, path: ['data', 'mesh'] } } })
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ one }) => one)
}

/** The container `discovery` is istiod. */
function istiod(manifest: Manifest): Found[] {
  if (manifest.ref.kind !== 'Deployment') return []
  const pod = mapOrEmpty(mapOrEmpty(manifest.spec.template).spec)
  const container = list(pod.containers).find(entry => mapOrEmpty(entry).name === 'discovery')
  if (container === undefined) return []
  const { env, args } = mapOrEmpty(container)
  const words = texts(args)
  const at = words.indexOf('--domain')
  return [{ flags: variables(env), clusterDomain: at < 0 ? undefined : filled(words[at + 1]) }]
}

function installer(manifest: Manifest): Found[] {
  const { kind, group } = manifest.ref
  if (kind === 'IstioOperator') return operator(manifest)
  if (kind === 'Istio' && group === 'sailoperator.io') return [under(manifest, ['spec', 'values'])]
  return []
}

/** `spec.meshConfig` goes over `spec.values.meshConfig`, field by field. */
function operator(manifest: Manifest): Found[] {
  const { spec } = manifest
  const values = under(manifest, ['spec', 'values'])
  const own = map(spec.meshConfig)
  const pilot = mapOrEmpty(mapOrEmpty(spec.components).pilot)
  const compatibility = filled(spec.compatibilityVersion) ?? values.compatibility
  const flags = { ...values.flags, ...variables(mapOrEmpty(pilot.k8s).env) }
  if (own === undefined) return [{ ...values, flags, compatibility }]
  const meshConfig = { ...values.meshConfig, ...own }
  return [
    {
      ...values,
      flags,
      compatibility,
      meshConfig,
      at: { manifest, path: ['spec', 'meshConfig'] }
    }
  ]
}

function under(manifest: Manifest, path: FieldPath): Found {
  const found = chartValues(mapOrEmpty(mapOrEmpty(manifest.object.spec).values))
  if (found.meshConfig === undefined) return found
  return { ...found, at: { manifest, path: [...path, 'meshConfig'] } }
}

/** Source: istio manifests/charts/istio-control/istio-discovery/values.yaml. */
function chartValues(values: JsonMap): Found {
  const pilot = mapOrEmpty(values.pilot)
  const global = mapOrEmpty(values.global)
  return {
    meshConfig: map(values.meshConfig),
    clusterDomain: filled(mapOrEmpty(global.proxy).clusterDomain),
    flags: scalars(pilot.env),
    compatibility: scalar(values.compatibilityVersion)
  }
}

/** A map of scalars; YAML authors write `true` as often as `"true"`. */
function scalars(value: Json | undefined): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [key, entry] of Object.entries(mapOrEmpty(value))) {
    const written = scalar(entry)
    if (written !== undefined) result[key] = written
  }
  return result
}

function scalar(value: Json | undefined): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return filled(value)
}

/** `[{name, value}]`; variables that come from elsewhere are not known. */
function variables(value: Json | undefined): Record<string, string> {
  const result: Record<string, string> = {}
  for (const entry of list(value)) {
    const name = text(mapOrEmpty(entry).name)
    const written = scalar(mapOrEmpty(entry).value)
    if (name !== undefined && written !== undefined) result[name] = written
  }
  return result
}
